// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.FilterSettings;
import org.electrode4d.nodes.table.FieldColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Deformation Field Filter. */
final class DeformationFieldFilterNodeParameters implements NodeParameters {

    @Widget(title = "Deformation field", description = "Column with the fields to filter.")
    @ChoicesProvider(FieldColumns.class)
    String m_fieldColumn = "";

    @Widget(title = "Replace by", description = "What a node that did not converge gets.")
    FillMethod m_method = FillMethod.INVERSE_DISTANCE;

    @Widget(title = "Neighbours", description = "How many of the nearest good nodes a replacement is made of. The "
        + "local quadratic fit takes at least 20.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_neighbours = 8;

    @Advanced
    @Widget(title = "Minimum ZNCC [-]", description = "Nodes that converged, but to a correlation coefficient below "
        + "this, are replaced as well. -1 keeps all.")
    double m_minimumZncc = -1;

    DeformationFieldFilterNodeParameters() {
    }

    DeformationFieldFilterNodeParameters(final NodeParametersInput input) {
        m_fieldColumn = FieldColumns.last(input, 0);
    }

    FilterSettings settings() throws InvalidSettingsException {
        try {
            return new FilterSettings(m_method.method, m_neighbours, m_minimumZncc);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
    }
}
