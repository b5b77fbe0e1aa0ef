// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
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
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class PhaseTableNodeTest {

    private static final int EDGE = 20;

    private static final DataTableSpec SERIES =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE),
            SeriesColumns.column("Phases", VolumeCell.TYPE));

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    /** Pore (1) from the left to a border, beside it active material (2), all above SEI (3) of some thickness. */
    private static Volume electrode(final int pore, final int sei) {
        final byte[] values = new byte[EDGE * EDGE * EDGE];
        for (int i = 0; i < values.length; i++) {
            final boolean isSei = i / (EDGE * EDGE) >= EDGE - sei;
            values[i] = (byte)(isSei ? 3 : i % EDGE < pore ? 1 : 2);
        }
        final Volume volume = Volume.of("phases", ArrayImgs.unsignedBytes(values, EDGE, EDGE, EDGE), TestVolumes.HALF);
        return new LabelVolume(volume, new TreeMap<>(Map.of(1, "Pore", 2, "Si"))).named();
    }

    private BufferedDataTable series(final Volume... volumes) throws Exception {
        final DataCell[][] rows = new DataCell[volumes.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new DataCell[]{new StringCell("T" + i), new DoubleCell(10.0 * i), tester.stored(volumes[i])};
        }
        return tester.table(SERIES, rows);
    }

    private NodeTester.Node node() {
        return tester.node(new PhaseTableNodeFactory());
    }

    @Test
    void everyPhaseHasItsNumbersAndChanges() throws Exception {
        final Result result = node().run(series(electrode(8, 4), electrode(4, 4)));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(6, result.table(0).size());
        assertEquals("Pore", result.cell(0, 0, "Phase").toString());
        assertEquals("Label 3", result.cell(0, 2, "Phase").toString());
        assertEquals(32, result.number(0, 0, "Fraction [%]"), 1e-9);
        assertEquals(8 * 20 * 16 / 8.0, result.number(0, 0, "Volume [µm³]"), 1e-9);
        assertEquals(0, result.number(0, 0, "Fraction of slices, minimum [%]"), 1e-9);
        assertEquals(32, result.number(0, 0, "Fraction of slices, mean [%]"), 1e-9);
        assertEquals(40, result.number(0, 0, "Fraction of slices, maximum [%]"), 1e-9);
        assertEquals(16, result.number(0, 0, "Fraction of slices, SD (n) [%]"), 1e-9);
        assertEquals(16 * Math.sqrt(20 / 19.0), result.number(0, 0, "Fraction of slices, SD (n - 1) [%]"), 1e-9);
        final double surface = result.number(0, 0, "Surface [µm²]");
        assertEquals(surface / 1000, result.number(0, 0, "Specific surface [1/µm]"), 1e-9);
        assertEquals(surface / 320, result.number(0, 0, "Surface per volume of the phase [1/µm]"), 1e-9);
        assertEquals(0, result.number(0, 0, "Fraction, change [%]"), 1e-12);
        assertEquals(-50, result.number(0, 3, "Fraction, change [%]"), 1e-9);
        assertEquals(-50, result.number(0, 3, "Volume, change [%]"), 1e-9);
        assertEquals(100.0 / 3, result.number(0, 4, "Fraction, change [%]"), 1e-9);
        assertEquals("10.0", result.cell(0, 3, "Time [h]").toString());
    }

    @Test
    void pairsAndTriplesHaveRows() throws Exception {
        final Result result = node().run(series(electrode(8, 4), electrode(4, 4)));
        assertEquals(6, result.table(1).size());
        assertEquals("Pore", result.cell(1, 0, "Phase 1").toString());
        assertEquals("Si", result.cell(1, 0, "Phase 2").toString());
        assertEquals(80, result.number(1, 0, "Interface [µm²]"), 12, "20 x 16 faces, less what Crofton misses");
        assertEquals(0, result.number(1, 3, "Interface, change [%]"), 1e-9, "the plane has only moved");
        assertEquals(-50, result.number(1, 4, "Interface, change [%]"), 5);
        final double ofPore = result.number(1, 0, "Interface [µm²]") + result.number(1, 1, "Interface [µm²]");
        assertEquals(result.number(0, 0, "Surface [µm²]"), ofPore, 1e-9);
        assertEquals(2, result.table(2).size());
        assertEquals("Label 3", result.cell(2, 0, "Phase 3").toString());
        assertEquals(10, result.number(2, 0, "Shortest length [µm]"), 1e-9);
        assertEquals(10, result.number(2, 0, "Length of voxel edges [µm]"), 1e-9);
        assertEquals(20 / 3.0, result.number(2, 0, "Length [µm]"), 1e-9);
        assertEquals(20 / 3.0 / 1000, result.number(2, 0, "Density [1/µm²]"), 1e-12);
        assertEquals(0, result.number(2, 1, "Length, change [%]"), 1e-9);
    }

    @Test
    void slicesAreToldAlongTheAxis() throws Exception {
        final Volume placed = electrode(8, 4).withOrigin(new Point(3, 0, 0));
        final Result result = node().set("axis", "X").run(series(placed));
        assertEquals(3 * EDGE, result.table(3).size());
        assertEquals(3.5, result.number(3, 1, "Position [µm]"), 1e-9);
        assertEquals(80, result.number(3, 1, "Fraction [%]"), 1e-9);
        assertEquals(0, result.number(3, 8, "Fraction [%]"), 1e-9);
        assertEquals("8", result.cell(3, 8, "Slice").toString());
        assertEquals("Si", result.cell(3, EDGE, "Phase").toString());
    }

    @Test
    void aPhaseThatVanishesAndOneThatAppears() throws Exception {
        final Result result = node().run(series(electrode(8, 0), electrode(0, 4)));
        assertEquals(0, result.number(0, 3, "Fraction [%]"), 0);
        assertEquals(-100, result.number(0, 3, "Volume, change [%]"), 0);
        assertEquals(-100, result.number(0, 3, "Surface, change [%]"), 0);
        assertTrue(result.cell(0, 3, "Surface per volume of the phase [1/µm]").isMissing());
        assertEquals(0, result.number(0, 2, "Fraction [%]"), 0);
        assertTrue(result.cell(0, 2, "Fraction, change [%]").isMissing());
        assertTrue(result.cell(0, 5, "Fraction, change [%]").isMissing());
        assertEquals("Label 3 is not in T0, so that its changes are missing.",
            result.warning().get().getSummary());
        assertEquals(-100, result.number(1, 2, "Interface, change [%]"), 0);
    }

    @Test
    void estimatorAndBorderAreChosen() throws Exception {
        final BufferedDataTable series = series(electrode(8, 0));
        final Result meshed = node().set("method", "MARCHING_CUBES").run(series);
        assertEquals(19 * 19 / 4.0, meshed.number(0, 0, "Surface [µm²]"), 0.01, "between the outermost centres");
        final Result bordered = node().set("method", "MARCHING_CUBES").set("borderIsSurface", true).run(series);
        assertEquals(19 * 19 / 4.0 + (20 * 20 + 4 * 8 * 20) / 4.0, bordered.number(0, 0, "Surface [µm²]"), 0.01);
    }

    @Test
    void picturesShowSlicesAndChanges(@TempDir final Path folder) throws Exception {
        final Result result = node().set("pictures/folder", folder.toString())
            .run(series(electrode(8, 4), electrode(6, 5), electrode(3, 6)));
        assertEquals(4, result.table(4).size());
        assertTrue(Files.exists(folder.resolve("phases-slices-1.png")));
        assertTrue(Files.exists(folder.resolve("phases-changes.png")));
    }

    @Test
    void aMissingFirstScanIsTold() throws Exception {
        final Result result = node().run(series(null, electrode(8, 4)));
        final String warning = result.warning().get().getSummary();
        assertTrue(warning.contains("Changes refer to T1, the first scan with phases."), warning);
        assertTrue(warning.contains("1 row has missing inputs"), warning);
        assertEquals(3, result.table(0).size());
    }

    @Test
    void scansOfDifferentSizeAreTold() throws Exception {
        final Volume small = electrode(8, 4).crop(new Block(0, 0, 0, EDGE, EDGE, EDGE / 2));
        final String warning = node().run(series(electrode(8, 4), small)).warning().get().getSummary();
        assertEquals("T1 is 500 µm³ large, but T0 1000 µm³: compare fractions and specific surfaces, not volumes and "
            + "surfaces, or crop the scans alike.", warning);
    }

    @Test
    void greyValuesAndParticlesAreRefused() throws Exception {
        Failures.of(node(), series(TestVolumes.floats("scan", new Shape(2, 1, 1), 1, 2)))
            .says("The values of the phases must be integers, but").resolution("input");
        Failures.of(node(), series(TestVolumes.counting("particles", 10, 10, 1)))
            .says("particles has more than 64 different labels, too many for phases.").resolution("input");
    }

    @Test
    void settingsAreChecked() throws Exception {
        final BufferedDataTable series = series(electrode(8, 4));
        final String message = assertThrows(InvalidSettingsException.class,
            () -> node().set("smoothing", 200.0).run(series)).getMessage();
        assertTrue(message.contains("The smoothing of marching cubes is 200.0 voxels"), message);
    }

    @Test
    void anEmptySeriesHasEmptyTables() throws Exception {
        final Result result = node().run(tester.table(SERIES, new DataCell[0][]));
        for (final int port : List.of(0, 1, 2, 3, 4)) {
            assertEquals(0, result.table(port).size());
        }
    }
}
