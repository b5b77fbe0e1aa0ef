// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.knime.node.parameters.widget.choices.Label;

/** What a file of labels holds. */
enum LabelContent {

    @Label(value = "Whole volumes", description = "A label for every voxel of the scan")
    VOLUMES,

    @Label(value = "Single slices", description = "Images of slices, one or several per scan, as painting programs "
        + "write them; also several slices as pages of one file")
    SLICES
}
