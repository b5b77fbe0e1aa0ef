// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.morphology.VoxelElement;
import org.electrode4d.segmentation.morphology.VoxelMorphology;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Grey Morphology. */
final class GreyMorphologyNodeParameters implements NodeParameters {

    @Widget(title = "Volume", description = "Column with the grey volumes.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Widget(title = "Operation", description = "What is done with bright regions; dark ones get the opposite.")
    MorphologyOperationChoice m_operation = MorphologyOperationChoice.OPENING;

    @Widget(title = "Radius [voxel]", description = "Of the cube, without its middle: 1 for 3 x 3 x 3 voxels. "
        + "At most 50.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_radius = 1;

    GreyMorphologyNodeParameters() {
    }

    GreyMorphologyNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
    }

    VoxelMorphology cube() {
        return VoxelMorphology.of(VoxelElement.CUBE, m_radius);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        try {
            cube();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
