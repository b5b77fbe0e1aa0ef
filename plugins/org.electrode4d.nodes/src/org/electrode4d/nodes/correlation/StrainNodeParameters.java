// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.StrainSettings;
import org.electrode4d.nodes.table.FieldColumns;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Parameters of the Strain node. */
final class StrainNodeParameters implements NodeParameters {

    static final class MethodReference implements ParameterReference<StrainMethod> {
    }

    static final class IsLeastSquares implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(StrainMethod.LEAST_SQUARES, StrainMethod.GEERS_SPAM);
        }
    }

    @Widget(title = "Deformation field", description = "Column with the fields to take the strain from.")
    @ChoicesProvider(FieldColumns.class)
    String m_fieldColumn = "";

    @Widget(title = "Strain", description = "Which numbers describe the strain. All are absolute: 0.01 is 1 %.")
    @ValueSwitchWidget
    StrainMeasure m_measure = StrainMeasure.FINITE;

    @Widget(title = "Method", description = "Where the deformation gradient comes from.")
    @ValueReference(MethodReference.class)
    StrainMethod m_method = StrainMethod.LEAST_SQUARES;

    @Advanced
    @Widget(title = "Radius [node spacings]", description = "Of the neighbourhood of the least squares method: 1.5 "
        + "takes the 18 nearest neighbours. Larger is smoother.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsLeastSquares.class, type = EffectType.SHOW)
    double m_radius = 1.5;

    @Advanced
    @Widget(title = "Use filled nodes", description = "Whether nodes that were filled from their neighbours count like "
        + "measured ones. Otherwise strain has holes there.")
    boolean m_useFilled = true;

    StrainNodeParameters() {
    }

    StrainNodeParameters(final NodeParametersInput input) {
        m_fieldColumn = FieldColumns.last(input, 0);
    }

    StrainSettings settings() throws InvalidSettingsException {
        try {
            return new StrainSettings(m_method.method, m_radius, m_useFilled);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
    }
}
