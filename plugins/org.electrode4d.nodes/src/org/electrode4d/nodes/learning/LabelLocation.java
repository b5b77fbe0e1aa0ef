// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.knime.node.parameters.widget.choices.Label;

/** Where the labels are. */
enum LabelLocation {

    @Label(value = "One file", description = "The labels of one scan in a file, an OME-Zarr folder or a folder of "
        + "slices")
    ONE_FILE,

    @Label(value = "Folder", description = "Files whose names match a pattern, for the scans of the series")
    FOLDER,

    @Label(value = "Input table", description = "A column of the input table has the path of the labels of each scan")
    TABLE
}
