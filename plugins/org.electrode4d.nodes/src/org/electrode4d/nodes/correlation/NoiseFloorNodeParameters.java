// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.NoiseFloor;
import org.electrode4d.correlation.ResidualSettings;
import org.electrode4d.correlation.Unpredicted;
import org.electrode4d.nodes.table.FieldColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Parameters of the Noise Floor. */
final class NoiseFloorNodeParameters implements NodeParameters {

    @Widget(title = "Deformation field", description = "Column with the field that was measured between both scans of "
        + "one state.")
    @ChoicesProvider(FieldColumns.class)
    String m_fieldColumn = "";

    @Widget(title = "Reference step", description = "Name of the first scan of the state, such as T8. Empty: of the "
        + "last row that fits.")
    String m_referenceStep = "";

    @Widget(title = "Deformed step", description = "Name of the second scan of the same state, such as T9. Empty: of "
        + "the last row that fits.")
    String m_deformedStep = "";

    @Widget(title = "Percentile [%]", description = "So much of the noise is below the threshold. With 99.9, one in "
        + "a thousand voxels of pure noise remains in a residual map; lower numbers leave specks all over it, higher "
        + "ones are decided by a few artefacts.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_percentile = NoiseFloor.PERCENTILE;

    @Widget(title = "Match grey values", description = "Brings the first scan to the brightness and contrast of the "
        + "second. Set it as in the <i>Residual Map</i>.")
    boolean m_matchGreys;

    @Widget(title = "Use a mask", description = "Counts only part of the scan, such as the electrode.")
    @ValueReference(HasMask.Switch.class)
    boolean m_useMask;

    @Widget(title = "Mask", description = "Column with volumes that are not zero where voxels count, in the frame of "
        + "the second scan.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = HasMask.class, type = EffectType.SHOW)
    String m_maskColumn = "";

    @Advanced
    @Widget(title = "Smoothing [voxel]", description = "Standard deviation of the Gaussian. Set it as in the "
        + "<i>Residual Map</i>.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_sigma = 2;

    @Advanced
    @Widget(title = "Interpolation", description = "How grey values between voxels are found. Set it as in the "
        + "<i>Residual Map</i>.")
    @ValueSwitchWidget
    Interpolation m_interpolation = Interpolation.EXACT;

    NoiseFloorNodeParameters() {
    }

    NoiseFloorNodeParameters(final NodeParametersInput input) {
        m_fieldColumn = FieldColumns.last(input, 0);
    }

    ResidualSettings settings() throws InvalidSettingsException {
        try {
            return new ResidualSettings(m_sigma, 0, m_matchGreys, m_interpolation.accuracy, Unpredicted.NAN);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
        if (!(m_percentile > 0 && m_percentile <= 100)) {
            throw new InvalidSettingsException("'Percentile [%]' is " + m_percentile
                + ", but must be greater than 0 and at most 100.");
        }
    }
}
