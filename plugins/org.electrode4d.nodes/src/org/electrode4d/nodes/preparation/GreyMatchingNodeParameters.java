// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.util.List;

import org.electrode4d.nodes.table.NumberList;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
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

/** Parameters of the Grey Matching. */
final class GreyMatchingNodeParameters implements NodeParameters {

    static final class SourceReference implements ParameterReference<PhaseSource> {
    }

    static final class FromLabels implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(PhaseSource.LABELS);
        }
    }

    static final class FromMasks implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(PhaseSource.MASKS);
        }
    }

    static final class HasVoxels implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(PhaseSource.LABELS, PhaseSource.MASKS);
        }
    }

    @Widget(title = "Volumes", description = "Column with the scans. The first row is the reference.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Widget(title = "Reference phases from", description = "Phases whose grey value should be the same in every scan, "
        + "such as the collector and the pores or the electrolyte. The histogram does for a start; phases that change "
        + "between scans, such as graphite and silicon that take up lithium, must not be among them.")
    @ValueReference(SourceReference.class)
    PhaseSource m_source = PhaseSource.PEAKS;

    @Widget(title = "Labels", description = "Column with volumes that hold a number for every phase.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = FromLabels.class, type = EffectType.SHOW)
    String m_phaseColumn = "Phases";

    @Widget(title = "Numbers of the phases", description = "Two or more: <tt>1, 3</tt>. With more than two, the map is "
        + "fitted by least squares.")
    @Effect(predicate = FromLabels.class, type = EffectType.SHOW)
    String m_labels = "1, 2";

    @Widget(title = "First mask", description = "Column with masks of a phase: volumes of integers, 0 outside.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = FromMasks.class, type = EffectType.SHOW)
    String m_firstMaskColumn = "Mask";

    @Widget(title = "Second mask", description = "Column with masks of another phase.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = FromMasks.class, type = EffectType.SHOW)
    String m_secondMaskColumn = "";

    @Widget(title = "Grey value of a phase", description = "Which of its grey values stands for a phase.")
    @ValueSwitchWidget
    @Effect(predicate = HasVoxels.class, type = EffectType.SHOW)
    PhaseLevelChoice m_level = PhaseLevelChoice.MEDIAN;

    @Advanced
    @Widget(title = "Replace the volumes", description = "The new volumes stand where the old ones were, instead of in "
        + "a column of their own.")
    boolean m_replace;

    GreyMatchingNodeParameters() {
    }

    GreyMatchingNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
    }

    List<Integer> labels() throws InvalidSettingsException {
        final List<Double> numbers = NumberList.decimals(m_labels, "Numbers of the phases");
        final List<Integer> labels = numbers.stream().map(Double::intValue).distinct().toList();
        if (labels.size() < 2 || numbers.stream().anyMatch(number -> number != Math.rint(number))) {
            throw new InvalidSettingsException("'Numbers of the phases' is '" + m_labels
                + "', but must be two or more different whole numbers. Write for instance 1, 3.");
        }
        return labels;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_source == PhaseSource.LABELS) {
            labels();
        }
        if (m_source == PhaseSource.MASKS && m_firstMaskColumn.equals(m_secondMaskColumn)) {
            throw new InvalidSettingsException("'First mask' and 'Second mask' are both '" + m_firstMaskColumn
                + "', but two different phases are needed.");
        }
    }
}
