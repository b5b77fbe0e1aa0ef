// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.io.IOException;
import java.util.List;

import org.electrode4d.nodes.execution.DataPath;
import org.electrode4d.nodes.execution.FolderNames;
import org.knime.core.node.KNIMEException;

/** Finds the scans of a series in a folder: every file or folder whose name matches is one step. */
final class ScanList {

    private ScanList() {
    }

    /**
     * The scans in the order of their names, numbers in names by value: scan2 comes before scan10.
     *
     * @param folder path or URL
     * @param pattern glob of the names, such as {@code scan_*.tif}
     */
    static List<ScanSource> inFolder(final String folder, final String pattern) throws IOException, KNIMEException {
        return FolderNames.matching(folder, pattern, "scan").stream()
            .map(name -> ScanSource.of(DataPath.child(folder, name))).toList();
    }
}
