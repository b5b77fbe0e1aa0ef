// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.DeformationFieldCell;
import org.electrode4d.nodes.cell.FieldStorage;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Eight cubes of 4³ voxels of 0.5 µm; per step the lower four rise by one voxel and the upper four by two. */
class ParticleTrackingNodeTest {

    private static final int EDGE = 26;

    private static final DataTableSpec SERIES =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE),
            SeriesColumns.column("Particles", VolumeCell.TYPE));

    private static final DataTableSpec FIELDS =
        new DataTableSpec(SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.FIELD, DeformationFieldCell.TYPE));

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    /** Cube i (x fastest, then y, then z) has the label i + 1 at step 0, 8 - i at step 1, and 2 i + 1 at step 2. */
    private static Volume labels(final int step) {
        final byte[] voxels = new byte[EDGE * EDGE * EDGE];
        for (int cube = 0; cube < 8; cube++) {
            final int label = step == 0 ? cube + 1 : step == 1 ? 8 - cube : 2 * cube + 1;
            for (int v = 0; v < 64; v++) {
                final int x = 3 + 10 * (cube % 2) + v % 4;
                final int y = 3 + 10 * (cube / 2 % 2) + v / 4 % 4;
                final int z = 3 + 10 * (cube / 4) + v / 16 + step * (1 + cube / 4);
                voxels[(z * EDGE + y) * EDGE + x] = (byte)label;
            }
        }
        return Volume.of("labels T" + step, ArrayImgs.unsignedBytes(voxels, EDGE, EDGE, EDGE), TestVolumes.HALF);
    }

    private BufferedDataTable series(final Volume... labels) throws Exception {
        final List<DataCell[]> rows = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            rows.add(new DataCell[]{new StringCell("T" + i), new DoubleCell(2.5 * i), tester.stored(labels[i])});
        }
        return tester.table(SERIES, rows.toArray(DataCell[][]::new));
    }

    private NodeTester.Node node() {
        return tester.node(new ParticleTrackingNodeFactory());
    }

    private Result run(final NodeTester.Node node, final Volume... labels) throws Exception {
        return node.run(series(labels), NodeTester.UNCONNECTED);
    }

    @Test
    void everyParticleKeepsOneNumber() throws Exception {
        final Result result = run(node(), labels(0), labels(1), labels(2));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(24, result.table(1).size());
        for (int row = 0; row < 24; row++) {
            final int cube = row / 3;
            final int step = row % 3;
            assertEquals(Integer.toString(cube + 1), result.cell(1, row, "Track").toString());
            assertEquals("T" + step, result.cell(1, row, "Step").toString());
            assertEquals(step == 0 ? cube + 1 : step == 1 ? 8 - cube : 2 * cube + 1,
                Integer.parseInt(result.cell(1, row, "Label").toString()));
            assertEquals(0.5 * step * (1 + cube / 4), result.number(1, row, "Displacement z [µm]"), 1e-12);
            assertEquals(8, result.number(1, row, "Volume [µm³]"), 1e-12);
            assertEquals(step == 0 ? "start" : "linked", result.cell(1, row, "Event").toString());
            assertEquals(step == 2 ? "end of series" : "continues", result.cell(1, row, "Fate").toString());
        }
        assertEquals("certain", result.cell(1, 23, "Flag").toString());
        assertTrue(result.cell(1, 0, "Flag").isMissing());
        assertTrue(result.cell(1, 0, "Step displacement z [µm]").isMissing());
        assertEquals(1, result.number(1, 23, "Step displacement z [µm]"), 1e-12);
        assertEquals(0.5 * (13 + 4 + 2), result.number(1, 23, "Distance to collector [µm]"), 1e-12,
            "from the outer face of the first slice");
    }

    @Test
    void labelsGetTheNumbersOfTheTracks() throws Exception {
        final Result result = run(node(), labels(0), labels(1), labels(2));
        final int[] first = ids(result, 0);
        for (int step = 1; step < 3; step++) {
            final Volume tracks = ((VolumeValue)result.cell(0, step, "Tracks")).getVolume();
            assertEquals(VoxelType.UINT16, tracks.type());
            assertEquals(TestVolumes.HALF, tracks.voxelSize());
            final int[] moved = ids(result, step);
            for (int v = 0; v < first.length; v++) {
                final int cube = first[v] - 1;
                if (cube >= 0) {
                    assertEquals(first[v], moved[v + step * (1 + cube / 4) * EDGE * EDGE]);
                }
            }
        }
    }

    private static int[] ids(final Result result, final int step) throws Exception {
        final int[] ids = new int[EDGE * EDGE * EDGE];
        LabelVolume.of(((VolumeValue)result.cell(0, step, "Tracks")).getVolume())
            .read(new Block(0, 0, 0, EDGE, EDGE, EDGE), ids);
        return ids;
    }

    @Test
    void theSlopeOfDisplacementOverDepthIsTheStrain() throws Exception {
        final Result result = run(node().set("bins", 2), labels(0), labels(1), labels(2));
        assertEquals(3, result.table(2).size());
        assertEquals(2 * 0.5 / 5, result.number(2, 2, "Axial strain [-]"), 1e-12, "1 µm more over 5 µm");
        assertEquals(1.5, result.number(2, 2, "Mean displacement from collector [µm]"), 1e-12);
        assertEquals("8", result.cell(2, 2, "Linked particles").toString());
        assertEquals("0", result.cell(2, 2, "Flagged links").toString());
        assertEquals(6, result.table(3).size());
        assertEquals(2, result.number(3, 5, "Mean displacement from collector [µm]"), 1e-12);
        assertEquals("4", result.cell(3, 5, "Particles").toString());
        final Result above = run(node().set("collector", "LAST_SLICE").set("collectorDepth", 1.0), labels(0),
            labels(1));
        assertEquals(0.1, above.number(2, 1, "Axial strain [-]"), 1e-12);
        assertEquals(-0.75, above.number(2, 1, "Mean displacement from collector [µm]"), 1e-12);
        assertEquals(0.5 * (26 - 5) - 1, above.number(1, 0, "Distance to collector [µm]"), 1e-12);
    }

    @Test
    void picturesAreWrittenWhereAFolderIsGiven(@TempDir final Path folder) throws Exception {
        final Result result = run(node().set("pictures/folder", folder.toString()), labels(0), labels(1), labels(2));
        assertEquals(2, result.table(4).size());
        assertTrue(Files.size(folder.resolve("tracks-trajectories.png")) > 5000);
        assertTrue(Files.size(folder.resolve("tracks-displacement.png")) > 5000);
        assertEquals(0, run(node(), labels(0)).table(4).size());
    }

    private DataCell[] field(final String from, final String to, final double z) throws Exception {
        final DeformationField field = DeformationField.uniform(NodeGrid.centred(new Shape(EDGE, EDGE, EDGE), 6),
            TestVolumes.HALF, Point.ORIGIN, Transformation.translation(0, 0, z));
        return new DataCell[]{new StringCell(from), new StringCell(to),
            FieldStorage.store(field, tester.context(), Progress.NONE)};
    }

    @Test
    void aFieldPredictsAndIsMissedWhereThereIsNone() throws Exception {
        final Result result = node().set("prediction", "FIELD").run(series(labels(0), labels(1), labels(2)),
            tester.table(FIELDS, field("T0", "T1", 1.5)));
        assertEquals("No field leads from T1 to T2: neighbours predict the motion there.",
            result.warning().get().getSummary());
        assertEquals(24, result.table(1).size());
        assertEquals("8", result.cell(1, 23, "Track").toString());
        assertEquals("The fields at the second input are not used: set 'Prediction' to 'Deformation field'.",
            node().set("prediction", "NEIGHBOURS").run(series(labels(0), labels(1)),
                tester.table(FIELDS, field("T0", "T1", 1.5))).warning().get().getSummary());
        final BufferedDataTable series = series(labels(0));
        assertTrue(assertThrows(InvalidSettingsException.class,
            () -> node().set("prediction", "FIELD").run(series, NodeTester.UNCONNECTED)).getMessage()
            .startsWith("Connect a table of deformation fields to the second input"));
    }

    @Test
    void aMissingScanIsPassedOver() throws Exception {
        final Result result = run(node(), labels(0), null, labels(2));
        final String warning = result.warning().get().getSummary();
        assertTrue(warning.contains("1 row has missing inputs"), warning);
        assertTrue(warning.contains("Particles are linked from T0 straight to T2"), warning);
        assertEquals(16, result.table(1).size());
        assertTrue(result.cell(0, 1, "Tracks").isMissing());
    }

    @Test
    void aScanWithoutParticlesIsNamed() throws Exception {
        final Result result = run(node(), labels(0), TestVolumes.constant("empty", new Shape(EDGE, EDGE, EDGE), 0));
        assertEquals("No particle of T1 has 1 voxel or more.", result.warning().get().getSummary());
        assertEquals("dies", result.cell(1, 0, "Fate").toString());
        assertEquals("8", result.cell(2, 0, "Deaths after").toString());
        assertTrue(result.cell(2, 1, "Axial strain [-]").isMissing());
    }

    @Test
    void labelsThatAreNoneAreRefused() throws Exception {
        Failures.of(node(), series(TestVolumes.floats("grey", new Shape(2, 1, 1), 0.5f, 1)), NodeTester.UNCONNECTED)
            .says("The values of the labels of T0 must be integers").says("FLOAT32");
    }

    @Test
    void voxelSizesThatDifferAreRefused() throws Exception {
        Failures.of(node(), series(labels(0), labels(1).withVoxelSize(VoxelSize.isotropic(0.4))),
            NodeTester.UNCONNECTED).says("The labels of T1 have voxels of 0.4 x 0.4 x 0.4 µm")
            .says("those of T0 have voxels of 0.5 x 0.5 x 0.5 µm").says("resample");
    }

    @Test
    void settingsThatCannotBeAreRefused() throws Exception {
        final BufferedDataTable series = series(labels(0));
        for (final NodeTester.Node wrong : List.of(node().set("gateRadius", -1.0), node().set("bins", 0),
            node().set("leastVoxels", 0), node().set("pictures/name", "a/b"), node().set("collectorDepth", -1.0),
            node().set("displacementWeight", 0.0).set("volumeWeight", 0.0).set("overlapWeight", 0.0))) {
            assertThrows(InvalidSettingsException.class, () -> wrong.run(series, NodeTester.UNCONNECTED));
        }
    }
}
