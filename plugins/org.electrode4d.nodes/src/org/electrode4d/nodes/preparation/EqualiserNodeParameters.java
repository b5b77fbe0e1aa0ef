// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.preparation.GreyDistribution;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Histogram Equaliser. */
final class EqualiserNodeParameters implements NodeParameters {

    private static final int MOST_BINS = 65_536;

    static final class ScopeReference implements ParameterReference<EqualisationScope> {
    }

    static final class InMask implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ScopeReference.class).isOneOf(EqualisationScope.MASK);
        }
    }

    @Widget(title = "Volumes", description = "Column with the scans.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Widget(title = "Histogram of", description = "Whose histogram is spread.")
    @ValueReference(ScopeReference.class)
    EqualisationScope m_scope = EqualisationScope.VOLUME;

    @Widget(title = "Mask", description = "Column with masks: volumes of integers, 0 outside.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = InMask.class, type = EffectType.SHOW)
    String m_maskColumn = "Mask";

    @Widget(title = "Values", description = "The numbers of the new volumes.")
    @ValueSwitchWidget
    EqualisationOutput m_output = EqualisationOutput.UNIT;

    @Advanced
    @Widget(title = "Bins of floating-point volumes", description = "Number of bins from the smallest to the largest "
        + "value. Volumes of integers have one bin per value.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_bins = GreyDistribution.BINS;

    @Advanced
    @Widget(title = "Replace the volumes", description = "The new volumes stand where the old ones were, instead of in "
        + "a column of their own.")
    boolean m_replace;

    EqualiserNodeParameters() {
    }

    EqualiserNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_bins < 2 || m_bins > MOST_BINS) {
            throw new InvalidSettingsException("'Bins of floating-point volumes' is " + m_bins
                + ", but must lie between 2 and " + MOST_BINS + ".");
        }
    }
}
