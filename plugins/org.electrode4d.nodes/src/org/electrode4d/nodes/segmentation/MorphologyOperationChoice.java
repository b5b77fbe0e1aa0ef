// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.segmentation.morphology.MorphologicalOperation;
import org.knime.node.parameters.widget.choices.Label;

/** Labels for {@link MorphologicalOperation}. */
enum MorphologyOperationChoice {

    @Label(value = "Opening", description = "Erosion, then dilation: removes thin bridges and small objects")
    OPENING(MorphologicalOperation.OPENING),

    @Label(value = "Closing", description = "Dilation, then erosion: closes thin gaps and small holes")
    CLOSING(MorphologicalOperation.CLOSING),

    @Label(value = "Erosion", description = "Takes a layer off: keeps voxels about which the element fits inside")
    EROSION(MorphologicalOperation.EROSION),

    @Label(value = "Dilation", description = "Adds a layer: takes all voxels that the element reaches from inside")
    DILATION(MorphologicalOperation.DILATION);

    final MorphologicalOperation operation;

    MorphologyOperationChoice(final MorphologicalOperation operation) {
        this.operation = operation;
    }
}
