// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.electrode4d.volume.VoxelType;
import org.knime.node.parameters.widget.choices.Label;

/** The numbers of equalised volumes. */
enum EqualisationOutput {

    @Label(value = "0 to 1", description = "FLOAT32, as scikit-image")
    UNIT(VoxelType.FLOAT32),

    @Label(value = "16 bit", description = "0 to 65535, rounded")
    SIXTEEN_BIT(VoxelType.UINT16);

    final VoxelType type;

    EqualisationOutput(final VoxelType type) {
        this.type = type;
    }
}
