// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

class VolumeReaderNodeTest {

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

    private NodeTester.Node reader() {
        return tester.node(new VolumeReaderNodeFactory());
    }

    private static Volume volume(final Result result, final int row) throws Exception {
        return ((VolumeValue)result.cell(0, row, "Volume")).getVolume();
    }

    private static float voxel(final Volume volume, final long x, final long y, final long z) {
        final float[] voxel = new float[1];
        volume.read(new Block(x, y, z, 1, 1, 1), voxel);
        return voxel[0];
    }

    @Test
    void readsOneScan() throws Exception {
        final Path file = TestVolumes.write(TestVolumes.counting("scan", 5, 4, 3), folder.resolve("scan.tif"));
        final Result result = reader().set("path", file).run(NodeTester.UNCONNECTED);
        assertEquals("T0", result.cell(0, 0, "Step").toString());
        assertTrue(result.cell(0, 0, "Time [h]").isMissing());
        assertEquals(TestVolumes.HALF, volume(result, 0).voxelSize());
        assertEquals(59, voxel(volume(result, 0), 4, 3, 2));
    }

    @Test
    void readsAReferenceAndADeformedScan() throws Exception {
        final Path a = TestVolumes.write(TestVolumes.counting("a", 5, 4, 3), folder.resolve("a.mha"));
        final Path b = TestVolumes.write(TestVolumes.counting("b", 4, 4, 4), folder.resolve("b.npy"));
        final Result result = reader().set("location", "TWO_SCANS").set("path", a).set("secondPath", b)
            .set("voxelSize", 0.25).set("voxelSizeZ", 0.75).run(NodeTester.UNCONNECTED);
        assertEquals("T1", result.cell(0, 1, "Step").toString());
        assertEquals(new VoxelSize(0.25, 0.25, 0.75), volume(result, 1).voxelSize());
    }

    @Test
    void everyMatchInAFolderIsAStep() throws Exception {
        for (final int day : new int[]{2, 10, 1}) {
            TestVolumes.write(TestVolumes.counting("day" + day, day, 2, 2), folder.resolve("day" + day + ".tif"));
        }
        final Result result = reader().set("location", "FOLDER").set("folder", folder).set("namePattern", "day*")
            .run(NodeTester.UNCONNECTED);
        assertEquals(3, result.table(0).size());
        assertEquals(new Shape(10, 2, 2), volume(result, 2).shape());
        assertEquals("T2", result.cell(0, 2, "Step").toString());
    }

    @Test
    void aFolderOfSlicesIsOneVolume() throws Exception {
        final Path slices = Files.createDirectory(folder.resolve("slices"));
        for (int z = 0; z < 3; z++) {
            TestVolumes.write(TestVolumes.constant("z" + z, new Shape(4, 3, 1), z), slices.resolve("s" + z + ".tif"));
        }
        Files.writeString(slices.resolve("notes.txt"), "not a slice");
        final Result result =
            reader().set("path", slices).set("voxelSize", 1.0).run(NodeTester.UNCONNECTED);
        assertEquals(new Shape(4, 3, 3), volume(result, 0).shape());
        assertEquals(2, voxel(volume(result, 0), 1, 1, 2));
    }

    private Path hdf5() throws Exception {
        try (InputStream data = VolumeReaderNodeTest.class.getResourceAsStream("two-data-sets.h5")) {
            final Path file = folder.resolve("scan.h5");
            Files.copy(data, file);
            return file;
        }
    }

    @Test
    void dataSetsOfAnHdf5FileAreVolumes() throws Exception {
        final Path file = hdf5();
        final Result result = reader().set("location", "TWO_SCANS").set("path", file + "/raw")
            .set("secondPath", file + "/volume/labels").set("voxelSize", 0.5).run(NodeTester.UNCONNECTED);
        assertEquals(23, voxel(volume(result, 0), 3, 2, 1));
        assertEquals(1, voxel(volume(result, 1), 3, 2, 1));
        assertNotEquals(result.cell(0, 0, "Volume"), result.cell(0, 1, "Volume"));
        final Result alone = reader().set("path", file + "/raw").run(NodeTester.UNCONNECTED);
        assertEquals(new VoxelSize(0.5, 0.5, 1), volume(alone, 0).voxelSize());
    }

    @Test
    void dataSetsOfAnHdf5FileAreNamedWhereNoneIsChosen() throws Exception {
        final Path file = hdf5();
        Failures.of(reader().set("path", file)).says("Name one of its data sets behind the file, such as scan.h5/raw. "
            + "The file has 'raw' (2 x 3 x 4, uint8); 'volume/labels' (2 x 3 x 4 x 1, uint8).")
            .resolution("Check the file named in the message");
        Failures.of(reader().set("path", file + "/label")).says("There is no data set 'label'.");
    }

    @Test
    void aTableNamesScansAndTheirStates() throws Exception {
        final Path file = TestVolumes.write(TestVolumes.counting("scan", 5, 4, 3), folder.resolve("scan.tif"));
        final DataTableSpec spec = new DataTableSpec(SeriesColumns.column("File", StringCell.TYPE),
            SeriesColumns.column("Step", StringCell.TYPE), SeriesColumns.column("Potential [V]", DoubleCell.TYPE));
        final Result result = reader().run(tester.table(spec,
            new DataCell[]{new StringCell(file.toString()), new StringCell("lithiated"), new DoubleCell(0.08)}));
        assertEquals("lithiated", result.cell(0, 0, "Step").toString());
        assertEquals(new DoubleCell(0.08), result.cell(0, 0, "Potential [V]"));
    }

    @Test
    void importedVoxelsNeedNoFile() throws Exception {
        final Path file = TestVolumes.write(TestVolumes.counting("scan", 5, 4, 3), folder.resolve("scan.tif"));
        final Result result = reader().set("path", file).set("importVoxels", true)
            .run(NodeTester.UNCONNECTED);
        Files.delete(file);
        assertEquals(59, voxel(volume(result, 0), 4, 3, 2));
    }

    @Test
    void theDataAreaOfTheWorkflowHasAnAddress() throws Exception {
        final Path data = Files.createDirectories(folder.resolve("workflow/data"));
        Files.createFile(folder.resolve("workflow/workflow.knime"));
        TestVolumes.write(TestVolumes.counting("scan", 5, 4, 3), data.resolve("scan.tif"));
        try (NodeTester inWorkflow = NodeTester.open(folder.resolve("workflow"))) {
            final Result result = inWorkflow.node(new VolumeReaderNodeFactory())
                .set("path", "knime://knime.workflow/data/scan.tif").run(NodeTester.UNCONNECTED);
            inWorkflow.node(new VolumeWriterNodeFactory()).set("folder", "knime://knime.workflow/data/results/a b")
                .set("createFolders", true).set("nameTemplate", "{Step}").run(result.table(0));
        }
        assertTrue(Files.exists(data.resolve("results/a b/T0.tif")));
    }

    @Test
    void aScanThatVanishedIsNamed() throws Exception {
        final Path file = TestVolumes.write(TestVolumes.counting("scan", 5, 4, 3), folder.resolve("scan.tif"));
        final Result result = reader().set("path", file).run(NodeTester.UNCONNECTED);
        Files.delete(file);
        Failures.of(tester.node(new VolumeStatisticsNodeFactory()), result.table(0))
            .says("scan.tif: There is no such file or folder.").resolution("connect the drive");
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Failures.of(reader().set("path", folder.resolve("none.tif")))
            .says(folder.resolve("none.tif") + ": There is no such file or folder.").resolution("Correct the path");
    }

    @Test
    void aMissingVoxelSizeIsAskedFor() throws Exception {
        final Path file = TestVolumes.write(TestVolumes.counting("scan", 5, 4, 3), folder.resolve("scan.npy"));
        Failures.of(reader().set("path", file))
            .says("scan.npy: The voxel size is missing.").resolution("'Voxel size [µm]' of the reader");
    }

    @Test
    void aTruncatedTiffIsNamed() throws Exception {
        final Path file = TestVolumes.write(TestVolumes.counting("scan", 50, 40, 30), folder.resolve("scan.tif"));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) / 2);
        }
        Failures.of(reader().set("path", file).set("importVoxels", true))
            .says("scan.tif: The file is truncated")
            .says("50 x 40 x 30 voxels of 2 bytes").says("but the file has").resolution("write it again");
    }

    @Test
    void slicesOfDifferentSizeAreNamed() throws Exception {
        final Path slices = Files.createDirectory(folder.resolve("slices"));
        TestVolumes.write(TestVolumes.constant("a", new Shape(4, 3, 1), 1), slices.resolve("s0.tif"));
        TestVolumes.write(TestVolumes.constant("b", new Shape(5, 3, 1), 1), slices.resolve("s1.tif"));
        Failures.of(reader().set("path", slices).set("voxelSize", 1.0).set("importVoxels", true))
            .says("s1.tif").says("has 5 x 3").says("s0.tif (slice 1) has 4 x 3 pixels")
            .resolution("write it again");
    }

    @Test
    void slicesOfDifferentTypeAreNamed() throws Exception {
        final Path slices = Files.createDirectory(folder.resolve("slices"));
        TestVolumes.write(TestVolumes.constant("a", new Shape(4, 3, 1), 1), slices.resolve("s0.tif"));
        TestVolumes.write(TestVolumes.counting("b", 4, 3, 1), slices.resolve("s1.tif"));
        Failures.of(reader().set("path", slices).set("voxelSize", 1.0).set("importVoxels", true))
            .says("s1.tif: The slices differ in type")
            .says("s0.tif (slice 1) is UINT8").says("s1.tif (slice 2) is UINT16").resolution("write it again");
    }

    @Test
    void aSlicePatternThatMatchesNothingIsShown() throws Exception {
        final Path slices = Files.createDirectory(folder.resolve("slices"));
        TestVolumes.write(TestVolumes.constant("a", new Shape(4, 3, 1), 1), slices.resolve("s0.tif"));
        Failures.of(reader().set("path", slices).set("voxelSize", 1.0).set("slicePattern", "rec_*.tif"))
            .says("slices: No file name matches rec_*.tif.").says("The only file is s0.tif.")
            .resolution("'Slice pattern'");
    }

    @Test
    void aNamePatternThatMatchesNothingIsShown() throws Exception {
        Files.createFile(folder.resolve("a.raw"));
        Failures.of(reader().set("location", "FOLDER").set("folder", folder).set("namePattern", "day*"))
            .says("Nothing in the folder " + folder + " matches 'day*'. It holds a.raw.").resolution("'Name pattern'");
    }

    @Test
    void voxelsWithoutNumberAreCounted() throws Exception {
        final Volume volume = TestVolumes.floats("scan", new Shape(2, 1, 1), new float[]{1, Float.NaN});
        final Path file = TestVolumes.write(volume, folder.resolve("scan.mha"));
        final Result series = reader().set("path", file).run(NodeTester.UNCONNECTED);
        final Result statistics = tester.node(new VolumeStatisticsNodeFactory()).run(series.table(0));
        assertEquals("1", statistics.cell(0, 0, "Voxels without number").toString());
        assertEquals("1.0", statistics.cell(0, 0, "Mean").toString());
        assertEquals("grey value", statistics.cell(0, 0, "Unit of the values").toString());
    }

    @Test
    void aChangedScanIsNamed() throws Exception {
        final Path file = TestVolumes.write(TestVolumes.counting("scan", 5, 4, 3), folder.resolve("scan.tif"));
        final Result result = reader().set("path", file).run(NodeTester.UNCONNECTED);
        TestVolumes.write(TestVolumes.counting("scan", 5, 4, 2), file);
        Failures.of(tester.node(new VolumeStatisticsNodeFactory()), result.table(0))
            .says("scan.tif: It has changed since it was read into the table").says("5 x 4 x 2");
    }

    @Test
    void asksForAPathBeforeItRuns() {
        for (final String location : List.of("ONE_SCAN", "TWO_SCANS", "FOLDER", "TABLE")) {
            Failures.assertInvalid(reader().set("location", location), InvalidSettingsException.class);
        }
    }

    @Test
    void differentScansAreDifferentCells() throws Exception {
        final Path a = TestVolumes.write(TestVolumes.counting("a", 5, 4, 3), folder.resolve("a.npy"));
        final Path b = TestVolumes.write(TestVolumes.constant("b", new Shape(5, 4, 3), 1), folder.resolve("b.npy"));
        final Result result = reader().set("location", "TWO_SCANS").set("path", a).set("secondPath", b)
            .set("voxelSize", 1.0).run(NodeTester.UNCONNECTED);
        assertNotEquals(result.cell(0, 0, "Volume"), result.cell(0, 1, "Volume"));
    }
}
