// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.List;

import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.table.FieldColumns;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;

/** Parameters of the Deformation Field Composer. */
final class DeformationFieldComposerNodeParameters implements NodeParameters {

    /** Offers the fields of the second input; there are none where it is not connected. */
    static final class DirectFieldColumns extends CompatibleColumnsProvider {

        DirectFieldColumns() {
            super(DeformationFieldValue.class);
        }

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return input.getInTableSpec(1).isEmpty() ? List.of()
                : ColumnSelectionUtil.getCompatibleColumns(input, 1, DeformationFieldValue.class);
        }
    }

    @Widget(title = "Deformation field", description = "Column of the first input with the fields of consecutive "
        + "pairs. Filtered fields leave fewer holes.")
    @ChoicesProvider(FieldColumns.class)
    String m_fieldColumn = "";

    @Widget(title = "Direction", description = "Which way the composed fields lead.")
    @ValueSwitchWidget
    CompositionDirection m_direction = CompositionDirection.FROM_FIRST;

    @Widget(title = "Direct field", description = "Column of the second input with the fields that were measured "
        + "between the first scan and a later one. Without a choice, the last one is taken.")
    @ChoicesProvider(DirectFieldColumns.class)
    String m_directColumn = "";

    DeformationFieldComposerNodeParameters() {
    }

    DeformationFieldComposerNodeParameters(final NodeParametersInput input) {
        m_fieldColumn = FieldColumns.last(input, 0);
        if (input.getInTableSpec(1).isPresent()) {
            m_directColumn = FieldColumns.last(input, 1);
        }
    }
}
