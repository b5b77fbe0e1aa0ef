// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.ResidualSettings;
import org.electrode4d.correlation.Unpredicted;
import org.electrode4d.nodes.table.FieldColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Residual Map. */
final class ResidualMapNodeParameters implements NodeParameters {

    @Widget(title = "Deformation field", description = "Column with the deformation of each pair.")
    @ChoicesProvider(FieldColumns.class)
    String m_fieldColumn = "";

    @Widget(title = "Noise threshold [grey value]", description = "Differences below this count as noise and become "
        + "0. It depends on the grey scale of the scans: measure it on two scans of the same state. 0 keeps all.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_threshold = 5000;

    @Widget(title = "Match grey values", description = "Brings the reference to the brightness and contrast of the "
        + "deformed scan first.")
    boolean m_matchGreys;

    @Advanced
    @Widget(title = "Smoothing [voxel]", description = "Standard deviation of the Gaussian that suppresses noise. 0 "
        + "does not smooth.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_sigma = 2;

    @Advanced
    @Widget(title = "Interpolation", description = "How grey values between voxels are found.")
    @ValueSwitchWidget
    Interpolation m_interpolation = Interpolation.EXACT;

    ResidualMapNodeParameters() {
    }

    ResidualMapNodeParameters(final NodeParametersInput input) {
        m_fieldColumn = FieldColumns.last(input, 0);
    }

    ResidualSettings settings() throws InvalidSettingsException {
        try {
            return new ResidualSettings(m_sigma, m_threshold, m_matchGreys, m_interpolation.accuracy,
                Unpredicted.ZERO);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
    }
}
