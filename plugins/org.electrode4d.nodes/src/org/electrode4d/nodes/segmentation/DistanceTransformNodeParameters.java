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

/** Parameters of the Distance Transform. */
final class DistanceTransformNodeParameters implements NodeParameters {

    @Widget(title = "Mask", description = "Column with masks or labels.")
    @ChoicesProvider(VolumeColumns.class)
    String m_maskColumn = SelectedVoxels.MASK;

    @Widget(title = "Labels", description = "Which labels are inside of the mask: <tt>2, 3</tt>. Empty takes "
        + "everything that is not 0.")
    String m_labels = "";

    @Widget(title = "Distances", description = "Which distances are measured.")
    @ValueSwitchWidget
    DistanceKind m_kind = DistanceKind.INSIDE;

    @Advanced
    @Widget(title = "Beyond the border", description = "What is beyond the border of the volume, for distances inside. "
        + "An image has no border along z.")
    @ValueSwitchWidget
    BeyondBorder m_border = BeyondBorder.OPEN;

    DistanceTransformNodeParameters() {
    }

    DistanceTransformNodeParameters(final NodeParametersInput input) {
        m_maskColumn = VolumeColumns.preferred(input, m_maskColumn);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        SelectedVoxels.parse(m_labels);
    }
}
