// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.knime.core.node.BufferedDataTable;

/** Where the tables of a node have been written, so that each is written once per node folder. */
public final class SavedTables {

    private final Map<Integer, Path> folders = new HashMap<>();

    void add(final BufferedDataTable table, final Path folder) {
        folders.put(table.getBufferedTableId(), folder);
    }

    /** @return whether the table stands in another folder of the same node already */
    boolean isElsewhere(final BufferedDataTable table, final Path folder) {
        return contains(table, folder) && !folder.equals(folders.get(table.getBufferedTableId()));
    }

    /** @return whether the table stands in a folder of the node that the given folder is of */
    boolean contains(final BufferedDataTable table, final Path folder) {
        Path known = folders.get(table.getBufferedTableId());
        return known != null && folder.startsWith(known.getParent()) && Files.exists(known.resolve(TableFolder.SPEC));
    }
}
