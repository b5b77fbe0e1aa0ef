// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
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
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/** Phases in a slice of x and z: 0 is pore, 1 and 2 are solid; voxels of 0.5 x 1 x 2 µm. */
class GeometricTortuosityNodeTest {

    private static final DataTableSpec SPEC = new DataTableSpec(SeriesColumns.column("Step", StringCell.TYPE),
        SeriesColumns.column("Phases", VolumeCell.TYPE));

    private static final String MEAN = "Mean tortuosity [-]";

    /** Down, aside over two voxels, and down; the pore on the left of the last slice is closed. */
    private static final String[] BENT = {
        "0111",
        "0001",
        "2202",
        "0202"};

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

    private static Volume phases(final String... slices) {
        final byte[] labels = String.join("", slices).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < labels.length; i++) {
            labels[i] -= '0';
        }
        return Volume.of("phases", ArrayImgs.unsignedBytes(labels, slices[0].length(), 1, slices.length),
            new VoxelSize(0.5, 1, 2));
    }

    private NodeTester.Node node() {
        return tester.node(new GeometricTortuosityNodeFactory()).set("poreLabels", "0");
    }

    private Result run(final NodeTester.Node node, final Volume... scans) throws Exception {
        final DataCell[][] rows = new DataCell[scans.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new DataCell[]{new StringCell("T" + i), tester.stored(scans[i])};
        }
        return node.run(tester.table(SPEC, rows));
    }

    private static float[] read(final Result result, final String column) throws Exception {
        final Volume volume = ((VolumeValue)result.cell(0, 0, column)).getVolume();
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(new Block(0, 0, 0, (int)volume.shape().x(), 1, (int)volume.shape().z()), values);
        return values;
    }

    @Test
    void waysAreComparedWithTheDepth() throws Exception {
        final Result result = run(node().set("paths", "FACES"), phases(BENT));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        final float[] tortuosity = read(result, "Tortuosity");
        assertEquals(1, tortuosity[0]);
        assertEquals(3f / 2, tortuosity[6]);
        assertEquals(7f / 6, tortuosity[14], 1e-6f);
        assertEquals(Float.POSITIVE_INFINITY, tortuosity[12]);
        assertTrue(Float.isNaN(tortuosity[1]));
        assertEquals(4, result.table(1).size());
        assertEquals(2, result.number(1, 1, "Depth [µm]"));
        assertEquals((2 + 2.5 + 3) / 3 / 2, result.number(1, 1, MEAN), 1e-12);
        assertEquals(1.25, result.number(1, 1, "Median tortuosity [-]"), 1e-12);
        assertEquals(50, result.number(1, 3, "Reachable pore [%]"));
        assertEquals(1, result.number(1, 1, "Connections"));
        assertEquals(3, result.number(1, 1, "Reachable pixels"));
        assertEquals(1, result.number(1, 1, "Links to the next slice"));
        assertTrue(result.cell(1, 3, "Links to the next slice").isMissing());
        assertEquals("6 neighbours", result.cell(2, 0, "Paths").toString());
        assertEquals(100 * 6 / 7.0, result.number(2, 0, "Reachable pore [%]"), 1e-12);
        assertEquals(6, result.number(2, 0, "Volume of reachable pore [µm³]"));
        assertTrue(result.number(2, 0, "Surface of reachable pore [µm²]") > 0);
        assertEquals(7, result.number(2, 0, "Shortest path through [µm]"));
        assertEquals(7 / 6.0, result.number(2, 0, "Tortuosity of the shortest path [-]"), 1e-12);
        assertEquals(0, result.table(3).size());
        assertEquals(0, result.table(4).size());
    }

    @Test
    void aBracketHasTwoVolumesAndColumns() throws Exception {
        final Result result = run(node().set("paths", "BRACKET"), phases(BENT));
        final double marched = read(result, "Tortuosity")[14];
        final double steps = read(result, "Tortuosity, 26 neighbours")[14];
        // one diagonal step around each of the two corners
        assertEquals((2 * Math.sqrt(4.25) + 2) / 6, steps, 1e-6);
        assertTrue(marched >= 1 && marched <= 7 / 6.0 + 1e-6, "marched " + marched);
        assertEquals(steps, result.number(1, 3, "Mean tortuosity, 26 neighbours [-]"), 1e-6);
        assertEquals(marched, result.number(1, 3, MEAN), 1e-6);
        assertEquals(50, result.number(1, 3, "Reachable pore, 26 neighbours [%]"));
        assertEquals("fast marching, second order", result.cell(2, 0, "Paths").toString());
        assertEquals("26 neighbours", result.cell(2, 1, "Paths").toString());
    }

    @Test
    void picturesShowWhatIsNotReachedWhiteAndSolidGrey() throws Exception {
        final Result result = run(node(), phases(BENT));
        final Volume volume = ((VolumeValue)result.cell(0, 0, "Tortuosity")).getVolume();
        assertEquals(VoxelType.FLOAT32, volume.type());
        final VolumeDisplay display = VolumeDisplay.of(volume);
        assertEquals("[-]", display.label());
        final BufferedImage picture = display.slice(volume, SlicePlane.XZ, 0).withSize(80).plain();
        assertEquals(0xffffff, picture.getRGB(0, 79) & 0xffffff, "not reached");
        assertEquals(0xd0d0d0, picture.getRGB(19, 0) & 0xffffff, "solid");
        final int reached = picture.getRGB(0, 0) & 0xffffff;
        assertTrue(reached != 0xffffff && reached != 0xd0d0d0);
    }

    @Test
    void theShortestPathIsListedInMicrometres() throws Exception {
        final Result result = run(node().set("paths", "FACES").set("listPath", true), phases(BENT));
        assertEquals(6, result.table(3).size());
        assertEquals(0, result.number(3, 0, "z [µm]"));
        assertEquals(0.5, result.number(3, 2, "x [µm]"));
        assertEquals(2, result.number(3, 2, "z [µm]"));
        assertEquals(2.5, result.number(3, 2, "Way from the entry [µm]"));
        assertEquals(6, result.number(3, 5, "z [µm]"));
        assertEquals(7, result.number(3, 5, "Way from the entry [µm]"));
        final Result half = run(node().set("paths", "FACES").set("listPath", true).set("pathDepth", 2.1), phases(BENT));
        assertEquals(2, half.table(3).size());
    }

    @Test
    void aPathToWhereThereIsNoneIsAWarning() throws Exception {
        final Result result = run(node().set("listPath", true).set("pathDepth", 30.0), phases(BENT));
        assertEquals(0, result.table(3).size());
        assertEquals("No path leads to a depth of 30.0 µm in T0, and none is listed: it is 6 µm deep.",
            result.warning().orElseThrow().getSummary());
    }

    @Test
    void conventionsAndIntervalsCanBeChosen() throws Exception {
        final Result result = run(node().set("paths", "FACES").set("start", "FACE").set("base", "NEAREST_ENTRY")
            .set("interval", 4.0), phases(BENT));
        assertEquals(2, result.table(1).size());
        assertEquals("2", result.cell(1, 0, "Slices").toString());
        assertEquals(2, result.number(1, 0, "Depth [µm]"));
        assertEquals(8 / (Math.sqrt(36 + 1) + 1), read(result, "Tortuosity")[14], 1e-6);
        assertEquals(8 / (Math.sqrt(36 + 1) + 1), result.number(2, 0, "Mean tortuosity, far side [-]"), 1e-6);
        final Result from = run(node().set("paths", "FACES").set("entry", "LAST_Z"), phases(BENT));
        assertEquals(1, read(from, "Tortuosity")[12]);
        assertEquals(7f / 6, read(from, "Tortuosity")[0], 1e-6f);
    }

    @Test
    void curvesOfAllScansAreDrawn() throws Exception {
        final Result result = run(node().set("paths", "BRACKET").set("pictures/folder", folder.toString()),
            phases(BENT), phases("0011", "0011", "0011", "1111"), phases("1111", "0000", "0000", "0000"));
        assertEquals(2, result.table(4).size());
        assertEquals("Mean tortuosity against depth", result.cell(4, 0, "Shows").toString());
        assertEquals("Connections against depth", result.cell(4, 1, "Shows").toString());
        assertTrue(Files.size(Path.of(result.cell(4, 0, "Picture path").toString())) > 5000);
        assertNotEquals(Files.size(Path.of(result.cell(4, 0, "Picture path").toString())),
            Files.size(Path.of(result.cell(4, 1, "Picture path").toString())));
    }

    @Test
    void aScanWithoutPoreIsNamed() throws Exception {
        final Result result = run(node(), phases("11", "22"));
        assertEquals("T0 has no pore. Check 'Labels of the pore'.", result.warning().orElseThrow().getSummary());
        assertEquals(Double.POSITIVE_INFINITY, result.number(1, 1, MEAN));
        assertTrue(result.cell(1, 1, "Reachable pore [%]").isMissing());
        assertTrue(result.cell(2, 0, "Deepest reached [µm]").isMissing());
        assertTrue(Float.isNaN(read(result, "Tortuosity")[0]));
    }

    @Test
    void aPoreThatTouchesNoFaceIsInfinitelyFar() throws Exception {
        final Result result = run(node(), phases("11", "01"));
        assertEquals("No pore of T0 is at the first z face: nothing can be reached, and every tortuosity is infinite. "
            + "Check 'Entry face', or crop the volume to the electrode.", result.warning().orElseThrow().getSummary());
        assertEquals(Float.POSITIVE_INFINITY, read(result, "Tortuosity")[2]);
        assertEquals(0, result.number(2, 0, "Reachable pore [%]"));
        assertEquals(Double.POSITIVE_INFINITY, result.number(2, 0, "Shortest path through [µm]"));
    }

    @Test
    void aWallOfOneVoxelIsNamedWithTheDepthBeforeIt() throws Exception {
        final Result result = run(node(), phases("000", "000", "111", "000"));
        assertEquals("No path leads through T0 from the first z face: the deepest pore that is reached is 2 µm of 6 µm "
            + "deep.", result.warning().orElseThrow().getSummary());
        assertEquals(2, result.number(2, 0, "Deepest reached [µm]"));
        assertEquals(Double.POSITIVE_INFINITY, result.number(2, 0, "Mean tortuosity, far side [-]"));
    }

    @Test
    void poreEverywhereIsAWarning() throws Exception {
        final Result result = run(node().set("poreLabels", ""), phases("11", "22"));
        assertEquals("T0 is pore everywhere, so that every tortuosity is 1. Set 'Labels of the pore'; the pore is 1, "
            + "not 0, in phases of thresholds.", result.warning().orElseThrow().getSummary());
        assertEquals(1, result.number(1, 1, MEAN));
    }

    @Test
    void imagesHaveNoFaceAlongZ() throws Exception {
        final Volume image = Volume.of("image", ArrayImgs.unsignedBytes(new byte[] {0, 1, 0, 0}, 2, 2, 1),
            VoxelSize.isotropic(1));
        final Result result = run(node().set("entry", "FIRST_Y"), image);
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(2, result.table(1).size());
        assertEquals("T0 has one slice from the first z face on, where every path begins: all tortuosities are 1. "
            + "Choose another 'Entry face', for images one along x or y.",
            run(node(), image).warning().orElseThrow().getSummary());
    }

    @Test
    void greyValuesAreNoPhases() throws Exception {
        final Volume grey = Volume.of("scan", ArrayImgs.floats(new float[8], 2, 2, 2), VoxelSize.isotropic(1));
        final DataCell[] row = {new StringCell("T0"), tester.stored(grey)};
        Failures.of(node().set("poreLabels", ""), tester.table(SPEC, row)).says("The values of the mask of the pores "
            + "must be integers, but scan is of type FLOAT32.").resolution("Change the setting or the input");
        Failures.of(node(), tester.table(SPEC, row)).says("Labels are integers, but scan is of type FLOAT32.");
    }

    @Test
    void labelsThatAreNoNumbersAreNamed() {
        final InvalidSettingsException failure = assertThrows(InvalidSettingsException.class,
            () -> run(node().set("poreLabels", "0, pore"), phases(BENT)));
        assertTrue(failure.getMessage().contains("'Labels of the pore' is '0, pore', but 'pore' is not a whole number. "
            + "Write for instance 0, 3."), failure.getMessage());
    }

    @Test
    void negativeDepthsAreRefused() {
        final InvalidSettingsException failure = assertThrows(InvalidSettingsException.class,
            () -> run(node().set("interval", -1.0), phases(BENT)));
        assertTrue(failure.getMessage().contains("must be 0 or greater"), failure.getMessage());
    }

    @Test
    void aScanWithoutPhasesIsMissing() throws Exception {
        final Result result = node().run(tester.table(SPEC,
            new DataCell[]{new StringCell("T0"), new MissingCell("not segmented")},
            new DataCell[]{new StringCell("T1"), tester.stored(phases(BENT))}));
        assertTrue(result.cell(0, 0, "Tortuosity").isMissing());
        assertEquals(4, result.table(1).size());
        assertEquals("1 row has missing inputs and could not be worked on: Row0.",
            result.warning().orElseThrow().getSummary());
    }
}
