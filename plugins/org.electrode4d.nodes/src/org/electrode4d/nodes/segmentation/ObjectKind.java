// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.knime.node.parameters.widget.choices.Label;

/** What counts as one object. */
enum ObjectKind {

    @Label(value = "Connected voxels", description = "Each connected part of the mask")
    COMPONENTS,

    @Label(value = "Labels", description = "All voxels of one label, as a watershed gives them")
    LABELS
}
