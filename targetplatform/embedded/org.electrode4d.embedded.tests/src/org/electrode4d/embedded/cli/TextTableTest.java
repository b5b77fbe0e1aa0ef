// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.electrode4d.embedded.spi.EmbeddedWorkflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;

final class TextTableTest {

    private EmbeddedWorkflow workflow;

    @BeforeEach
    void open() throws IOException {
        workflow = EmbeddedWorkflow.open(null);
    }

    @AfterEach
    void close() throws IOException {
        workflow.close();
    }

    private BufferedDataTable table(final String[] names, final DataType[] types, final DataCell[]... rows) {
        final BufferedDataContainer container = workflow.node(1, "Table")
            .startExecution(new DefaultNodeProgressMonitor()).createDataContainer(new DataTableSpec(names, types));
        for (int i = 0; i < rows.length; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, rows[i]));
        }
        container.close();
        return container.getTable();
    }

    private BufferedDataTable numbers(final int rows) {
        final DataCell[][] cells = new DataCell[rows][];
        for (int i = 0; i < rows; i++) {
            cells[i] = new DataCell[]{new IntCell(i)};
        }
        return table(new String[]{"n"}, new DataType[]{IntCell.TYPE}, cells);
    }

    @Test
    void numbersStandAtTheRightAndTextsAtTheLeft() {
        final BufferedDataTable table = table(new String[]{"Step", "Strain [1]", "Voxels"},
            new DataType[]{StringCell.TYPE, DoubleCell.TYPE, IntCell.TYPE},
            new DataCell[]{new StringCell("charged"), new DoubleCell(-0.01234567), new IntCell(16777216)},
            new DataCell[]{new StringCell("aged"), DataType.getMissingCell(), new IntCell(8)});
        assertEquals(List.of( //
            "      Step     Strain [1]    Voxels", //
            "Row0  charged  -0.0123457  16777216", //
            "Row1  aged              ?         8"), TextTable.lines(table));
    }

    @Test
    void longTextsAreCutButNotPaths() {
        final String name = "scan_with_a_very_long_name_that_nobody_reads.tif";
        final BufferedDataTable table = table(new String[]{"Name"}, new DataType[]{StringCell.TYPE},
            new DataCell[]{new StringCell(name)}, new DataCell[]{new StringCell("/data/" + name)},
            new DataCell[]{new StringCell("D:\\data\\" + name)}, new DataCell[]{new StringCell("file:/" + name)});
        final List<String> lines = TextTable.lines(table);
        assertEquals("Row0  scan_with_a_very_long_name_that_nobody_…", lines.get(1));
        assertEquals("Row1  /data/" + name, lines.get(2));
        assertEquals("Row2  D:\\data\\" + name, lines.get(3));
        assertEquals("Row3  file:/" + name, lines.get(4));
    }

    @Test
    void tablesOfUpToFortyRowsFit() {
        assertTrue(TextTable.fits(numbers(40)));
        assertFalse(TextTable.fits(numbers(41)));
    }
}
