// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class ParticleLithiationNodeTest {

    private static final int EDGE = 24;
    private static final int SILICON = 2;
    private static final int SEI = 4;

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

    /** Two balls: 5 of 6 voxels with SEI of one voxel towards large x, and 9 of 3 voxels at the border; CBD below. */
    private static int label(final int i, final boolean isParticle) {
        final int x = i % EDGE - 10;
        final int y = i / EDGE % EDGE - 10;
        final int z = i / (EDGE * EDGE) - 10;
        final double r = Math.sqrt(x * x + y * y + z * z);
        if (r <= 6) {
            return isParticle ? 5 : SILICON;
        } else if (Math.sqrt((x - 12) * (x - 12) + (y - 12) * (y - 12) + (z - 8) * (z - 8)) <= 3) {
            return isParticle ? 9 : SILICON;
        } else if (isParticle) {
            return 0;
        }
        return z < -3 ? 1 : x > 0 && r <= 7.3 ? SEI : 0;
    }

    private static Volume volume(final boolean isParticle) {
        final byte[] values = new byte[EDGE * EDGE * EDGE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)label(i, isParticle);
        }
        return Volume.of(isParticle ? "particles" : "phases", ArrayImgs.unsignedBytes(values, EDGE, EDGE, EDGE),
            VoxelSize.isotropic(0.1));
    }

    private BufferedDataTable series(final Volume phases, final Volume particles) throws Exception {
        return tester.table(SERIES, new DataCell[]{new StringCell("T0"), tester.stored(phases),
            tester.stored(particles)});
    }

    private BufferedDataTable series() throws Exception {
        return series(volume(false), volume(true));
    }

    /** A diffusivity with which a ball of 0.6 µm stays far from its limits. */
    private NodeTester.Node node() {
        return tester.node(new ParticleLithiationNodeFactory()).set("sei", "4").set("diffusivity", 1e-15)
            .set("steps", 12);
    }

    @Test
    void elementsThatAreTooLargeForADiffusivityAreTold() throws Exception {
        final Result result = node().set("diffusivity", 1e-17).set("rates", "20").run(series());
        assertTrue(result.warning().toString().contains("Particle 5 of T0 at 20.0 C: the state of charge overshoots "
            + "its start by"), result.warning().toString());
    }

    /** With one limit a thousand times the other, the curve of the smaller one still has points. */
    @Test
    void curvesShowTheSmallerLimit() throws Exception {
        final Result result = node().set("conductivity", 100.0).set("rates", "0.4").run(series());
        int present = 0;
        for (int row = 0; row < result.table(3).size(); row++) {
            present += result.cell(3, row, "Ionic over-potential [mV]").isMissing() ? 0 : 1;
        }
        assertEquals(41 / 4.4, present, 1);
    }

    @Test
    void theLargestParticleIsComputedAtEveryRate(@TempDir final Path folder) throws Exception {
        final Result result = node().set("pictures/folder", folder.toString()).set("bins", 50).run(series());
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(2, result.table(0).size());
        assertEquals("5", result.cell(0, 0, "Particle").toString());
        final double volume = result.number(0, 0, "Volume [µm³]");
        assertEquals(0.925, volume, 0.1, "925 voxels");
        assertEquals(8.339 * volume, result.number(0, 0, "Capacity [pAh]"), 1e-2 * volume, "3579 mAh/g, 2.33 g/cm³");
        for (int row = 0; row < 2; row++) {
            final double rate = row == 0 ? 0.4 : 1.2;
            assertEquals(rate, result.number(0, row, "Rate [C]"));
            assertEquals(360 / rate, result.number(0, row, "Time at the end [s]"), 1e-9);
            assertEquals(70, result.number(0, row, "SOC, mean [%]"), 1e-8);
            assertTrue(result.number(0, row, "SOC, minimum [%]") < 70);
            assertEquals("Mean reached", result.cell(0, row, "End").toString());
            assertTrue(result.number(0, row, "Over-potential [mV]")
                > result.number(0, row, "Over-potential without SEI [mV]"));
        }
        assertEquals(3, result.number(0, 1, "50 % interval [%]") / result.number(0, 0, "50 % interval [%]"), 0.3);
        assertTrue(result.number(0, 0, "SEI-covered surface [µm²]") > 1);
        assertTrue(result.number(0, 0, "Free surface [µm²]") > 1);
        assertTrue(result.number(0, 0, "Contact surface [µm²]") > 0.5);
        assertEquals(0, result.number(0, 0, "Cut off surface [µm²]"));
        assertTrue(result.number(0, 0, "Ionic limit [C]") > 1);
        assertTrue(result.number(0, 0, "Electronic limit [C]") > 0.1);
        assertEquals(100, result.table(1).size());
        double sum = 0;
        for (int bin = 0; bin < 50; bin++) {
            sum += result.number(1, bin, "Part of the volume [%]");
        }
        assertEquals(100, sum, 1e-9);
        assertEquals(41, result.table(3).size());
        assertEquals(3, result.table(4).size());
        assertTrue(Files.exists(folder.resolve("lithiation-distribution-T0-5.png")));
    }

    @Test
    void theMapIsTheParticleOnItsVoxels() throws Exception {
        final Result result = node().set("rates", "1").run(series());
        assertEquals(1, result.table(2).size());
        final Volume map = ((VolumeValue)result.cell(2, 0, "State of charge")).getVolume();
        final float[] values = new float[(int)map.shape().voxels()];
        map.read(Block.of(map.shape()), values);
        int voxels = 0;
        for (final float value : values) {
            voxels += Float.isNaN(value) ? 0 : 1;
        }
        assertEquals(925, voxels);
        assertEquals("%", map.metadata().get("unit"));
    }

    @Test
    void aParticleIsChosenByItsNumberAndFlaggedAtTheBorder() throws Exception {
        final Result result = node().set("particle", 9).set("rates", "0.2").run(series());
        assertEquals("9", result.cell(0, 0, "Particle").toString());
        assertEquals("true", result.cell(0, 0, "At the border").toString());
        assertEquals(0, result.number(0, 0, "Electronic limit [C]"));
        final String warning = result.warning().get().getSummary();
        assertTrue(warning.contains("Particle 9 of T0 touches no contact: its electronic limit is 0 C."), warning);
        assertTrue(warning.contains("Particle 9 of T0 is cut off at the border of the volume"), warning);
        assertEquals(2, node().set("largest", 5).set("rates", "0.2").run(series()).table(0).size());
    }

    @Test
    void aParticleThatTouchesEverythingCarriesNoCurrent() throws Exception {
        final Result result = node().set("pore", "7").set("sei", "").run(series());
        assertEquals("Particle 5 of T0 has no surface that lithium ions pass, neither pore nor SEI: no current flows, "
            + "and its ionic limit is 0 C.", result.warning().get().getSummary());
        assertEquals(2, result.table(0).size());
        assertEquals(0, result.number(0, 0, "Ionic limit [C]"));
        assertTrue(result.cell(0, 0, "Over-potential [mV]").isMissing());
        assertTrue(result.cell(0, 0, "End").isMissing());
        assertEquals(0, result.table(2).size());
        assertEquals(0, result.table(3).size());
    }

    @Test
    void aSurfaceThatRunsEmptyIsTold() throws Exception {
        final Result result = node().set("rates", "20").set("end", 5.0).run(series());
        assertEquals("Surface empty", result.cell(0, 0, "End").toString());
        assertEquals(0, result.number(0, 0, "SOC, minimum [%]"), 1e-9);
        final String warning = result.warning().get().getSummary();
        assertTrue(warning.matches("Particle 5 of T0 at 20.0 C: after [0-9.]+ s, at a mean of [0-9.]+ %, somewhere at "
            + "the surface was no lithium left. There the current ended: that is the ionic limit."), warning);
    }

    @Test
    void aParticleThatIsNotThereIsNamed() throws Exception {
        final Result result = node().set("particle", 3).run(series());
        assertEquals(0, result.table(0).size());
        assertEquals("There is no particle 3 in T0. Set 'Particle' to a label that is there, or to 0 for the largest.",
            result.warning().get().getSummary());
        final Volume none = TestVolumes.constant("particles", volume(false).shape(), 0)
            .withVoxelSize(VoxelSize.isotropic(0.1));
        assertEquals("There is no particle in T0: all labels of the particles are 0.",
            node().run(series(volume(false), none)).warning().get().getSummary());
    }

    @Test
    void tablesWithoutVolumesGiveTablesWithoutRows() throws Exception {
        final Result none = node().run(tester.table(SERIES));
        final Result missing = node().run(series(null, volume(true)));
        for (int port = 0; port < 5; port++) {
            assertEquals(0, none.table(port).size());
            assertEquals(0, missing.table(port).size());
        }
        assertTrue(missing.warning().get().getSummary().contains("Row0"), missing.warning().toString());
    }

    @Test
    void settingsThatCannotBeAreRefused() throws Exception {
        final BufferedDataTable series = series();
        assertEquals("The diffusivity is 0.0 m²/s, but must be a number greater than zero.",
            assertThrows(InvalidSettingsException.class, () -> node().set("diffusivity", 0.0).run(series))
                .getMessage());
        assertThrows(InvalidSettingsException.class, () -> node().set("rates", "").run(series));
        assertThrows(InvalidSettingsException.class, () -> node().set("end", 80.0).run(series));
        assertThrows(InvalidSettingsException.class, () -> node().set("contact", "0").run(series));
        assertThrows(InvalidSettingsException.class, () -> node().set("finest", 3).run(series));
    }

    @Test
    void volumesThatDoNotFitAreNamed() throws Exception {
        final Volume smaller = volume(true).crop(new Block(0, 0, 0, EDGE, EDGE, 20));
        Failures.of(node(), series(volume(false), smaller)).says("phases has 24 x 24 x 24 voxels, but particles has "
            + "24 x 24 x 20. Both must have the same shape: crop one of them.");
    }
}
