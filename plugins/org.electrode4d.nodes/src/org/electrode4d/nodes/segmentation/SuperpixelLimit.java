// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.knime.node.parameters.widget.choices.Label;

/** Where the grey value comes from above which voxels are counted. */
enum SuperpixelLimit {

    @Label(value = "Otsu", description = "Found in every scan")
    OTSU,

    @Label(value = "This value", description = "One for all scans, set below")
    VALUE,

    @Label(value = "Column", description = "A number of each row, such as the threshold of the node Threshold")
    COLUMN
}
