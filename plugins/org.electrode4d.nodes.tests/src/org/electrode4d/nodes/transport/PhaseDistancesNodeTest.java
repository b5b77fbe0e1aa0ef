// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class PhaseDistancesNodeTest {

    private static final int EDGE = 24;

    private static final DataTableSpec SERIES =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Phases", VolumeCell.TYPE), SeriesColumns.column("Mask", VolumeCell.TYPE));

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    /** Pore (0) below z = 4, silicon (3) from a given z on, and something else (1) between them; voxels of 0.5 µm. */
    private static Volume layers(final int silicon) {
        final byte[] values = new byte[EDGE * EDGE * EDGE];
        for (int i = 0; i < values.length; i++) {
            final int z = i / (EDGE * EDGE);
            values[i] = (byte)(z < 4 ? 0 : z < silicon ? 1 : 3);
        }
        final Volume volume = Volume.of("phases", ArrayImgs.unsignedBytes(values, EDGE, EDGE, EDGE), TestVolumes.HALF);
        return new LabelVolume(volume, new TreeMap<>(Map.of(0, "Pore", 3, "Silicon"))).named();
    }

    private DataCell[] scan(final String step, final Volume phases) throws Exception {
        return new DataCell[]{new StringCell(step), tester.stored(phases), new MissingCell("no mask")};
    }

    private BufferedDataTable series() throws Exception {
        return tester.table(SERIES, scan("T0", layers(12)), scan("T1", layers(16)));
    }

    private Node node() {
        return tester.node(new PhaseDistancesNodeFactory());
    }

    /** 8 voxels of 0.5 µm between the planes, then 12: half as much again. */
    @Test
    void bothDirectionsOfEachScanAreMeasured(@TempDir final Path folder) throws Exception {
        final Result result = node().set("pictures/folder", folder.toString()).run(series());
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(4, result.table(1).size());
        assertEquals("Pore", result.cell(1, 0, "From").toString());
        assertEquals("Silicon", result.cell(1, 0, "To").toString());
        assertEquals("Silicon", result.cell(1, 1, "From").toString());
        for (final String number : new String[]{"Mean", "RMS", "Minimum", "Maximum", "Median", "95 % quantile",
            "Hausdorff distance"}) {
            assertEquals(4, result.number(1, 0, number + " [µm]"), 1e-3, number);
            assertEquals(6, result.number(1, 3, number + " [µm]"), 1e-3, number);
        }
        assertEquals(0, result.number(1, 0, "SD [µm]"), 1e-3);
        assertEquals(11.5 * 11.5, result.number(1, 0, "Area [µm²]"), 1e-3);
        assertEquals(EDGE * EDGE, result.number(1, 0, "Samples"));
        assertEquals(0, result.number(1, 1, "Mean, change [%]"));
        assertEquals(50, result.number(1, 3, "Mean, change [%]"), 1e-3);
        assertEquals(50, result.number(1, 3, "Maximum, change [%]"), 1e-3);
        assertEquals("Distances between the phases", result.cell(3, 0, "Shows").toString());
        assertTrue(Files.size(folder.resolve("distances.png")) > 1000);
    }

    @Test
    void histogramsAreNormed() throws Exception {
        final Result result = node().set("places", "ALL_VOXELS").set("binWidth", 1.0).run(series());
        // centres 4.5, 5, 5.5 and 6 µm away, a quarter each; then back from 12 layers of 4.5 to 10 µm
        assertEquals(4.5, result.number(2, 4, "Distance [µm]"));
        assertEquals(25, result.number(2, 4, "Part [%]"), 1e-9);
        assertEquals(0.5, result.number(2, 5, "Density [1/µm]"), 1e-9);
        assertEquals(75, result.number(2, 5, "Cumulative [%]"), 1e-9);
        assertEquals(100, result.number(2, 6, "Cumulative [%]"), 1e-9);
        assertEquals("Silicon", result.cell(2, 7, "From").toString());
        assertTrue(result.cell(1, 0, "Area [µm²]").isMissing());
    }

    /** Pixels of 0.5 µm in a slice of 0.01 µm; pixels 4.5 to 6 µm away. */
    @Test
    void binsOfAnImageAreAsWideAsAPixel() throws Exception {
        final byte[] values = new byte[EDGE * EDGE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)(i / EDGE < 4 ? 0 : i / EDGE < 12 ? 1 : 3);
        }
        final Volume image = Volume.of("phases", ArrayImgs.unsignedBytes(values, EDGE, EDGE, 1),
            new VoxelSize(0.5, 0.5, 0.01));
        final Result result = node().set("places", "ALL_VOXELS").run(tester.table(SERIES, scan("T0", image)));
        assertEquals(4.75, result.number(2, 9, "Distance [µm]"), 1e-9);
    }

    @Test
    void everyVoxelOfTheFirstPhaseHasItsDistance() throws Exception {
        final Result result = node().run(series());
        final Volume distance = ((VolumeValue)result.cell(0, 0, "Distance")).getVolume();
        final float[] column = new float[EDGE];
        distance.read(new Block(3, 7, 0, 1, 1, EDGE), column);
        assertEquals(6, column[0]);
        assertEquals(4.5, column[3]);
        assertTrue(Float.isNaN(column[4]) && Float.isNaN(column[EDGE - 1]));
        assertEquals("µm", distance.metadata().get("unit"));
    }

    @ParameterizedTest
    @CsvSource({"CENTRES, 4.5, 4.5", "FACES, 4, 4.25"})
    void voxelDistancesAreBetweenCentresOrFaces(final String ends, final double least, final double inVolume)
        throws Exception {
        final Result result = node().set("places", "BOUNDARY_VOXELS").set("ends", ends).run(series());
        assertEquals(least, result.number(1, 0, "Mean [µm]"), 1e-6);
        final float[] voxel = new float[1];
        ((VolumeValue)result.cell(0, 0, "Distance")).getVolume().read(new Block(3, 7, 3, 1, 1, 1), voxel);
        assertEquals(inVolume, voxel[0], 1e-6);
    }

    @Test
    void aMaskTakesAPartOfTheFirstPhase() throws Exception {
        final byte[] low = new byte[EDGE * EDGE * EDGE];
        for (int i = 0; i < 2 * EDGE * EDGE; i++) {
            low[i] = 1;
        }
        final Volume mask = Volume.of("mask", ArrayImgs.unsignedBytes(low, EDGE, EDGE, EDGE), TestVolumes.HALF);
        final BufferedDataTable table = tester.table(SERIES,
            new DataCell[]{new StringCell("T0"), tester.stored(layers(12)), tester.stored(mask)});
        final Result result = node().set("useMask", true).set("places", "ALL_VOXELS").run(table);
        assertEquals(5.5, result.number(1, 0, "Minimum [µm]"), 1e-6);
        final BufferedDataTable other = tester.table(SERIES, new DataCell[]{new StringCell("T0"),
            tester.stored(layers(12)), tester.stored(TestVolumes.constant("mask", new Shape(3, 3, 3), 1))});
        Failures.of(node().set("useMask", true), other).says("Both must have the same shape").resolution("input");
    }

    @Test
    void surfacesAreWrittenForOtherPrograms(@TempDir final Path folder) throws Exception {
        node().set("files/folder", folder.toString()).set("files/name", "pore").run(series());
        final String text = Files.readString(folder.resolve("pore-T1.ply"), StandardCharsets.ISO_8859_1);
        assertTrue(text.startsWith("ply\nformat binary_little_endian 1.0\n"), text.substring(0, 40));
        assertTrue(text.contains("element vertex " + EDGE * EDGE + "\n"));
        assertTrue(Files.exists(folder.resolve("pore-T0.ply")));
        assertTrue(Files.exists(folder.resolve("pore-T1-back.ply")), "the surface of the silicon");
    }

    @Test
    void nothingIsWrittenWhereAScanFails(@TempDir final Path folder) throws Exception {
        final BufferedDataTable broken = tester.table(SERIES, scan("T0", layers(12)),
            scan("T1", TestVolumes.floats("grey", new Shape(2, 1, 1), 1, 2)));
        Failures.of(node().set("files/folder", folder.toString()), broken)
            .says("Labels are integers, but grey is of type FLOAT32.").resolution("input");
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void aScanWithoutOneOfThePhasesHasMissingCells() throws Exception {
        final BufferedDataTable table =
            tester.table(SERIES, scan("T0", layers(EDGE)), scan("T1", layers(12)), scan("T2", layers(16)));
        final Result result = node().run(table);
        final String warning = result.warning().get().getSummary();
        assertTrue(warning.startsWith("T0: Silicon has no voxel. Its distances are missing."), warning);
        assertTrue(warning.contains("Changes refer to T1, the first scan with distances."), warning);
        assertTrue(result.cell(0, 0, "Distance").isMissing());
        assertFalse(result.cell(0, 1, "Distance").isMissing());
        assertEquals(0, result.number(1, 0, "Samples"));
        for (final String number : List.of("Mean [µm]", "Hausdorff distance [µm]", "Median [µm]", "Area [µm²]")) {
            assertTrue(result.cell(1, 1, number).isMissing(), number);
        }
        assertEquals(50, result.number(1, 4, "Mean, change [%]"), 1e-3);
    }

    @Test
    void aPhaseThatIsTooThinForTheSmoothingIsNamed() throws Exception {
        final BufferedDataTable thin = tester.table(SERIES, scan("T0", layers(EDGE - 1)
            .crop(new Block(0, 0, 0, EDGE, EDGE, EDGE - 8))), scan("T1", wire()));
        final String warning = node().run(thin).warning().get().getSummary();
        assertTrue(warning.contains("T1: Silicon has no surface inside of the volume, or is too thin for the "
            + "smoothing. Its distances are missing."), warning);
        assertTrue(node().set("smoothing", 0.0).run(thin).number(1, 2, "Mean [µm]") > 0);
    }

    /** One voxel of silicon above the pore. */
    private static Volume wire() {
        final byte[] values = new byte[EDGE * EDGE * EDGE];
        Arrays.fill(values, 4 * EDGE * EDGE, values.length, (byte)1);
        values[EDGE * EDGE * 12 + EDGE * 12 + 12] = 3;
        final Volume volume = Volume.of("phases", ArrayImgs.unsignedBytes(values, EDGE, EDGE, EDGE), TestVolumes.HALF);
        return new LabelVolume(volume, new TreeMap<>(Map.of(0, "Pore", 3, "Silicon"))).named();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "from | pore | 'Labels of the first phase' is 'pore', but 'pore' is not a whole number.",
        "from | '' | 'Labels of the first phase' is empty.",
        "to | '' | 'Labels of the second phase' is empty.",
        "to | 3, 0 | Label 0 is in both phases",
        "phaseColumn | Grains | The input table has no column 'Grains'."})
    void settingsThatMakeNoSenseAreNamed(final String key, final String value, final String message) {
        final String found = assertThrows(InvalidSettingsException.class,
            () -> node().set(key, value).configure(SERIES)).getMessage();
        assertTrue(found.startsWith(message), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "smoothing | 6 | The smoothing of surfaces must be 0 to 5 voxels, but is 6.0.",
        "binWidth | -1 | The bins of a histogram must be wider than 0 µm, but are -1.0 µm."})
    void numbersThatMakeNoSenseAreNamed(final String key, final double value, final String message) {
        final String found = assertThrows(InvalidSettingsException.class,
            () -> node().set(key, value).configure(SERIES)).getMessage();
        assertTrue(found.startsWith(message), found);
    }

    @Test
    void tooManyBinsAreExplained() throws Exception {
        final BufferedDataTable series = series();
        Failures.of(node().set("binWidth", 1e-6), series).says("Make the bins wider.").resolution("setting");
    }

    @Test
    void aFolderInTheNameOfSurfacesIsRefused() {
        assertEquals("'Name' is 'a/b', but must be the beginning of a file name, without a folder.",
            assertThrows(InvalidSettingsException.class, () -> node().set("files/name", "a/b").configure(SERIES))
                .getMessage());
    }
}
