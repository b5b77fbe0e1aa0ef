// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.nodes.table.VolumeColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Connected Components. */
final class ConnectedComponentsNodeParameters implements NodeParameters {

    @Widget(title = "Mask", description = "Column with masks or labels.")
    @ChoicesProvider(VolumeColumns.class)
    String m_maskColumn = SelectedVoxels.MASK;

    @Widget(title = "Labels", description = "Which labels are inside of the mask: <tt>2, 3</tt>. Empty takes "
        + "everything that is not 0.")
    String m_labels = "";

    @Widget(title = "Neighbours", description = "Which voxels touch each other, and so belong to the same particle.")
    @ValueSwitchWidget
    VoxelNeighbours m_neighbours = VoxelNeighbours.FACES;

    @Widget(title = "Size as", description = "How the size of the smallest particle is given.")
    @ValueSwitchWidget
    ObjectSize m_size = ObjectSize.DIAMETER;

    @Widget(title = "Smallest particle [µm, µm³ or voxels]", description = "Particles below that are left out as "
        + "noise. 0 keeps all.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_smallest;

    @Widget(title = "Leave out what touches the border", description = "Removes particles that are cut off by a face "
        + "of the volume, and whose size and shape are therefore unknown.")
    boolean m_wholeOnly;

    @Widget(title = "Fill holes first", description = "Makes enclosed voids part of their particle.")
    boolean m_fillHoles;

    @Advanced
    @Widget(title = "Labels stay apart", description = "Voxels belong together only if they also have the same label; "
        + "otherwise all labels of the mask are one body. Holes cannot be filled then.")
    boolean m_labelsApart;

    ConnectedComponentsNodeParameters() {
    }

    ConnectedComponentsNodeParameters(final NodeParametersInput input) {
        m_maskColumn = VolumeColumns.preferred(input, m_maskColumn);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        SelectedVoxels.parse(m_labels);
        if (!(m_smallest >= 0)) {
            throw new InvalidSettingsException("'Smallest particle' must not be negative, but is " + m_smallest + ".");
        }
        if (m_fillHoles && m_labelsApart) {
            throw new InvalidSettingsException("Holes cannot be filled where 'Labels stay apart': it is open which "
                + "label they would get. Choose one of the two.");
        }
        if (m_labelsApart && !m_labels.isBlank()) {
            throw new InvalidSettingsException("Where 'Labels stay apart', all of them take part: leave 'Labels' "
                + "empty.");
        }
    }
}
