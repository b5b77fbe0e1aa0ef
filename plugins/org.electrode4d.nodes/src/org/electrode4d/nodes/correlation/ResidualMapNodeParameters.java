// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.ResidualSettings;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.FieldColumns;
import org.electrode4d.nodes.table.PairColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Residual Map. */
final class ResidualMapNodeParameters implements NodeParameters {

    static final class SourceReference implements ParameterReference<ThresholdSource> {
    }

    static final class FromValue implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(ThresholdSource.VALUE);
        }
    }

    static final class FromColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(ThresholdSource.COLUMN);
        }
    }

    static final class NumberColumns extends CompatibleColumnsProvider {
        NumberColumns() {
            super(DoubleValue.class);
        }
    }

    @Widget(title = "Deformation field", description = "Column with the deformation of each pair.")
    @ChoicesProvider(FieldColumns.class)
    String m_fieldColumn = "";

    @Migrate(loadDefaultIfAbsent = true)
    @Widget(title = "Threshold from", description = "Where the noise threshold comes from.")
    @ValueSwitchWidget
    @ValueReference(SourceReference.class)
    ThresholdSource m_thresholdSource = ThresholdSource.VALUE;

    @Widget(title = "Noise threshold [grey value]", description = "Differences below this count as noise and become "
        + "0. It depends on the grey scale of the scans: measure it on two scans of the same state "
        + "with the <i>Noise Floor</i>. 0 keeps all.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = FromValue.class, type = EffectType.SHOW)
    double m_threshold = 5000;

    @Migrate(loadDefaultIfAbsent = true)
    @Widget(title = "Threshold column", description = "Column with the threshold of each pair, in grey values; that of "
        + "the <i>Noise Floor</i> is called <tt>Noise threshold [grey value]</tt>.")
    @ChoicesProvider(NumberColumns.class)
    @Effect(predicate = FromColumn.class, type = EffectType.SHOW)
    String m_thresholdColumn = PairColumns.NOISE_THRESHOLD;

    @Migrate(loadDefaultIfAbsent = true)
    @Widget(title = "Signed residual too", description = "Adds the smoothed difference with its sign and without "
        + "threshold: positive where the deformed scan is brighter than predicted.")
    boolean m_signed;

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

    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    @Widget(title = "Voxels without prediction", description = "What they get: voxels whose material comes from "
        + "outside the reference scan, or where the deformation field has no usable node.")
    @ValueSwitchWidget
    UnpredictedVoxels m_unpredicted = UnpredictedVoxels.ZERO;

    ResidualMapNodeParameters() {
    }

    ResidualMapNodeParameters(final NodeParametersInput input) {
        m_fieldColumn = FieldColumns.last(input, 0);
        if (input.getInTableSpec(0).filter(spec -> spec.containsName(PairColumns.NOISE_THRESHOLD)).isPresent()) {
            m_thresholdSource = ThresholdSource.COLUMN;
        }
    }

    ResidualSettings settings() throws InvalidSettingsException {
        try {
            return new ResidualSettings(m_sigma, m_threshold, m_matchGreys, m_interpolation.accuracy,
                m_unpredicted.unpredicted);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** Index of the column of thresholds; -1 where all pairs have the same. */
    int thresholdColumn(final DataTableSpec spec) throws InvalidSettingsException {
        return m_thresholdSource == ThresholdSource.VALUE ? -1
            : Columns.find(spec, m_thresholdColumn, DoubleValue.class, "noise thresholds");
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
    }
}
