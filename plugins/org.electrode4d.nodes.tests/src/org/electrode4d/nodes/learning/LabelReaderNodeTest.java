// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class LabelReaderNodeTest {

    private static final Shape SHAPE = new Shape(3, 2, 4);

    @TempDir
    Path folder;

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    /** Scans of 3 x 2 x 4 voxels of 0.5 µm that do not begin at the origin. */
    private BufferedDataTable series(final String... steps) throws Exception {
        final DataCell[][] rows = new DataCell[steps.length][];
        for (int i = 0; i < steps.length; i++) {
            rows[i] = new DataCell[]{new StringCell(steps[i]), tester.stored(
                TestVolumes.constant("scan " + steps[i], SHAPE, 7).withOrigin(new Point(10, 20, 30)))};
        }
        return tester.table(new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE)), rows);
    }

    /** Label images of 3 x 2 pixels, written as a file of one page each. */
    private Path write(final String name, final int... labels) throws Exception {
        final byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte)labels[i];
        }
        return TestVolumes.write(Volume.of(name, ArrayImgs.unsignedBytes(bytes, 3, 2, labels.length / 6),
            TestVolumes.HALF), folder.resolve(name));
    }

    private Node reader() {
        return tester.node(new LabelReaderNodeFactory());
    }

    private Node ofFile(final Path file) {
        return reader().set("path", file.toString());
    }

    private Node ofFolder() {
        return reader().set("location", "FOLDER").set("folder", folder.toString());
    }

    private static int[] labels(final DataCell cell) throws Exception {
        final LabelVolume labels = LabelVolume.of(((VolumeValue)cell).getVolume());
        final int[] values = new int[(int)labels.volume().shape().voxels()];
        labels.read(Block.of(labels.volume().shape()), values);
        return values;
    }

    @Test
    void aVolumeOfLabelsTakesOverTheFactsOfItsScan() throws Exception {
        final int[] painted = new int[24];
        painted[5] = 1;
        painted[23] = 2;
        final Result result = ofFile(write("painted.npy", painted)).set("names", "1 = pore, 2 = silicon")
            .run(series("T0", "T1"));
        final VolumeValue cell = (VolumeValue)result.cell(0, 0, "Labels");
        assertArrayEquals(painted, labels(result.cell(0, 0, "Labels")));
        assertEquals(TestVolumes.HALF, cell.getVolume().voxelSize());
        assertEquals(new Point(10, 20, 30), cell.getVolume().origin());
        assertEquals(Map.of(1, "pore", 2, "silicon"), LabelVolume.of(cell.getVolume()).names());
        assertTrue(result.cell(0, 1, "Labels").isMissing(), "nobody labelled T1");
        assertEquals(3, result.table(1).size());
        assertEquals("not labelled", result.cell(1, 0, "Name").toString());
        assertEquals("silicon", result.cell(1, 2, "Name").toString());
        assertEquals(100 / 24.0, result.number(1, 2, "Share of the volume [%]"), 1e-12);
    }

    @Test
    void theStepSaysWhichScanAFileBelongsTo() throws Exception {
        final Path file = write("painted.npy", new int[24]);
        final Result result = ofFile(file).set("step", "T1").set("unlabelled", 9).run(series("T0", "T1"));
        assertTrue(result.cell(0, 0, "Labels").isMissing());
        assertEquals(24, labels(result.cell(0, 1, "Labels")).length);
        Failures.of(ofFile(file).set("step", "T7"), series("T0", "T1"))
            .says("There is no scan T7 in the series. It has T0, T1.").resolution("Correct 'Step'");
    }

    @Test
    void filesFindTheirScansByTheStepInTheirNames() throws Exception {
        final int[] ten = new int[24];
        ten[0] = 3;
        write("labels_T10.tif", ten);
        write("labels_T1.tif", new int[24]);
        final Result result = ofFolder().run(series("T0", "T1", "T10"));
        assertTrue(result.cell(0, 0, "Labels").isMissing());
        assertEquals(0, labels(result.cell(0, 1, "Labels"))[0]);
        assertEquals(3, labels(result.cell(0, 2, "Labels"))[0]);
        assertEquals("No voxel of T1 is labelled: all have the label 0. Check 'Label of what is not labelled' and "
            + "'Meaning of values'.", result.warning().orElseThrow().getSummary());
    }

    @Test
    void filesThatDoNotFindTheirScansAreNamed() throws Exception {
        write("painted-a.tif", new int[24]);
        Failures.of(ofFolder(), series("T0", "T1")).says("No file in ").says("The steps are T0, T1, the files "
            + "painted-a.tif.").resolution("labels_T0.tif");
        Failures.of(ofFolder().set("matching", "ORDER"), series("T0", "T1"))
            .says("There are 1 files of labels in").says("but 2 scans").resolution("By step");
        write("T0-a.tif", new int[24]);
        write("T0-b.tif", new int[24]);
        Failures.of(ofFolder(), series("T0", "T1")).says("Several files have the step T0 in their name: T0-a.tif, "
            + "T0-b.tif.").resolution("single slices");
    }

    @Test
    void filesInTheOrderOfTheirNames() throws Exception {
        final int[] second = new int[24];
        second[0] = 5;
        write("p2.tif", new int[24]);
        write("p10.tif", second);
        final Result result = ofFolder().set("matching", "ORDER").run(series("a", "b"));
        assertEquals(0, labels(result.cell(0, 0, "Labels"))[0]);
        assertEquals(5, labels(result.cell(0, 1, "Labels"))[0]);
    }

    @Test
    void aColumnOfTheSeriesNamesTheFiles() throws Exception {
        final int[] painted = new int[24];
        painted[7] = 1;
        final DataTableSpec spec = new DataTableSpec(SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE),
            SeriesColumns.column("Painted", StringCell.TYPE));
        final DataCell scan = tester.stored(TestVolumes.constant("scan", SHAPE, 7));
        final BufferedDataTable table = tester.table(spec,
            new DataCell[]{scan, new StringCell(write("p.tif", painted).toString())},
            new DataCell[]{scan, new MissingCell("not painted")});
        final Result result = reader().set("location", "TABLE").set("pathColumn", "Painted").run(table);
        assertArrayEquals(painted, labels(result.cell(0, 0, "Labels")));
        assertTrue(result.cell(0, 1, "Labels").isMissing());
    }

    @Test
    void slicesArePlacedWhereTheirNamesSay() throws Exception {
        write("T0-z0002.tif", 1, 2, 0, 0, 0, 255);
        write("T0.z0004.ome.tif", 0, 0, 0, 2, 2, 2);
        final Result result = ofFolder().set("content", "SLICES").set("firstSlice", 1).set("mapping", "255=1; 0 = 9")
            .set("unlabelled", 9).run(series("T0"));
        assertArrayEquals(new int[]{9, 9, 9, 9, 9, 9, 1, 2, 9, 9, 9, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 2, 2, 2},
            labels(result.cell(0, 0, "Labels")));
    }

    @Test
    void pagesOfOneFileArePlacedAcrossAnotherAxis() throws Exception {
        // slices across x of 2 x 4 pixels: y to the right, z down
        final byte[] pages = new byte[16];
        for (int i = 0; i < 16; i++) {
            pages[i] = (byte)(i + 1);
        }
        final Path file = TestVolumes.write(Volume.of("p", ArrayImgs.unsignedBytes(pages, 2, 4, 2), TestVolumes.HALF),
            folder.resolve("pages.tif"));
        final int[] placed = labels(ofFile(file).set("content", "SLICES").set("plane", "YZ").set("slices", "2, 0")
            .run(series("T0")).cell(0, 0, "Labels"));
        for (int z = 0; z < 4; z++) {
            for (int y = 0; y < 2; y++) {
                assertEquals(y + 2 * z + 1, placed[2 + 3 * (y + 2 * z)], "page 0 is slice 2");
                assertEquals(y + 2 * z + 9, placed[3 * (y + 2 * z)], "page 1 is slice 0");
                assertEquals(0, placed[1 + 3 * (y + 2 * z)]);
            }
        }
    }

    @Test
    void slicesThatDoNotFitAreExplained() throws Exception {
        final Path file = write("z0009.tif", 1, 1, 1, 1, 1, 1);
        Failures.of(ofFile(file).set("content", "SLICES"), series("T0"))
            .says("is to be slice 9 across z, but scan T0 has 4 of them, counted from 0.");
        Failures.of(ofFile(file).set("content", "SLICES").set("slices", "1, 2"), series("T0"))
            .says("There are 1 labelled slices, but 2 numbers in 'Slices'.");
        Failures.of(ofFile(file).set("content", "SLICES").set("slices", "1").set("plane", "XZ"), series("T0"))
            .says("has 3 x 2 x 1 pixels, but a slice of scan T0 across y has 3 x 4.");
        Failures.of(ofFile(write("painted.tif", 1, 1, 1, 1, 1, 1)).set("content", "SLICES"), series("T0"))
            .says("holds no number of a slice").resolution("T3-z0120.tif");
        write("again-9.tif", 1, 1, 1, 1, 1, 1);
        Failures.of(ofFolder().set("namePattern", "*9.tif").set("content", "SLICES"), series("T0"))
            .says("Slice 9 of scan T0 has labels twice");
    }

    @Test
    void labelsOfAnotherShapeAreExplained() throws Exception {
        final Path small = write("small.npy", new int[18]);
        Failures.of(ofFile(small), series("T0"))
            .says("small.npy has 3 x 2 x 3 voxels, but scan T0 has 3 x 2 x 4.");
        final Path turned = TestVolumes.write(TestVolumes.constant("turned", new Shape(4, 2, 3), 1),
            folder.resolve("turned.npy"));
        Failures.of(ofFile(turned), series("T0")).resolution("The axes of the labels are in another order");
    }

    @Test
    void greyValuesAreNoLabels() throws Exception {
        final Path file = TestVolumes.write(TestVolumes.floats("grey", SHAPE, new float[24]),
            folder.resolve("grey.npy"));
        Failures.of(ofFile(file), series("T0")).says("Labels are integers, but grey is of type FLOAT32.");
    }

    @Test
    void labelsWithoutASeries() throws Exception {
        final Path file = TestVolumes.write(
            new LabelVolume(TestVolumes.constant("p", SHAPE, 2), new TreeMap<>(Map.of(2, "pore"))).named(),
            folder.resolve("p.ome.zarr"));
        final Result result = ofFile(file).run(NodeTester.UNCONNECTED);
        assertEquals("T0", result.cell(0, 0, "Step").toString());
        assertEquals(file.toString(), result.cell(0, 0, "File").toString());
        assertEquals("pore", result.cell(1, 0, "Name").toString());
        Files.delete(write("q.npy", new int[6]));
        Failures.of(ofFile(folder.resolve("q.npy"))).says("q.npy").resolution("Correct the path");
        Failures.of(ofFile(write("r.npy", new int[6]))).says("r.npy").resolution("Voxel size [µm]");
    }

    @Test
    void settingsThatCannotBeAreNamed() {
        assertInvalid(reader(), "Enter the path of the labels");
        assertInvalid(ofFolder().set("namePattern", ""), "'Name pattern' is empty");
        assertInvalid(ofFolder().set("content", "SLICES"), "Connect the series");
        assertInvalid(reader().set("location", "TABLE"), "Connect a series with paths");
        assertInvalid(ofFolder().set("names", "pore"), "'pore' is not a label with its name");
        assertInvalid(ofFolder().set("names", "1 = pore, 1 = x"), "Label 1 is twice in 'Names'");
        assertInvalid(ofFolder().set("mapping", "255"), "'255' is no pair of labels");
        assertInvalid(ofFolder().set("voxelSize", -1.0), "must be 0 or greater");
    }

    private static void assertInvalid(final Node node, final String message) {
        final Exception failure =
            assertThrows(InvalidSettingsException.class, () -> node.run(NodeTester.UNCONNECTED));
        assertTrue(failure.getMessage().contains(message), failure.getMessage());
    }
}
