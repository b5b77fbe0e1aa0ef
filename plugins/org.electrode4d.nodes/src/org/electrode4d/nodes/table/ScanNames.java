// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.HashSet;
import java.util.Set;

import org.knime.core.data.RowKey;

/** Ends of the names of files, which differ also where a step has several rows, as for several particles. */
public final class ScanNames {

    private final Set<String> given = new HashSet<>();

    /** The step of a scan; with the ID of the row where a row before it has the same step. */
    public String of(final ScanStep scan, final RowKey row) {
        String name = scan.name();
        while (!given.add(name)) {
            name += "-" + row.getString();
        }
        return name;
    }
}
