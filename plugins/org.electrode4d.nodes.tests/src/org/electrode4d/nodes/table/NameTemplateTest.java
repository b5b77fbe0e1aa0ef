// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

class NameTemplateTest {

    private static final DataTableSpec SPEC = new DataTableSpec(SeriesColumns.column("Step", StringCell.TYPE),
        SeriesColumns.column("Time [h]", DoubleCell.TYPE));

    private static final DataRow ROW = new DefaultRow("Row3", new StringCell("T1: a/b"), new DoubleCell(2.5));

    @Test
    void placeholdersBecomeTheTextOfTheRow() throws Exception {
        assertEquals("Volume_at_2.5h_Row3",
            new NameTemplate("{Column}_at_{Time [h]}h_{RowID}").expand(SPEC, ROW, "Volume"));
    }

    @Test
    void whatFileNamesMayNotHaveBecomesAnUnderscore() throws Exception {
        assertEquals("T1_ a_b", new NameTemplate("{Step}").expand(SPEC, ROW, "Volume"));
    }

    @Test
    void namesAColumnThatIsNotThere() throws Exception {
        final NameTemplate template = new NameTemplate("{Cycle}");
        final String message =
            assertThrows(InvalidSettingsException.class, () -> template.check(SPEC)).getMessage();
        assertTrue(message.contains("{Cycle}") && message.contains("Step, Time [h]"), message);
    }

    @Test
    void refusesEmptyNamesAndFolders() {
        assertThrows(InvalidSettingsException.class, () -> new NameTemplate(" "));
        assertThrows(InvalidSettingsException.class, () -> new NameTemplate("../{Step}"));
    }
}
