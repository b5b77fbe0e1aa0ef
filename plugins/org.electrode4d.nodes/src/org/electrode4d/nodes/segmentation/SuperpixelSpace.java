// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.knime.node.parameters.widget.choices.Label;

/** Where superpixels are made. */
enum SuperpixelSpace {

    @Label(value = "Slices", description = "Every slice across z by itself, any size")
    SLICES,

    @Label(value = "Volume", description = "In three dimensions; needs 12 bytes of memory per voxel")
    VOLUME
}
