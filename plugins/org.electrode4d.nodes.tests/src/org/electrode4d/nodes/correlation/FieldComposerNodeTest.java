// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.electrode4d.nodes.correlation.TestFields.pair;
import static org.electrode4d.nodes.correlation.TestFields.shift;
import static org.electrode4d.nodes.correlation.TestFields.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.volumes.TexturePhantomNodeFactory;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class FieldComposerNodeTest {

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private NodeTester.Node node() {
        return tester.node(new DeformationFieldComposerNodeFactory());
    }

    private static DeformationField field(final Result result, final int row) throws Exception {
        return ((DeformationFieldValue)result.cell(0, row, "Deformation field")).getDeformationField();
    }

    @Test
    void stepsAddUpWhateverTheirOrderInTheTable() throws Exception {
        final Result result = node().run(table(tester, pair("T2 T3", shift(0, 0, 1)), pair("T0 T1", shift(1, 0, 0)),
            pair("T1 T2", shift(0, 2, 0))), NodeTester.UNCONNECTED);
        assertEquals(3, result.table(0).size());
        assertEquals(0, result.table(1).size());
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals("T0", result.cell(0, 2, "Reference step").toString());
        assertEquals("T3", result.cell(0, 2, "Deformed step").toString());
        assertEquals(new Point(1, 2, 1), field(result, 2).displacement(13));
        assertEquals(Math.sqrt(3) * 0.03, field(result, 2).uncertainty(13).y(), 1e-12);
        assertEquals(0.5, result.number(0, 2, "Mean displacement z [µm]"), 1e-12);
        assertEquals(100, result.number(0, 2, "Converged nodes [%]"));
        assertEquals(List.of("Reference step", "Deformed step", "Deformation field", "Nodes"),
            List.of(result.table(0).getDataTableSpec().getColumnNames()).subList(0, 4));
    }

    @Test
    void theInverseLeadsBackToTheFirstScan() throws Exception {
        final Result result = node().set("direction", "TO_FIRST").run(table(tester, pair("T0 T1", shift(1, 0, 0)),
            pair("T1 T2", shift(0, 2, 0))), NodeTester.UNCONNECTED);
        assertEquals("T2", result.cell(0, 1, "Reference step").toString());
        assertEquals("T0", result.cell(0, 1, "Deformed step").toString());
        assertEquals(0, new Point(-1, -2, 0).distance(field(result, 1).displacement(13)), 1e-9);
    }

    @Test
    void directFieldsAreComparedFromEitherInput() throws Exception {
        final TestFields.Pair[] steps = {pair("T0 T1", shift(1, 0, 0)), pair("T1 T2", shift(0, 2, 0))};
        final TestFields.Pair direct = pair("T0 T2", shift(0.9, 2, 0.4));
        for (final Result result : List.of(
            node().run(table(tester, direct, steps[1], steps[0]), NodeTester.UNCONNECTED),
            node().run(table(tester, steps), table(tester, pair("T0 T1", shift(5, 5, 5)), direct)))) {
            assertEquals(4 + 7, result.table(1).size(), "the first step is nothing to compare with itself");
            assertEquals("T2", result.cell(1, 0, "Deformed step").toString());
            assertEquals("Displacement z", result.cell(1, 2, "Quantity").toString());
            assertEquals("27", result.cell(1, 2, "Nodes").toString());
            assertEquals(-0.2, result.number(1, 2, "Mean d"), 1e-9);
            assertEquals(0.2, result.number(1, 2, "Maximum |d|"), 1e-9);
            assertEquals(0.5 * Math.sqrt(3) * 0.03, result.number(1, 2, "RMS d expected"), 1e-9);
            assertEquals(0.5 * Math.hypot(0.1, 0.4), result.number(1, 3, "95th percentile |d|"), 1e-9);
            assertEquals("Volumetric strain", result.cell(1, 4, "Quantity").toString());
            assertEquals(0, result.number(1, 4, "RMS d"), 1e-12);
        }
    }

    @Test
    void volumesOfTheFirstAndTheLastScanComeAlong() throws Exception {
        final Result phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 24).run();
        final BufferedDataTable pairs = tester.node(new GlobalRegistrationNodeFactory()).set("freedom", "TRANSLATION")
            .set("maximumIterations", 2).run(phantom.table(0)).table(0);
        final Result result = node().run(pairs, NodeTester.UNCONNECTED);
        assertEquals(NodeTester.cell(pairs, 0, "Reference"), result.cell(0, 0, "Reference"));
        assertEquals(NodeTester.cell(pairs, 0, "Deformed"), result.cell(0, 0, "Deformed"));
        final Result back = node().set("direction", "TO_FIRST").run(pairs, NodeTester.UNCONNECTED);
        assertEquals(NodeTester.cell(pairs, 0, "Deformed"), back.cell(0, 0, "Reference"));
        assertFalse(result.table(0).getDataTableSpec().containsName("Time [h]"));
    }

    @Test
    void aMissingStepIsNamed() throws Exception {
        Failures.of(node(), table(tester, pair("T0 T1", shift(1, 0, 0)), pair("T2 T3", shift(1, 0, 0))),
            NodeTester.UNCONNECTED).says("The series has a gap: there is no field from T1 to T2.")
            .says("Correlate the scans consecutively").resolution("Change the setting or the input");
        Failures.of(node(), table(tester, pair("T0 T1", shift(1, 0, 0)), pair("T1 T2", null),
            pair("T2 T3", shift(1, 0, 0))), NodeTester.UNCONNECTED).says("there is no field from T1 to T2");
    }

    @Test
    void fieldsOfDifferentVoxelsDoNotFit() throws Exception {
        final DeformationField other = DeformationField.uniform(TestFields.GRID, VoxelSize.isotropic(1), Point.ORIGIN,
            Transformation.IDENTITY);
        Failures.of(node(), table(tester, pair("T0 T1", shift(1, 0, 0)), pair("T1 T2", other)),
            NodeTester.UNCONNECTED).says("0.5 x 0.5 x 0.5 µm and 1.0 x 1.0 x 1.0 µm");
    }

    @Test
    void foldedNodesAreAWarningAndNoMeasurement() throws Exception {
        final DeformationField mirror = TestFields.affine(Transformation.of(
            new double[] {1, 0, 0, 0, 1, 0, 0, 0, -1}, new Point(0, 0, 40)));
        final Result result = node().run(table(tester, pair("T0 T1", shift(1, 0, 0)), pair("T1 T2", mirror)),
            NodeTester.UNCONNECTED);
        assertEquals(27, field(result, 1).count(NodeStatus.VOLUME_CHANGE));
        final String warning = result.warning().get().getSummary();
        assertTrue(warning.startsWith("T0 to T2: 27 of 27 nodes are folded"), warning);
    }

    @Test
    void rowsWithoutAFieldAtTheEndShortenTheSeries() throws Exception {
        final Result result = node().run(table(tester, pair("T0 T1", shift(1, 0, 0)), pair("T1 T2", null)),
            NodeTester.UNCONNECTED);
        assertEquals(1, result.table(0).size());
        assertTrue(result.warning().get().getSummary().contains("Row1"), result.warning().toString());
    }

    @Test
    void scansNeedNames() throws Exception {
        final Result phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 24).run();
        final String message = assertThrows(InvalidSettingsException.class,
            () -> node().run(phantom.table(0), NodeTester.UNCONNECTED)).getMessage();
        assertTrue(message.startsWith("The input table has no column 'Reference step'"), message);
    }

    /** The first field's nodes are kept, whatever the nodes of the others. */
    @Test
    void gridsMayDiffer() throws Exception {
        final DeformationField fine = DeformationField.uniform(
            new NodeGrid(Point.ORIGIN, new Point(4, 4, 4), 12, 12, 12), VoxelSize.isotropic(0.5), Point.ORIGIN,
            Transformation.translation(0, 1, 0));
        final Result result = node().run(table(tester, pair("T0 T1", shift(1, 0, 0)), pair("T1 T2", fine)),
            NodeTester.UNCONNECTED);
        assertEquals(TestFields.GRID, field(result, 1).grid());
        assertEquals(0, new Point(1, 1, 0).distance(field(result, 1).displacement(0)), 1e-12);
        final DataCell uncertain = result.cell(0, 1, "Mean ZNCC [-]");
        assertTrue(uncertain instanceof MissingCell, "a composed field was not correlated: " + uncertain);
    }
}
