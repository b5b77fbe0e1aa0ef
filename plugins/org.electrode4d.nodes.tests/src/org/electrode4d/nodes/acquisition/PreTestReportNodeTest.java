// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.table.SeriesColumns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class PreTestReportNodeTest {

    private static final DataTableSpec SPEC = NodesSpec.of(CyclingColumns.CELL, CyclingColumns.TIME,
        CyclingColumns.POTENTIAL, CyclingColumns.CURRENT);

    @TempDir
    Path folder;

    private NodeTester tester;
    private final List<DataCell[]> rows = new ArrayList<>();

    /** A table of a name and numbers. */
    private static final class NodesSpec {
        static DataTableSpec of(final String name, final String... numbers) {
            final List<DataColumnSpec> columns = new ArrayList<>();
            columns.add(SeriesColumns.column(name, StringCell.TYPE));
            for (final String number : numbers) {
                columns.add(SeriesColumns.column(number, DoubleCell.TYPE));
            }
            return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
        }
    }

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private void row(final String cell, final double time, final double potential, final double current) {
        rows.add(new DataCell[]{new StringCell(cell), new DoubleCell(time), new DoubleCell(potential),
            new DoubleCell(current)});
    }

    /** A cell of 1 mAh: rest at 3 V, charge with 1 mA to 4.3 V in an hour and a tail, discharge. */
    private void cell(final String name, final double resistance) {
        row(name, 0, 3, 0);
        row(name, 60, 3, 0);
        for (int i = 0; i <= 100; i++) {
            row(name, 60 + 36 * i, Math.min(4.3, 3 + 0.013 * i + 1e-3 * resistance), 1e-3);
        }
        row(name, 3760, 4.3, 0.5e-3);
        row(name, 3860, 4.3, 0.1e-3);
        for (int i = 0; i <= 100; i++) {
            row(name, 3860 + 36 * i, 4.3 - 0.013 * i - 1e-3 * resistance, -1e-3);
        }
    }

    private BufferedDataTable table() {
        return tester.table(SPEC, rows.toArray(DataCell[][]::new));
    }

    private BufferedDataTable five(final double... resistances) {
        for (int i = 0; i < resistances.length; i++) {
            cell("cell " + (i + 1), resistances[i]);
        }
        return table();
    }

    private NodeTester.Node report() {
        return tester.node(new PreTestReportNodeFactory());
    }

    @Test
    void fourOfFiveAreEnough() throws Exception {
        final Result result = report().run(five(20, 20.5, 20, 19.5, 200));
        assertEquals(5, result.table(0).size());
        assertEquals("consistent", result.cell(0, 0, "Verdict").toString());
        assertTrue(result.cell(0, 0, "Reasons").toString().startsWith("Fall of potential at rest was not judged"));
        assertEquals("deviating", result.cell(0, 4, "Verdict").toString());
        assertTrue(result.cell(0, 4, "Reasons").toString().startsWith(
            "Initial resistance is 200.0 Ω, but the median is 20.00 Ω"), result.cell(0, 4, "Reasons").toString());
        assertEquals(20, ((DoubleCell)result.cell(0, 0, "Initial resistance [Ω]")).getDoubleValue(), 1e-9);
        assertEquals("consistent", result.cell(1, 0, "Verdict").toString());
        assertEquals("4 of 5 cells are consistent; 4 are needed.", result.cell(1, 0, "Reason").toString());
        assertEquals(new IntCell(4), result.cell(1, 0, "Consistent cells"));
        assertEquals(new DoubleCell(4.3), result.cell(1, 0, "Upper cut-off potential [V]"));
        assertEquals(0, result.table(2).size());
    }

    @Test
    void twoBadCellsAreTooMany() throws Exception {
        final Result result = report().run(five(20, 20.5, 20, 400, 200));
        assertEquals("not consistent", result.cell(1, 0, "Verdict").toString());
        assertEquals("consistent", report().set("needed", 3).run(table()).cell(1, 0, "Verdict").toString());
    }

    @Test
    void aFigureThatIsMissingSaysWhy() throws Exception {
        final DataCell missing = report().run(five(20, 20.5, 20)).cell(0, 0, "Fall of potential at rest [mV/h]");
        assertTrue(missing.isMissing());
        assertEquals("there is no rest of several samples between charge and discharge",
            ((MissingCell)missing).getError());
    }

    @Test
    void tooFewCellsGiveNoVerdict() throws Exception {
        final Result result = report().run(five(20, 20.5, 20));
        assertEquals("undecided", result.cell(1, 0, "Verdict").toString());
        assertEquals("3 of 3 cells are consistent, but 5 cells are needed for a verdict.",
            result.cell(1, 0, "Reason").toString());
    }

    @Test
    void picturesAreWritten() throws Exception {
        final Result result = report().set("folder", folder.resolve("out").toString()).set("createFolders", true)
            .run(five(20, 20.5, 20, 19.5, 200));
        assertEquals(2, result.table(2).size());
        final Path file = folder.resolve("out/pre-test-time.png");
        assertEquals(file.toString(), result.cell(2, 0, "Picture path").toString());
        final BufferedImage picture = ImageIO.read(file.toFile());
        assertTrue(picture.getWidth() > 1200 && picture.getHeight() > 1000);
        assertTrue(Files.exists(folder.resolve("out/pre-test-charge.png")));
    }

    @Test
    void samplesOutOfOrderAreNamed() {
        row("a", 10, 3, 0);
        row("b", 0, 3, 0);
        row("a", 5, 3, 0);
        Failures.of(report(), table()).says("Cell 'a', Row2: Sample 1: the time runs backwards, from 10.0 s to 5.0 s.")
            .resolution("Sort the table by time");
    }

    @Test
    void aTableWithoutCurrentsIsRefused() {
        final BufferedDataTable table = tester.table(NodesSpec.of("Cell", "Time [s]", "Potential [V]"));
        assertTrue(assertThrows(InvalidSettingsException.class, () -> report().run(table)).getMessage()
            .contains("The input table has no column 'Current [A]'. A column of currents is needed"));
    }

    @Test
    void moreCellsNeededThanThereAreIsRefused() {
        assertTrue(assertThrows(InvalidSettingsException.class, () -> report().set("needed", 6).run(five(20)))
            .getMessage().contains("The number of consistent cells needed is 6"));
    }
}
