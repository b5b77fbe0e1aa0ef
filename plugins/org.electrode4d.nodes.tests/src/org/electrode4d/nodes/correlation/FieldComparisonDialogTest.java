// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.electrode4d.nodes.DialogInput;
import org.electrode4d.nodes.cell.DeformationFieldCell;
import org.electrode4d.nodes.correlation.FieldComparisonNodeParameters.TrueFieldColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;

/** What the dialog of the Field Comparison offers. */
class FieldComparisonDialogTest {

    private static final DataTableSpec MEASURED = new DataTableSpec(SeriesColumns.column("Step", StringCell.TYPE),
        SeriesColumns.column("Coarse", DeformationFieldCell.TYPE),
        SeriesColumns.column("Fine", DeformationFieldCell.TYPE));

    private static final DataTableSpec TRUTH =
        new DataTableSpec(SeriesColumns.column("True field", DeformationFieldCell.TYPE));

    private static List<String> offered(final DataTableSpec measured, final DataTableSpec truth) {
        return new TrueFieldColumns().columnChoices(DialogInput.of(measured, truth)).stream().map(DataColumnSpec::getName)
            .toList();
    }

    @Test
    void trueFieldsComeFromTheSecondInput() {
        assertEquals(List.of("True field"), offered(MEASURED, TRUTH));
        assertEquals("True field", new FieldComparisonNodeParameters(DialogInput.of(MEASURED, TRUTH)).m_trueColumn);
    }

    @Test
    void withoutASecondInputTheyComeFromTheFirst() {
        assertEquals(List.of("Coarse", "Fine"), offered(MEASURED, null));
        assertEquals("Fine", new FieldComparisonNodeParameters(DialogInput.of(MEASURED, null)).m_measuredColumn);
    }
}
