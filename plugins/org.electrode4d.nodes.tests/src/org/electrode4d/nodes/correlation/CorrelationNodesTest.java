// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.io.SpamTsv;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.volumes.TexturePhantomNodeFactory;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/** The nodes of the category "Correlation" one after another, on a phantom whose deformation is known. */
class CorrelationNodesTest {

    private static NodeTester tester;
    private static Result phantom;
    private static Result pairs;
    private static Result fields;
    private static Result filtered;

    @TempDir
    Path folder;

    @BeforeAll
    static void measure() throws Exception {
        tester = NodeTester.open();
        phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 64).set("nodeSpacing", 12).run();
        pairs = tester.node(new GlobalRegistrationNodeFactory()).run(phantom.table(0));
        fields = tester.node(new LocalCorrelationNodeFactory()).set("nodeSpacings", "20, 12").run(pairs.table(0));
        filtered = tester.node(new DeformationFieldFilterNodeFactory()).run(fields.table(0));
    }

    @AfterAll
    static void close() throws Exception {
        tester.close();
    }

    private static double number(final BufferedDataTable table, final int row, final String column) {
        return ((DoubleValue)NodeTester.cell(table, row, column)).getDoubleValue();
    }

    private static DeformationField field(final Result result, final String column) throws IOException {
        return ((DeformationFieldValue)result.cell(0, 0, column)).getDeformationField();
    }

    @Test
    void theRegistrationFindsTheMotion() {
        final BufferedDataTable table = pairs.table(0);
        assertEquals(1, table.size());
        assertEquals("T0", NodeTester.cell(table, 0, "Reference step").toString());
        assertEquals(1.3 * 0.05, number(table, 0, "Translation x [µm]"), 0.002);
        assertEquals(2.4 * 0.05, number(table, 0, "Translation z [µm]"), 0.002);
        assertEquals(0.5, number(table, 0, "Rotation z [°]"), 0.02);
        assertEquals(1.04, number(table, 0, "Stretch z [-]"), 1e-3);
        assertEquals(1.01 * 1.04, number(table, 0, "Volume ratio [-]"), 1e-3);
        assertTrue(number(table, 0, "ZNCC [-]") > 0.95);
        assertEquals("converged", NodeTester.cell(table, 0, "Status").toString());
    }

    @Test
    void theCorrelationHasARowPerNode() {
        final int nodes = Integer.parseInt(fields.cell(0, 0, "Nodes").toString());
        assertEquals(nodes, fields.table(1).size());
        for (int node = 0; node < nodes; node++) {
            final String status = fields.cell(1, node, "Status").toString();
            assertTrue(List.of("converged", "window refused").contains(status), "node " + node + ": " + status);
        }
        assertTrue(number(fields.table(0), 0, "Converged nodes [%]") > 75, "only windows at the border are refused");
        assertEquals(12 * 0.05, number(fields.table(1), 1, "X [µm]") - number(fields.table(1), 0, "X [µm]"), 1e-9);
    }

    @Test
    void theFilterFillsEveryHole() throws Exception {
        final DeformationField field = field(filtered, DeformationFieldFilterNodeFactory.FILTERED);
        assertEquals("0", filtered.cell(0, 0, "Empty nodes").toString());
        assertEquals(field.count(NodeStatus.FILLED),
            Long.parseLong(filtered.cell(0, 0, "Replaced nodes").toString()));
    }

    @Test
    void theFilterCountsWhatItReplacesAndWhy() throws Exception {
        final Result strict = tester.node(new DeformationFieldFilterNodeFactory()).set("maximumUncertainty", 1.0)
            .set("maximumCoherency", 1e-6).set("medianRadius", 1).set("minimumZncc", 0.5).run(fields.table(0));
        final BufferedDataTable table = strict.table(0);
        assertTrue(number(table, 0, "Replaced: coherency [nodes]") > 0);
        assertEquals(0, number(table, 0, "Replaced: ZNCC [nodes]"));
        final DeformationField measured = field(fields, "Deformation field");
        assertEquals(measured.grid().size() - measured.count(NodeStatus.CONVERGED),
            number(table, 0, "Replaced: status [nodes]"));
        assertEquals(number(table, 0, "Replaced nodes"), number(table, 0, "Replaced: coherency [nodes]")
            + number(table, 0, "Replaced: status [nodes]") + number(table, 0, "Replaced: uncertainty [nodes]"));
        final DeformationField smooth = field(strict, DeformationFieldFilterNodeFactory.FILTERED);
        assertTrue(smooth.remarks().contains("Smoothed by the median over 3 x 3 x 3 nodes."));
    }

    @Test
    void limitsThatNoNodeMeetsAreAWarning() throws Exception {
        final Result none = tester.node(new DeformationFieldFilterNodeFactory()).set("minimumZncc", 1.0)
            .run(fields.table(0));
        final String warning = none.warning().get().getSummary();
        assertTrue(warning.startsWith("T0 to T1: none of the ") && warning.contains("Lower 'Minimum ZNCC [-]'"),
            warning);
        assertEquals("0", none.cell(0, 0, "Replaced nodes").toString());
    }

    @Test
    void theComparisonFindsHundredthsOfAVoxel() throws Exception {
        final Result comparison = tester.node(new FieldComparisonNodeFactory()).set("trueColumn", "True field")
            .run(filtered.table(0), phantom.table(1));
        final BufferedDataTable table = comparison.table(0);
        assertTrue(comparison.warning().isEmpty(), comparison.warning().toString());
        assertEquals("Displacement error length", NodeTester.cell(table, 0, "Quantity").toString());
        assertTrue(number(table, 0, "Mean measured") < 0.02, NodeTester.row(table, 0).toString());
        assertEquals("T0 to T1", NodeTester.cell(table, 3, "Pair").toString());
        assertEquals("Displacement z", NodeTester.cell(table, 3, "Quantity").toString());
        assertEquals(2.4, number(table, 3, "Mean true"), 0.05);
        assertEquals(1 + 3 + 3 + 7, table.size());
        for (int row = 1; row < 4; row++) {
            assertEquals("voxel", NodeTester.cell(table, row, "Unit").toString());
            assertTrue(number(table, row, "RMS") < 0.05, NodeTester.row(table, row).toString());
        }
    }

    @Test
    void theEntriesOfTheDeformationGradientAreComparedOnDemand() throws Exception {
        final BufferedDataTable table = tester.node(new FieldComparisonNodeFactory()).set("trueColumn", "True field")
            .set("gradients", true).run(filtered.table(0), phantom.table(1)).table(0);
        assertEquals(1 + 3 + 3 + 7 + 9, table.size());
        assertEquals("Fzz", NodeTester.cell(table, 22, "Quantity").toString());
        assertEquals(1.04, number(table, 22, "Mean true"), 1e-9);
    }

    @Test
    void aFieldIsComparedWithAnotherColumnOfItsRow() throws Exception {
        final BufferedDataTable table = tester.node(new FieldComparisonNodeFactory())
            .set("measuredColumn", "Filtered field").set("trueColumn", "Deformation field")
            .run(filtered.table(0), NodeTester.UNCONNECTED).table(0);
        assertTrue(number(table, 0, "Median |d|") == 0, NodeTester.row(table, 0).toString());
    }

    @Test
    void nodesThatConvergedGiveNoWarning() {
        assertTrue(pairs.warning().isEmpty(), pairs.warning().toString());
        assertTrue(fields.warning().isEmpty(), fields.warning().toString());
        assertTrue(filtered.warning().isEmpty(), filtered.warning().toString());
    }

    @Test
    void aLevelWithoutRoomIsOneWarningAtTheCorrelationOnly() throws Exception {
        final Result levels = tester.node(new LocalCorrelationNodeFactory()).set("nodeSpacings", "60, 20, 12")
            .run(pairs.table(0));
        final String warning = levels.warning().get().getSummary();
        assertTrue(warning.startsWith("T0 to T1: The level with a node spacing of 60 voxels was left out"), warning);
        assertEquals(1, warning.lines().count(), warning);
        assertTrue(tester.node(new DeformationFieldFilterNodeFactory()).run(levels.table(0)).warning().isEmpty());
    }

    @Test
    void strainIsThatOfThePhantom() throws Exception {
        final Result strain = tester.node(new StrainNodeFactory()).run(filtered.table(0));
        assertEquals(1.01 * 1.04 - 1, number(strain.table(0), 0, "Volumetric strain, mean [-]"), 2e-3);
        assertEquals(0.04, number(strain.table(0), 0, "Biot strain zz, mean [-]"), 2e-3);
        final VolumeValue map = (VolumeValue)strain.cell(0, 0, "Biot strain zz");
        final DeformationField field = field(filtered, DeformationFieldFilterNodeFactory.FILTERED);
        assertEquals(new Shape(field.grid().nx(), field.grid().ny(), field.grid().nz()), map.getVolume().shape());
        assertEquals(VoxelSize.isotropic(0.05).times(12, 12, 12), map.getVolume().voxelSize());
        assertEquals(field.grid().size(), strain.table(1).size());
    }

    @Test
    void anExplainedDeformationLeavesHardlyAResidual() throws Exception {
        final Result residual = tester.node(new ResidualMapNodeFactory()).set("threshold", 0.0).run(filtered.table(0));
        assertEquals(new Shape(64, 64, 64),
            ((VolumeValue)residual.cell(0, 0, "Residual")).getDescription().shape());
        assertTrue(number(residual.table(0), 0, "Residual, mean [grey value]") < 300,
            residual.cell(0, 0, "Residual, mean [grey value]").toString());
    }

    @Test
    void fieldsAreWrittenUnderSpamsNames() throws Exception {
        final Result written = tester.node(new DeformationFieldWriterNodeFactory())
            .set("fieldColumn", "Deformation field").set("folder", folder.resolve("fields")).set("createFolders", true)
            .run(fields.table(0));
        try (Stream<Path> files = Files.list(folder.resolve("fields"))) {
            assertEquals(List.of("Deformation field.pvd", "T0-T1-ldic.csv", "T0-T1-ldic.tsv", "T0-T1-ldic.vti"),
                files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        final Path tsv = Path.of(written.cell(0, 0, "SPAM TSV path").toString());
        final DeformationField read = SpamTsv.read(tsv, VoxelSize.isotropic(0.05));
        assertEquals(field(fields, "Deformation field").displacement(0).z(), read.displacement(0).z(), 1e-6);
        assertTrue(Files.readAllLines(tsv).get(0).startsWith("NodeNumber\tZpos\tYpos\tXpos\tFzz\t"));
    }

    @Test
    void aSeriesIsPairedConsecutivelyOrToTheFirst() throws Exception {
        final BufferedDataTable two = phantom.table(0);
        final DataRow t0 = NodeTester.row(two, 0);
        final DataRow t1 = NodeTester.row(two, 1);
        final BufferedDataTable three = tester.table(two.getDataTableSpec(), cells(t0), cells(t1), cells(t1));
        for (final Pairing pairing : Pairing.values()) {
            final Result result = tester.node(new GlobalRegistrationNodeFactory()).set("pairing", pairing.name())
                .set("freedom", "TRANSLATION").set("maximumIterations", 5).run(three);
            assertEquals(2, result.table(0).size());
            assertEquals(pairing == Pairing.CONSECUTIVE ? "T1" : "T0",
                result.cell(0, 1, "Reference step").toString());
        }
    }

    private static DataCell[] cells(final DataRow row) {
        return row.stream().toArray(DataCell[]::new);
    }
}
