// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.table.SeriesColumns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class ExpectedValuesNodeTest {

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    /** A table of texts and numbers, from its heads and rows; null is a missing cell. */
    private BufferedDataTable table(final List<String> heads, final Object[]... rows) {
        final DataColumnSpec[] columns = new DataColumnSpec[heads.size()];
        for (int i = 0; i < columns.length; i++) {
            Object first = null;
            for (final Object[] row : rows) {
                first = first == null ? row[i] : first;
            }
            columns[i] = SeriesColumns.column(heads.get(i), first instanceof String ? StringCell.TYPE
                : first instanceof Integer ? IntCell.TYPE : DoubleCell.TYPE);
        }
        final DataCell[][] cells = new DataCell[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            final List<DataCell> row = new ArrayList<>();
            for (final Object value : rows[r]) {
                row.add(value == null ? new MissingCell("none") : value instanceof String text ? new StringCell(text)
                    : value instanceof Integer number ? new IntCell(number) : new DoubleCell((Double)value));
            }
            cells[r] = row.toArray(DataCell[]::new);
        }
        return tester.table(new DataTableSpec(columns), cells);
    }

    private static Object[] row(final Object... values) {
        return values;
    }

    private NodeTester.Node node() {
        return tester.node(new ExpectedValuesNodeFactory());
    }

    private BufferedDataTable thickness() {
        return table(List.of("Step", "Thickness, mean [µm]", "Thickness, SD [µm]"), row("T0", 20.9, 0.8),
            row("T3", 25.5, 1.9));
    }

    @Test
    void aMeasuredValueStandsBesideTheTrueAndThePublishedOne() throws Exception {
        final BufferedDataTable expected = table(List.of("Quantity", "Step", "Unit", "Published", "True"),
            row("Thickness, mean", "T3", "µm", 25.8, 25.6), row("Thickness, SD", "T0", "nm", 700.0, 640.0));
        final Result result = node().run(expected, thickness());
        assertEquals(25.5, result.number(0, 0, "Measured"));
        assertEquals(-0.1, result.number(0, 0, "Difference"), 1e-12);
        assertEquals(-0.390625, result.number(0, 0, "Difference [%]"), 1e-9);
        assertEquals(25.8, result.number(0, 0, "Published"));
        assertEquals(800, result.number(0, 1, "Measured"));
        assertEquals(25, result.number(0, 1, "Difference [%]"), 1e-9);
        assertTrue(result.warning().isEmpty());
        assertFalse(result.table(0).getDataTableSpec().containsName("Within tolerance"));
    }

    @Test
    void publishedValuesTakeTheTruthsPlaceWhereItIsNotKnown() throws Exception {
        final BufferedDataTable expected = table(List.of("Quantity", "Step", "Unit", "Published", "True"),
            row("Thickness, mean", "T0", "µm", 20.7, null), row("Thickness, mean", "T3", "µm", 25.8, 25.6));
        final Result ofTruth = node().run(expected, thickness());
        assertEquals(0.2, ofTruth.number(0, 0, "Difference"), 1e-12);
        assertEquals(-0.1, ofTruth.number(0, 1, "Difference"), 1e-12);
        final Result ofPaper = node().set("comparedWith", ComparedWith.PUBLISHED).run(expected, thickness());
        assertEquals(-0.3, ofPaper.number(0, 1, "Difference"), 1e-12);
    }

    /** Strain Statistics: pairs of scans in rows, units in a column, strains without unit. */
    private BufferedDataTable strain() {
        return table(List.of("Reference step", "Deformed step", "Region", "Component", "Unit", "Mean"),
            row("T0", "T6", "Whole", "Volumetric strain", "-", 0.43),
            row("T0", "T6", "Collector side", "Volumetric strain", "-", 0.35),
            row("T5", "T6", "Collector side", "Volumetric strain", "-", 0.05),
            row("T0", "T6", "Collector side", "Rotation", "°", 0.4));
    }

    @Test
    void allTextsThatBothTablesHaveAreKeys() throws Exception {
        final BufferedDataTable expected =
            table(List.of("Quantity", "Component", "Region", "Reference step", "Step", "Unit", "True", "Source"),
                row("Mean", "Volumetric strain", "Collector side", "T0", "T6", "%", 34.0, "Fig. 3d"));
        final Result result = node().run(expected, strain());
        assertEquals(35, result.number(0, 0, "Measured"));
        assertEquals(1, result.number(0, 0, "Difference"), 1e-12);
        assertEquals("Fig. 3d", result.cell(0, 0, "Source").toString());
    }

    @Test
    void severalRowsThatFitAreNoMeasuredValue() throws Exception {
        final BufferedDataTable expected = table(List.of("Quantity", "Component", "Region", "Step", "Unit", "True"),
            row("Mean", "Volumetric strain", "Collector side", "T6", "%", 34.0));
        final Result result = node().run(expected, strain());
        assertEquals("Several rows of the 1. measured table fit.",
            ((MissingCell)result.cell(0, 0, "Measured")).getError());
        assertEquals("1 expected value has no measured one, which stays missing: Mean (Volumetric strain, Collector "
            + "side, T6).", result.warning().orElseThrow().getSummary());
    }

    @Test
    void unitsOfOtherKindsAreNotCompared() throws Exception {
        final BufferedDataTable expected = table(List.of("Quantity", "Component", "Region", "Step", "Unit", "True"),
            row("Mean", "Rotation", "Collector side", "T6", "%", 34.0));
        final Result result = node().run(expected, strain());
        assertEquals("The unit in the 1. measured table is [°], but [%] is expected.",
            ((MissingCell)result.cell(0, 0, "Measured")).getError());
    }

    @Test
    void tablesWithoutAKeyAreNotLookedAt() throws Exception {
        final BufferedDataTable expected = table(List.of("Quantity", "Region", "Step", "Unit", "True"),
            row("Mean", null, "T0", "%", 0.5), row("Mean", "Whole", "T0", "%", 1.0));
        final BufferedDataTable first = table(List.of("Step", "Mean [-]"), row("T0", 0.007));
        final BufferedDataTable second = table(List.of("Step", "Region", "Mean [%]"), row("T0", "Whole", 2.0));
        final Result result = node().run(expected, first, second);
        assertEquals(2, result.number(0, 1, "Measured"));
        assertEquals(0.7, result.number(0, 0, "Measured"), 1e-12, "the first table that fits");
    }

    @Test
    void aLongTableHasItsQuantitiesInRows() throws Exception {
        final BufferedDataTable expected = table(List.of("Quantity", "Region", "Unit", "True"),
            row("Displacement", "Bin 1", "µm", 2.0), row("Displacement", "Bin 2", "µm", 11.0));
        final BufferedDataTable measured = table(List.of("Quantity", "Region", "Unit", "Measured"),
            row("Error", "Bin 2", "µm", 7.0), row("Displacement [nm]", "Bin 2", "nm", 11250.0));
        final Result result = node().run(expected, thickness(), measured);
        assertEquals(11.25, result.number(0, 1, "Measured"));
        assertTrue(result.cell(0, 0, "Measured").isMissing());
    }

    @Test
    void ofColumnsInSeveralUnitsTheOneThatFitsIsTaken() throws Exception {
        final BufferedDataTable expected =
            table(List.of("Quantity", "Label", "Unit", "True"), row("FWHM", 7, "nm", 307.0));
        final BufferedDataTable measured = table(List.of("Label", "FWHM [voxel]", "FWHM [µm]"), row(6, 3.0, 0.3),
            row(7, 3.1, 0.31));
        assertEquals(310, node().run(expected, measured).number(0, 0, "Measured"), 1e-9);
    }

    private BufferedDataTable withTolerances() {
        return table(List.of("Quantity", "Step", "Unit", "True", "Tolerance", "Tolerance [%]"),
            row("Thickness, mean", "T0", "µm", 20.7, null, 1.0), row("Thickness, mean", "T3", "µm", 25.6, null, 0.3),
            row("Thickness, SD", "T3", "nm", 1850.0, 50.0, null), row("Thickness, SD", "T0", "nm", 700.0, null, null));
    }

    @Test
    void differencesAreWithinTheirTolerance() throws Exception {
        final Result result = node().run(withTolerances(), thickness());
        assertEquals(BooleanCell.TRUE, result.cell(0, 0, "Within tolerance"));
        assertEquals(BooleanCell.FALSE, result.cell(0, 1, "Within tolerance"));
        assertEquals(BooleanCell.TRUE, result.cell(0, 2, "Within tolerance"));
        assertTrue(result.cell(0, 3, "Within tolerance").isMissing());
        assertEquals("1 value is outside of the tolerance: Thickness, mean (T3).",
            result.warning().orElseThrow().getSummary());
    }

    @Test
    void valuesOutsideOfTheToleranceStopTheNodeOnDemand() {
        Failures.of(node().set("outside", OutsideTolerance.STOP), withTolerances(), thickness())
            .says("1 value is outside of the tolerance: Thickness, mean (T3).")
            .resolution("Look at the measured values, or set 'Outside of tolerance' to 'Warn'.");
    }

    @Test
    void aTableWithoutValuesIsRefused() {
        final BufferedDataTable expected = table(List.of("Quantity", "Step"), row("Thickness, mean", "T0"));
        assertEquals("The table of expected values has neither a column 'True' nor a column 'Published' of numbers; it "
            + "has Quantity, Step.",
            assertThrows(InvalidSettingsException.class,
                () -> node().configure(expected.getSpec(), thickness().getSpec())).getMessage());
    }
}
