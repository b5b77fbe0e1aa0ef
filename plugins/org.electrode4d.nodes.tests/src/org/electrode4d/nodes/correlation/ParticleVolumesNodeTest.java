// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.electrode4d.nodes.volumes.TexturePhantomNodeFactory;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Two cubes, 4 and 8, in voxels of 0.5 µm; from scan to scan they move by 2 and by 4 voxels along z. */
class ParticleVolumesNodeTest {

    private static final Shape SHAPE = new Shape(40, 30, 30);

    private static final DataTableSpec SERIES =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE),
            SeriesColumns.column("Particles", VolumeCell.TYPE),
            SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE));

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

    private static void fill(final byte[] voxels, final int label, final Point first, final int edge) {
        for (int i = 0; i < edge * edge * edge; i++) {
            final int x = (int)first.x() + i % edge;
            final int y = (int)first.y() + i / edge % edge;
            final int z = (int)first.z() + i / edge / edge;
            voxels[(z * 30 + y) * 40 + x] = (byte)label;
        }
    }

    /** Label 4 or what stands in its place: 5³ voxels from (10, 12, 6) on. Label 8: 4³ from (28, 12, 6) on. */
    private static Volume labels(final int step, final int first, final int second) {
        final byte[] voxels = new byte[(int)SHAPE.voxels()];
        fill(voxels, first, new Point(10, 12, 6 + 2 * step), 5);
        fill(voxels, second, new Point(28, 12, 6 + 4 * step), 4);
        return Volume.of("labels", ArrayImgs.unsignedBytes(voxels, 40, 30, 30), TestVolumes.HALF);
    }

    /** 16 bit; the grey value tells the place: x + 100 y + 10000 z, modulo 2^16. */
    private static Volume scan() {
        final short[] voxels = new short[(int)SHAPE.voxels()];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (short)(i % 40 + 100 * (i / 40 % 30) + 10000 * (i / 1200));
        }
        return Volume.of("scan", ArrayImgs.unsignedShorts(voxels, 40, 30, 30), TestVolumes.HALF);
    }

    private BufferedDataTable series(final Volume... labels) throws Exception {
        final List<DataCell[]> rows = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            rows.add(new DataCell[]{new StringCell("T" + i), new DoubleCell(2.5 * i), tester.stored(labels[i]),
                tester.stored(scan())});
        }
        return tester.table(SERIES, rows.toArray(DataCell[][]::new));
    }

    private DataCell[] field(final String from, final String to, final double z) throws Exception {
        final DeformationField field = DeformationField.uniform(NodeGrid.centred(SHAPE, 10), TestVolumes.HALF,
            Point.ORIGIN, Transformation.translation(0, 0, z));
        return new DataCell[]{new StringCell(from), new StringCell(to),
            FieldStorage.store(field, tester.context(), Progress.NONE)};
    }

    private NodeTester.Node node() {
        return tester.node(new ParticleVolumesNodeFactory()).set("sizeX", 4.0).set("sizeY", 4.0).set("sizeZ", 3.0)
            .set("leastVoxels", 10);
    }

    private static Volume volume(final Result result, final int row) throws Exception {
        return ((VolumeValue)result.cell(0, row, SeriesColumns.VOLUME)).getVolume();
    }

    @Test
    void everyParticleStaysInTheMiddleOfItsBox() throws Exception {
        final Result result = node().run(series(labels(0, 4, 8), labels(1, 4, 8), labels(2, 4, 8)),
            NodeTester.UNCONNECTED);
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(6, result.table(0).size());
        assertEquals("8", result.cell(0, 4, "Particle").toString());
        assertEquals("T1", result.cell(0, 4, "Step").toString());
        assertEquals(2.5, result.number(0, 4, "Time [h]"));
        assertEquals(0.5 * 29.5, result.number(0, 4, "Centre x [µm]"));
        assertEquals(0.5 * (6 + 4 + 1.5), result.number(0, 4, "Centre z [µm]"));
        assertEquals(2, result.number(0, 4, "Displacement z [µm]"));
        assertEquals(0, result.number(0, 4, "Displacement x [µm]"));
        assertEquals("64", result.cell(0, 4, "Voxels").toString());
        for (int step = 0; step < 3; step++) {
            final Volume box = volume(result, step);
            assertEquals(new Shape(8, 8, 6), box.shape());
            assertEquals(VoxelType.UINT16, box.type());
            final float[] voxel = new float[1];
            box.read(new Block(0, 0, 0, 1, 1, 1), voxel);
            assertEquals((9 + 100 * 11 + 10000 * (6 + 2 * step)) % 65536, voxel[0], "8.5, 10.5 and 5.5 + 2 i, rounded");
            assertEquals(new Point(4.5, 5.5, 3 + step), box.origin());
            assertEquals(Double.toString(0.5 * (8 + 2 * step)), box.metadata().get("Particle centre z [µm]"));
        }
    }

    @Test
    void pairsDoNotCrossParticles() throws Exception {
        final Result boxes = node().run(series(labels(0, 4, 8), labels(1, 4, 8), labels(2, 4, 8)),
            NodeTester.UNCONNECTED);
        final Series both = Series.read(boxes.table(0), SeriesColumns.VOLUME);
        assertEquals("[P4 T0 to P4 T1, P4 T1 to P4 T2, P8 T0 to P8 T1, P8 T1 to P8 T2]",
            both.pairs(Pairing.CONSECUTIVE).toString());
        assertEquals("[P4 T0 to P4 T1, P4 T0 to P4 T2, P8 T0 to P8 T1, P8 T0 to P8 T2]",
            both.pairs(Pairing.TO_FIRST).toString());
        assertEquals(boxes.cell(0, 3, SeriesColumns.VOLUME), both.pairs(Pairing.TO_FIRST).get(3).referenceCell());
        final Result one = node().set("particles", "8").run(series(labels(0, 4, 8), labels(1, 4, 8)),
            NodeTester.UNCONNECTED);
        assertEquals("[T0 to T1]", Series.read(one.table(0), "").pairs(Pairing.CONSECUTIVE).toString());
    }

    @Test
    void theLargestOrTheNamedParticlesAreTaken() throws Exception {
        final BufferedDataTable series = series(labels(0, 4, 8));
        assertEquals("4", node().set("count", 1).run(series, NodeTester.UNCONNECTED).cell(0, 0, "Particle").toString());
        assertEquals("8", node().set("particles", "8").run(series, NodeTester.UNCONNECTED).cell(0, 0, "Particle")
            .toString());
        final Result none = node().set("leastVoxels", 1000).run(series, NodeTester.UNCONNECTED);
        assertEquals(0, none.table(0).size());
        assertEquals("No particle of T0 has 1000 voxels or more.", none.warning().get().getSummary());
    }

    @Test
    void aParticleWithAnotherLabelIsFoundWhereTheFieldCarriesIt() throws Exception {
        final BufferedDataTable fields = tester.table(FIELDS, field("T0", "T1", 2.4), field("T1", "T2", 1.8));
        final Result result = node().set("following", "NEAREST").set("particles", "4")
            .run(series(labels(0, 4, 8), labels(1, 8, 4), labels(2, 7, 9)), fields);
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals("4", result.cell(0, 1, "Particle").toString());
        assertEquals("8", result.cell(0, 1, "Label").toString());
        assertEquals("7", result.cell(0, 2, "Label").toString());
        assertEquals(1, result.number(0, 1, "Displacement z [µm]"), "of the centre of mass, not of the field");
        assertEquals(2, result.number(0, 2, "Displacement z [µm]"));
    }

    @Test
    void theFieldAloneCarriesTheCentre() throws Exception {
        final BufferedDataTable fields = tester.table(FIELDS, field("T0", "T1", 2.4), field("T0", "T2", 5));
        final Result result = node().set("following", "FIELD").set("particles", "4")
            .run(series(labels(0, 4, 8), labels(1, 1, 1), labels(2, 1, 1)), fields);
        assertEquals(1.2, result.number(0, 1, "Displacement z [µm]"), 1e-9);
        assertEquals(2.5, result.number(0, 2, "Displacement z [µm]"), 1e-9);
        assertTrue(result.cell(0, 1, "Voxels").isMissing());
    }

    @Test
    void aParticleThatIsLostIsNamed() throws Exception {
        final Result result = node().set("particles", "8").run(series(labels(0, 4, 8), labels(1, 4, 9)),
            NodeTester.UNCONNECTED);
        assertEquals("Particle 8 in T1 was not found: its cells are missing.",
            result.warning().get().getSummary());
        assertTrue(result.cell(0, 1, SeriesColumns.VOLUME).isMissing());
        assertEquals("T1", result.cell(0, 1, "Step").toString());
    }

    @Test
    void aBoxThatSticksOutIsNamed() throws Exception {
        final Result result = node().set("particles", "8").set("sizeX", 20.0).run(series(labels(0, 4, 8)),
            NodeTester.UNCONNECTED);
        assertEquals("Particle 8 in T0: 25 % of the box is outside of the scan.", node().set("particles", "8")
            .set("sizeX", 20.0).set("warnOutside", 10.0).run(series(labels(0, 4, 8)), NodeTester.UNCONNECTED)
            .warning().get().getSummary());
        assertTrue(result.warning().isEmpty());
        assertEquals(25, result.number(0, 0, "Outside [%]"), 1e-9);
        assertEquals(VoxelType.FLOAT32, volume(result, 0).type());
    }

    @Test
    void aLabelThatIsNotThereIsNamed() throws Exception {
        Failures.of(node().set("particles", "4, 5"), series(labels(0, 4, 8)), NodeTester.UNCONNECTED)
            .says("There is no particle 5 in the labels of T0, which hold 2 particles with labels from 4 to 8.")
            .resolution("dialog");
    }

    @Test
    void labelsOfAnotherShapeAreNamed() throws Exception {
        final Volume small = labels(0, 4, 8).crop(new Block(0, 0, 0, 40, 30, 20));
        Failures.of(node(), series(small), NodeTester.UNCONNECTED).says("labels has 40 x 30 x 20 voxels")
            .says("Labels must have the shape of the scan");
    }

    @Test
    void followingAFieldNeedsFields() throws Exception {
        final BufferedDataTable series = series(labels(0, 4, 8));
        final String message = assertThrows(InvalidSettingsException.class,
            () -> node().set("following", "FIELD").run(series, NodeTester.UNCONNECTED)).getMessage();
        assertTrue(message.startsWith("Connect a table of deformation fields to the second input"), message);
    }

    @Test
    void theBoxesCanBeCorrelated() throws Exception {
        final Result phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 64).run();
        final List<DataCell[]> rows = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            final byte[] voxels = new byte[64 * 64 * 64];
            voxels[((31 + 2 * i) * 64 + 31) * 64 + 31 + i] = 1;
            final Volume scan = ((VolumeValue)phantom.cell(0, i, SeriesColumns.VOLUME)).getVolume();
            rows.add(new DataCell[]{new StringCell("T" + i), new DoubleCell(i), tester.stored(Volume.of("labels",
                ArrayImgs.unsignedBytes(voxels, 64, 64, 64), scan.voxelSize())), tester.stored(scan)});
        }
        final Result boxes = tester.node(new ParticleVolumesNodeFactory()).set("leastVoxels", 1).set("sizeX", 2.0)
            .set("sizeY", 2.0).set("sizeZ", 2.0).run(tester.table(SERIES, rows.toArray(DataCell[][]::new)),
                NodeTester.UNCONNECTED);
        final Result pairs = tester.node(new GlobalRegistrationNodeFactory()).run(boxes.table(0));
        assertEquals("T0", pairs.cell(0, 0, "Reference step").toString());
        assertEquals("converged", pairs.cell(0, 0, "Status").toString());
        assertEquals((1.3 - 1) * 0.05, pairs.number(0, 0, "Translation x [µm]"), 0.003, "less the motion of the box");
        assertEquals((2.4 - 2) * 0.05, pairs.number(0, 0, "Translation z [µm]"), 0.003);
        assertEquals(1.04, pairs.number(0, 0, "Stretch z [-]"), 5e-3);
    }
}
