// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.List;

import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.table.FieldColumns;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Field Comparison. */
final class FieldComparisonNodeParameters implements NodeParameters {

    /** Offers the fields of the second input; where it is not connected, those of the first. */
    static final class TrueFieldColumns extends CompatibleColumnsProvider {

        TrueFieldColumns() {
            super(DeformationFieldValue.class);
        }

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return ColumnSelectionUtil.getCompatibleColumns(input, input.getInTableSpec(1).isPresent() ? 1 : 0,
                DeformationFieldValue.class);
        }
    }

    @Widget(title = "Measured field", description = "Column of the first input with the fields to judge.")
    @ChoicesProvider(FieldColumns.class)
    String m_measuredColumn = "";

    @Widget(title = "True field", description = "Column with the fields to compare with: of the second input, whose "
        + "rows are found by the names of the steps; or of the first input where the second is not connected.")
    @ChoicesProvider(TrueFieldColumns.class)
    String m_trueColumn = "";

    @Advanced
    @Widget(title = "Leave out border layers", description = "So many outer layers of nodes are not compared: windows "
        + "near the border see less of the sample.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_border;

    @Advanced
    @Widget(title = "Compare deformation gradients", description = "Adds one row for each of the nine entries of "
        + "<b>F</b>. Strains are compared in any case.")
    boolean m_gradients;

    FieldComparisonNodeParameters() {
    }

    FieldComparisonNodeParameters(final NodeParametersInput input) {
        m_measuredColumn = FieldColumns.last(input, 0);
        if (input.getInTableSpec(1).isPresent()) {
            m_trueColumn = FieldColumns.last(input, 1);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_border < 0) {
            throw new InvalidSettingsException("'Leave out border layers' is " + m_border
                + ", but must be 0 or greater.");
        }
    }
}
