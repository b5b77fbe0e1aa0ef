// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.VolumeSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.node.BufferedDataTable;

/** Writer, statistics and phantom on their examples. */
class VolumeNodesTest {

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

    private BufferedDataTable series() throws Exception {
        final Path file = TestVolumes.write(TestVolumes.counting("scan", 20, 6, 5), folder.resolve("scan.tif"));
        return tester.node(new VolumeReaderNodeFactory()).set("path", file).run(NodeTester.UNCONNECTED).table(0);
    }

    private List<String> names(final Path parent) throws Exception {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource(VolumeFormatChoice.class)
    void whatIsWrittenReadsBack(final VolumeFormatChoice format) throws Exception {
        final Path out = folder.resolve("out/deep");
        final Result written = tester.node(new VolumeWriterNodeFactory()).set("folder", out)
            .set("format", format.name()).set("nameTemplate", "{Step}").set("createFolders", true).run(series());
        assertEquals(List.of("T0" + format.format.suffix()), names(out));
        final Path path = Path.of(written.cell(0, 0, "Volume path").toString());
        final Volume volume = VolumeFiles.open(new VolumeSource(path, "", Optional.of(TestVolumes.HALF)));
        assertEquals(VoxelType.UINT16, volume.type());
        final float[] voxel = new float[1];
        volume.read(new Block(19, 5, 4, 1, 1, 1), voxel);
        assertEquals(599, voxel[0]);
    }

    @Test
    void theWriterMakesNoFolderUnasked() throws Exception {
        Failures.of(tester.node(new VolumeWriterNodeFactory()).set("folder", folder.resolve("none")), series())
            .says("There is no file or folder " + folder.resolve("none") + ".").resolution("'Create folders'");
    }

    @Test
    void theWriterDoesNotOverwriteUnasked() throws Exception {
        final var table = series();
        Files.writeString(folder.resolve("T0.tif"), "mine");
        Failures.of(tester.node(new VolumeWriterNodeFactory()).set("folder", folder).set("nameTemplate", "{Step}"),
            table).says(folder.resolve("T0.tif") + " exists already.").resolution("overwrite");
        assertEquals("mine", Files.readString(folder.resolve("T0.tif")));
    }

    @Test
    void aFolderBelowAFileCannotBeWritten() throws Exception {
        final var table = series();
        final Path below = folder.resolve("scan.tif/results");
        Failures.of(tester.node(new VolumeWriterNodeFactory()).set("folder", below).set("createFolders", true), table)
            .says("scan.tif is not a folder.").resolution("Choose a folder");
    }

    @Test
    void statisticsOfCountingVoxels() throws Exception {
        final Result result = tester.node(new VolumeStatisticsNodeFactory()).set("bins", 4).run(series());
        assertEquals(20, ((LongValue)result.cell(0, 0, "Voxels x")).getLongValue());
        assertEquals(0.5, number(result, 0, "Voxel size z [µm]"));
        assertEquals(299.5, number(result, 0, "Mean"), 1e-9);
        assertEquals(599, number(result, 0, "Maximum"));
        assertEquals(4, result.table(1).size());
        for (int bin = 0; bin < 4; bin++) {
            assertEquals(150, ((LongValue)result.cell(1, bin, "Voxels")).getLongValue());
        }
        assertEquals(74.5, ((DoubleValue)result.cell(1, 0, "Value")).getDoubleValue(), 1e-9);
    }

    private static double number(final Result result, final int row, final String column) {
        return ((DoubleValue)result.cell(0, row, column)).getDoubleValue();
    }

    @Test
    void aHistogramOfFewValuesHasABinForEach() throws Exception {
        final Path file = TestVolumes.write(TestVolumes.counting("few", 3, 1, 1), folder.resolve("few.tif"));
        final var table =
            tester.node(new VolumeReaderNodeFactory()).set("path", file).run(NodeTester.UNCONNECTED).table(0);
        final Result result = tester.node(new VolumeStatisticsNodeFactory()).run(table);
        assertEquals(3, result.table(1).size());
        assertEquals("2.0", result.cell(1, 2, "Value").toString());
    }

    @ParameterizedTest
    @EnumSource(PhantomMotion.class)
    void thePhantomComesWithItsTruth(final PhantomMotion motion) throws Exception {
        final Result phantom = tester.node(new TexturePhantomNodeFactory()).set("motion", motion.name())
            .set("size", 32).set("nodeSpacing", 8).run();
        assertEquals(2, phantom.table(0).size());
        assertEquals("T1", phantom.cell(0, 1, "Step").toString());
        final Volume t1 = ((VolumeValue)phantom.cell(0, 1, "Volume")).getVolume();
        assertEquals(VoxelType.UINT16, t1.type());
        final DeformationField truth =
            ((DeformationFieldValue)phantom.cell(1, 0, "True field")).getDeformationField();
        assertTrue(truth.grid().size() >= 27, truth.toString());
        final double largest = IntStream.range(0, truth.grid().size())
            .mapToDouble(node -> truth.displacement(node).norm()).max().orElseThrow();
        assertEquals(motion == PhantomMotion.NONE, largest == 0);
    }
}
