// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.knime.node.parameters.widget.choices.Label;

/** Where the reader finds its scans. */
enum ScanLocation {

    @Label(value = "One scan", description = "One file, OME-Zarr folder or folder of slices")
    ONE_SCAN,

    @Label(value = "Two scans", description = "A reference scan and a deformed scan")
    TWO_SCANS,

    @Label(value = "Folder", description = "Every file or folder whose name matches a pattern is one scan")
    FOLDER,

    @Label(value = "Input table", description = "One scan per row of the table at the input")
    TABLE
}
