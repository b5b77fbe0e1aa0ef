// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class CoverageNodeTest {

    private static final int EDGE = 40;

    private static final DataTableSpec SERIES =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Phases", VolumeCell.TYPE), SeriesColumns.column("Particles", VolumeCell.TYPE));

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    /** Particle 7 below z = 12 and 8 above z = 27, with SEI (4) of 3 voxels on the one, CBD (1) on the other. */
    private static int phase(final int z) {
        return z < 12 || z > 27 ? 3 : z < 15 ? 4 : z > 25 ? 1 : 0;
    }

    private static Volume layers(final String name, final boolean particles) {
        final byte[] values = new byte[EDGE * EDGE * EDGE];
        for (int i = 0; i < values.length; i++) {
            final int z = i / (EDGE * EDGE);
            values[i] = (byte)(particles ? z < 12 ? 7 : z > 27 ? 8 : 0 : phase(z));
        }
        return Volume.of(name, ArrayImgs.unsignedBytes(values, EDGE, EDGE, EDGE), TestVolumes.HALF);
    }

    private BufferedDataTable series(final Volume phases, final Volume particles) throws Exception {
        return tester.table(SERIES, new DataCell[]{new StringCell("T0"), tester.stored(phases),
            tester.stored(particles)});
    }

    private NodeTester.Node node() {
        return tester.node(new SurfaceCoverageNodeFactory()).set("sei", "4").set("longestRay", 4.0);
    }

    @Test
    void everyParticleHasItsCoverAndAllTogether(@TempDir final Path folder) throws Exception {
        final Result result = node().set("pictures/folder", folder.toString()).set("bins", 16)
            .run(series(layers("phases", false), layers("particles", true)));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(2, result.table(0).size());
        assertEquals("7", result.cell(0, 0, "Particle").toString());
        assertEquals(400, result.number(0, 0, "Area [µm²]"), 1e-6);
        assertEquals(100, result.number(0, 0, "SEI-covered [%]"), 1e-9);
        assertEquals(1500, result.number(0, 0, "SEI thickness, mean [nm]"), 0.1);
        assertEquals(1500, result.number(0, 0, "SEI thickness, 3rd quartile [nm]"), 4);
        assertEquals("true", result.cell(0, 0, "At the border").toString());
        assertEquals(100, result.number(0, 1, "CBD-covered [%]"), 1e-9);
        assertTrue(result.cell(0, 1, "SEI thickness, mean [nm]").isMissing());
        assertEquals("2", result.cell(1, 0, "Particles").toString());
        assertEquals(50, result.number(1, 0, "SEI-covered [%]"), 1e-9);
        assertEquals(1500, result.number(1, 0, "Mean SEI thickness of particles, median [nm]"), 0.1);
        assertEquals(16, result.table(2).size());
        assertEquals(1625, result.number(2, 6, "SEI thickness [nm]"), 1e-9);
        assertEquals(400, result.number(2, 5, "Area [µm²]") + result.number(2, 6, "Area [µm²]"), 1e-6);
        assertEquals(2, result.table(3).size());
        assertTrue(Files.exists(folder.resolve("coverage-sei.png")));
    }

    @Test
    void binsKeepTheirArea() {
        assertArrayEquals(new double[]{3, 7}, CoverageTables.rebinned(new double[]{1, 2, 3, 4}, 2), 1e-12);
        assertArrayEquals(new double[]{2, 2}, CoverageTables.rebinned(new double[]{1, 2, 1}, 2), 1e-12);
    }

    @Test
    void aLabelThatIsNowhereIsNamed() throws Exception {
        final Result result = node().set("sei", "5").run(series(layers("phases", false), layers("particles", true)));
        final String warning = result.warning().get().getSummary();
        assertEquals("Label 5 is nowhere in the phases of T0, so 0 % is SEI-covered. Check the labels if that is not "
            + "meant.",
            warning);
        assertEquals(0, result.number(1, 0, "SEI-covered [%]"));
        assertEquals(50, result.number(1, 0, "Touching [%]"), 1e-9, "label 4 is an active material then");
    }

    @Test
    void aNameThatContradictsTheLabelsIsTold() throws Exception {
        final Volume phases = new LabelVolume(layers("phases", false),
            new TreeMap<>(Map.of(0, "Pore", 1, "Graphite", 3, "cbd", 4, "SEI"))).named();
        final BufferedDataTable series = series(phases, layers("particles", true));
        assertEquals("'cbd' of T0 is label 3, but label 1 is set as CBD.",
            node().run(series).warning().get().getSummary());
        final String several = node().set("pore", "2").set("cbd", "1, 3").set("sei", "").run(series).warning().get()
            .getSummary();
        assertTrue(several.contains("'Pore' of T0 is label 0, but label 2 is set as pore."), several);
        assertTrue(several.contains("'SEI' of T0 is label 4, but no label is set as SEI."), several);
        assertFalse(several.contains("cbd"), several);
    }

    @Test
    void raysThatWereCutAreCounted() throws Exception {
        final Result result = node().set("longestRay", 1.0)
            .run(series(layers("phases", false), layers("particles", true)));
        assertEquals("1600 of 1600 rays in the SEI of T0 are longer than 1.0 µm and were cut there.",
            result.warning().get().getSummary());
        assertEquals("1600", result.cell(1, 0, "SEI rays cut").toString());
    }

    @Test
    void withoutParticlesNothingIsTold() throws Exception {
        final Volume none = TestVolumes.constant("particles", layers("phases", false).shape(), 0);
        final Result result = node().run(series(layers("phases", false), none));
        assertEquals(0, result.table(0).size());
        assertTrue(result.warning().get().getSummary().startsWith("There is no particle in T0"));
        assertTrue(result.cell(1, 0, "Free [%]").isMissing());
    }

    @Test
    void volumesThatDoNotFitAreNamed() throws Exception {
        final Volume small = layers("particles", true).crop(new Block(0, 0, 0, EDGE, EDGE, 20));
        Failures.of(node(), series(layers("phases", false), small)).says("Both must have the same shape")
            .resolution("input");
        final Volume grey = TestVolumes.floats("scan", small.shape(), new float[(int)small.shape().voxels()]);
        Failures.of(node(), series(grey, small)).says("The values of the phases must be integers").resolution("input");
    }

    @Test
    void aLabelIsOnlyOneThing() throws Exception {
        final BufferedDataTable series = series(layers("phases", false), layers("particles", true));
        final String message = assertThrows(InvalidSettingsException.class,
            () -> node().set("sei", "1").run(series)).getMessage();
        assertTrue(message.contains("Label 1 is named twice."), message);
    }

    @Test
    void emptyTablesAndMissingCellsAreNoFailures() throws Exception {
        final List<DataCell[]> rows = new ArrayList<>();
        assertEquals(0, node().run(tester.table(SERIES, rows.toArray(DataCell[][]::new))).table(0).size());
        final Result result = node().run(series(null, layers("particles", true)));
        assertTrue(result.warning().get().getSummary().contains("missing"), result.warning().toString());
        assertFalse(result.table(1).size() > 0);
    }
}
