// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.nodes.table.FieldColumns;
import org.electrode4d.nodes.table.LabelNumbers;
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
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Label Propagation. */
final class LabelPropagationNodeParameters implements NodeParameters {

    private static final String MASK_LABELS = "Labels of the mask";
    private static final int MOST_REACH = 8;

    static final class UsesMask implements ParameterReference<Boolean> {
    }

    static final class HasMaskColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(UsesMask.class).isTrue();
        }
    }

    @Widget(title = "Labels", description = "Column of the second input with volumes of labels, such as the numbers of "
        + "particles. Those of the reference scan are carried along; other rows may hold others or none.")
    @ChoicesProvider(LabelColumns.class)
    String m_labelColumn = "Particles";

    @Widget(title = "Deformation field", description = "Column of the first input with the fields that lead from the "
        + "reference scan to the others.")
    @ChoicesProvider(FieldColumns.class)
    String m_fieldColumn = "";

    @Widget(title = "Masked labels too", description = "Adds the labels inside a mask of every scan, such as "
        + "non-lithiated silicon: what is left of every particle, with its number.")
    @ValueReference(UsesMask.class)
    boolean m_useMask;

    @Widget(title = "Mask", description = "Column of the second input with a mask or phases of every scan.")
    @ChoicesProvider(LabelColumns.class)
    @Effect(predicate = HasMaskColumn.class, type = EffectType.SHOW)
    String m_maskColumn = "Mask";

    @Widget(title = MASK_LABELS, description = "Phases that are inside: <tt>2, 3</tt>. Empty takes every value but 0.")
    @Effect(predicate = HasMaskColumn.class, type = EffectType.SHOW)
    String m_maskLabels = "";

    @Widget(title = "Reach of masked labels [voxel]", description = "Voxels of the mask beside a particle take its "
        + "label up to this distance, those between two particles that of the nearer. A field ends a particle half a "
        + "voxel off or so, and without reach all that the mask has beyond would be lost.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = HasMaskColumn.class, type = EffectType.SHOW)
    int m_reach = 2;

    @Advanced
    @Widget(title = "Reference step", description = "<i>Step</i> of the scan whose labels are carried along, from "
        + "which the fields must start. Empty takes the first row with labels.")
    String m_reference = "";

    LabelPropagationNodeParameters() {
    }

    LabelPropagationNodeParameters(final NodeParametersInput input) {
        m_fieldColumn = FieldColumns.last(input, 0);
    }

    /** None where every value other than 0 is inside. */
    int[] maskLabels() throws InvalidSettingsException {
        return LabelNumbers.parse(m_maskLabels, MASK_LABELS).stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        maskLabels();
        if (m_reach < 0 || m_reach > MOST_REACH) {
            throw new InvalidSettingsException("'Reach of masked labels' is " + m_reach + " voxels, but must be 0 to "
                + MOST_REACH + ".");
        }
    }
}
