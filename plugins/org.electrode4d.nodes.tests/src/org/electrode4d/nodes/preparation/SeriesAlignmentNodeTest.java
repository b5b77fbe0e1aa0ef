// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
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
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** A collector of copper below an electrode, in scans that drift. */
class SeriesAlignmentNodeTest {

    private static final Shape SHAPE = new Shape(40, 36, 40);
    private static final Point DRIFT = new Point(1.4, -0.8, -1.25);
    private static final DataTableSpec SERIES = new DataTableSpec(
        SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
        SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE),
        SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE),
        SeriesColumns.column("Mask", VolumeCell.TYPE));

    private NodeTester tester;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    /**
     * Copper from z = 24 on.
     *
     * @param grains contrast within the copper
     */
    private static Volume scan(final String name, final Point drift, final double grains) {
        final Random noise = new Random(name.hashCode());
        final short[] voxels = new short[(int)SHAPE.voxels()];
        for (int i = 0; i < voxels.length; i++) {
            final double x = i % 40 - drift.x();
            final double y = i / 40 % 36 - drift.y();
            final double z = i / 1440 - drift.z();
            final double copper = 1 / (1 + Math.exp(-(z - 24) / 0.4));
            final double particles = 8000 + 6000 * Math.tanh(4 * waves(x, y, z * 1.1, 0.8));
            final double metal = 40_000 + 40_000 * grains * waves(x, y, z, 1);
            voxels[i] = (short)(int)(copper * metal + (1 - copper) * particles + 600 * noise.nextGaussian() + 2000);
        }
        return Volume.of(name, ArrayImgs.unsignedShorts(voxels, 40, 36, 40), TestVolumes.HALF);
    }

    private static double waves(final double x, final double y, final double z, final double k) {
        return (Math.sin(k * (0.71 * x + 0.3 * y - 0.2 * z)) + Math.sin(k * (0.83 * y - 0.35 * x + 0.41 * z) + 1)
            + Math.sin(k * (0.6 * z + 0.55 * x + 0.21 * y) + 2)) / 3;
    }

    private static DataCell missing() {
        return new MissingCell("no scan");
    }

    private BufferedDataTable series(final Volume... scans) throws Exception {
        final DataCell[][] rows = new DataCell[scans.length][];
        for (int i = 0; i < scans.length; i++) {
            rows[i] = new DataCell[] {new StringCell("T" + i), new DoubleCell(2.5 * i),
                scans[i] == null ? missing() : tester.stored(scans[i]), missing()};
        }
        return tester.table(SERIES, rows);
    }

    @Test
    void everyScanComesIntoTheFrameOfTheFirst() throws Exception {
        final BufferedDataTable input = series(scan("T0", Point.ORIGIN, 0.1), scan("T1", DRIFT, 0.1));
        final Result result = tester.node(new SeriesAlignmentNodeFactory())
            .set("pictures/folder", folder.resolve("pictures").toString())
            .set("pictures/createFolders", true).run(input);
        assertTrue(result.warning().isEmpty(), result.warning()::toString);
        assertEquals("reference", result.cell(1, 0, "Status").toString());
        assertEquals(DRIFT.x() * 0.5, result.number(1, 1, "Drift x [µm]"), 0.02);
        assertEquals(DRIFT.y() * 0.5, result.number(1, 1, "Drift y [µm]"), 0.02);
        assertEquals(DRIFT.z() * 0.5, result.number(1, 1, "Drift z [µm]"), 0.02);
        assertEquals(0, result.number(1, 1, "Rotation z [°]"), 0.1);
        assertEquals(2.5, result.number(1, 1, "Time [h]"), 0);
        assertEquals("x, y, z, about x, about y, about z", result.cell(1, 1, "Determined").toString());
        assertEquals(0, result.number(1, 1, "Collector distance after [µm]"), 0.03);
        assertEquals(result.cell(0, 0, "Volume"), result.cell(0, 0, "Aligned"), "the first scan is not copied");
        final Volume aligned = ((VolumeValue)result.cell(0, 1, "Aligned")).getVolume();
        assertEquals(VoxelType.UINT16, aligned.type());
        final float[] outside = new float[1];
        aligned.read(new Block(39, 0, 20, 1, 1, 1), outside);
        assertEquals(0, outside[0]);
        assertTrue(Files.size(Path.of(result.cell(2, 0, "Picture path").toString())) > 10_000);
    }

    @Test
    void whatAScanDoesNotCoverCanBeItsNearestVoxel() throws Exception {
        final Volume last = scan("T1", DRIFT, 0.1);
        final Result result = tester.node(new SeriesAlignmentNodeFactory()).set("outside", "NEAREST")
            .run(series(scan("T0", Point.ORIGIN, 0.1), last));
        final Volume aligned = ((VolumeValue)result.cell(0, 1, "Aligned")).getVolume();
        assertEquals(VoxelType.UINT16, aligned.type());
        final float[] outside = new float[1];
        aligned.read(new Block(39, 0, 20, 1, 1, 1), outside);
        final float[] border = new float[27];
        last.read(new Block(39, 0, 19, 1, 9, 3), border);
        boolean found = false;
        for (final float value : border) {
            found |= value == outside[0];
        }
        assertTrue(found && outside[0] > 0, outside[0] + " is on the border of the scan");
    }

    @Test
    void allScansBecomeFloatingPointWhereTheTypeIsNotKept() throws Exception {
        final Volume first = scan("T0", Point.ORIGIN, 0.1);
        final Result result = tester.node(new SeriesAlignmentNodeFactory()).set("keepType", false)
            .run(series(first, scan("T1", DRIFT, 0.1)));
        final Volume aligned = ((VolumeValue)result.cell(0, 0, "Aligned")).getVolume();
        assertEquals(VoxelType.FLOAT32, aligned.type());
        assertEquals(VoxelType.FLOAT32, ((VolumeValue)result.cell(0, 1, "Aligned")).getVolume().type());
        final float[] before = new float[40];
        final float[] after = new float[40];
        first.read(new Block(0, 3, 5, 40, 1, 1), before);
        aligned.read(new Block(0, 3, 5, 40, 1, 1), after);
        assertArrayEquals(before, after, "not moved");
    }

    @Test
    void theReportAloneWritesNoVolume() throws Exception {
        final Result result = tester.node(new SeriesAlignmentNodeFactory()).set("output", "REPORT")
            .run(series(scan("T0", Point.ORIGIN, 0.1), scan("T1", DRIFT, 0.1)));
        assertEquals(4, result.table(0).getDataTableSpec().getNumColumns());
        assertEquals(2, result.table(1).size());
        assertEquals(0, result.table(2).size());
    }

    @Test
    void aSmoothCollectorIsAWarning() throws Exception {
        final Result result = tester.node(new SeriesAlignmentNodeFactory()).set("output", "REPORT")
            .run(series(scan("T0", Point.ORIGIN, 0), scan("T1", DRIFT, 0)));
        assertTrue(result.warning().orElseThrow().getSummary()
            .contains("T1: The rigid region has too little texture to fix the motion x, y"));
        assertEquals("z, about x, about y", result.cell(1, 1, "Determined").toString());
        assertEquals(DRIFT.z() * 0.5, result.number(1, 1, "Drift z [µm]"), 0.03);
        assertTrue(result.cell(1, 1, "Uncertainty x [µm]").isMissing());
    }

    @Test
    void aGapIsPassedOver() throws Exception {
        final Result result = tester.node(new SeriesAlignmentNodeFactory()).set("output", "REPORT")
            .set("reference", "PREVIOUS").run(series(scan("T0", Point.ORIGIN, 0.1), null, scan("T2", DRIFT, 0.1)));
        assertEquals("1 row has missing inputs and could not be worked on: Row1.",
            result.warning().orElseThrow().getSummary());
        assertEquals(2, result.table(1).size());
        assertEquals("T2", result.cell(1, 1, "Step").toString());
        assertEquals(DRIFT.x() * 0.5, result.number(1, 1, "Drift x [µm]"), 0.02);
    }

    @Test
    void withoutTheFirstScanTheSecondIsTheReference() throws Exception {
        final Result result = tester.node(new SeriesAlignmentNodeFactory()).set("output", "REPORT")
            .run(series(null, scan("T1", Point.ORIGIN, 0.1), scan("T2", DRIFT, 0.1)));
        assertEquals("1 row has missing inputs and could not be worked on: Row0.\n"
            + "The series refers to T1, the first scan with all inputs.", result.warning().orElseThrow().getSummary());
        assertEquals("T1", result.cell(1, 0, "Step").toString());
        assertEquals("reference", result.cell(1, 0, "Determined").toString());
        assertEquals(DRIFT.x() * 0.5, result.number(1, 1, "Drift x [µm]"), 0.02);
    }

    @Test
    void labelsOfTheFirstScanSayWhatIsRigid() throws Exception {
        final byte[] labels = new byte[(int)SHAPE.voxels()];
        Arrays.fill(labels, (byte)1);
        Arrays.fill(labels, 24 * 1440, labels.length, (byte)3);
        final Volume phases = Volume.of("phases", ArrayImgs.unsignedBytes(labels, 40, 36, 40), TestVolumes.HALF);
        final BufferedDataTable input = tester.table(SERIES,
            new DataCell[] {new StringCell("T0"), missing(), tester.stored(scan("T0", Point.ORIGIN, 0.1)),
                tester.stored(phases)},
            new DataCell[] {new StringCell("T1"), missing(), tester.stored(scan("T1", DRIFT, 0.1)), missing()});
        final Result result = tester.node(new SeriesAlignmentNodeFactory()).set("output", "REPORT")
            .set("region", "COLLECTOR_MASK").set("labels", "3").run(input);
        assertEquals(DRIFT.y() * 0.5, result.number(1, 1, "Drift y [µm]"), 0.02);
        Failures.of(tester.node(new SeriesAlignmentNodeFactory()).set("region", "MASK").set("labels", "2"), input)
            .says("covers nothing").says("Choose another mask or label");
    }

    @Test
    void aMaskOfAnotherShapeOrMissing() throws Exception {
        final Volume first = scan("T0", Point.ORIGIN, 0.1);
        final BufferedDataTable input = tester.table(SERIES, new DataCell[]{new StringCell("T0"), missing(),
            tester.stored(first), tester.stored(TestVolumes.constant("mask", new Shape(40, 36, 30), 1))});
        Failures.of(tester.node(new SeriesAlignmentNodeFactory()).set("region", "COLLECTOR_MASK"), input)
            .says("mask has 40 x 36 x 30 voxels, but T0 has 40 x 36 x 40. The mask must cover the scan.");
        Failures.of(tester.node(new SeriesAlignmentNodeFactory()).set("region", "MASK"), series(first))
            .says("There is no mask for T0");
    }

    @Test
    void withoutACollectorNothingIsAligned() throws Exception {
        final Volume electrode = scan("T0", Point.ORIGIN, 0.1).crop(new Block(0, 0, 0, 40, 36, 20));
        Failures.of(tester.node(new SeriesAlignmentNodeFactory()), series(electrode))
            .says("No collector was found in T0: neither face across z is filled by the brightest phase.");
    }

    @Test
    void voxelSizesThatDifferAreTold() throws Exception {
        final Volume first = scan("T0", Point.ORIGIN, 0.1);
        Failures.of(tester.node(new SeriesAlignmentNodeFactory()),
            series(first, scan("T1", DRIFT, 0.1).withVoxelSize(VoxelSize.isotropic(0.4))))
            .says("T0 has voxels of 0.5 x 0.5 x 0.5 µm, but T1 of 0.4 x 0.4 x 0.4 µm");
    }

    @Test
    void onlyACollectorCanBeLevelled() throws Exception {
        final BufferedDataTable input = series(scan("T0", Point.ORIGIN, 0));
        final InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> tester
            .node(new SeriesAlignmentNodeFactory()).set("region", "MASK").set("level", true).run(input));
        assertTrue(e.getMessage().contains("Only a collector has a plane"), e::getMessage);
    }

    @Test
    void nothingAndNoScans() throws Exception {
        assertEquals(0, tester.node(new SeriesAlignmentNodeFactory()).run(tester.table(SERIES)).table(1).size());
        final Result result = tester.node(new SeriesAlignmentNodeFactory()).run(series(null, null));
        assertTrue(result.warning().orElseThrow().getSummary().contains("2 rows have missing inputs"));
        assertTrue(result.cell(0, 1, "Aligned").isMissing());
    }
}
