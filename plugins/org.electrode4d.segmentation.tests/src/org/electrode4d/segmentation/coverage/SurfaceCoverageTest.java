// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.coverage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class SurfaceCoverageTest {

    /** 0 pore, 1 CBD, 4 SEI; all else is active material. */
    private static final CoverPhases PHASES = new CoverPhases(List.of(0), List.of(1), List.of(4));

    private static final VoxelSize UNIT = VoxelSize.isotropic(1);

    @FunctionalInterface
    private interface Voxels {
        int at(double x, double y, double z);
    }

    /** Voxels by their position in µm. */
    private static Volume volume(final String name, final Shape shape, final VoxelSize size, final Voxels voxels) {
        final byte[] values = new byte[(int)shape.voxels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)voxels.at(i % shape.x() * size.x(), i / shape.x() % shape.y() * size.y(),
                i / (shape.x() * shape.y()) * size.z());
        }
        return Volume.of(name, ArrayImgs.unsignedBytes(values, shape.x(), shape.y(), shape.z()), size);
    }

    /**
     * A ball of 20 µm with SEI of 5 µm on the cap within 60° of z, a quarter of its area, and CBD of 6 µm on the cap on
     * the other side, another quarter.
     */
    private static int coveredBall(final double x, final double y, final double z) {
        final double distance = Math.sqrt(x * x + y * y + z * z);
        if (distance <= 20) {
            return 3;
        } else if (distance <= 25 && z > 0.5 * distance) {
            return 4;
        }
        return distance <= 26 && z < -10 ? 1 : 0;
    }

    private static Volume ball(final int edge, final VoxelSize size) {
        final Point middle = new Point((edge - 1) / 2.0 * size.x(), (edge - 1) / 2.0 * size.y(), 47.5);
        return volume("phases", new Shape(edge, edge, Math.round(96 / size.z())), size,
            (x, y, z) -> coveredBall(x - middle.x(), y - middle.y(), z - middle.z()));
    }

    private static Volume only(final Volume phases, final int label) {
        final Shape shape = phases.shape();
        final float[] values = new float[(int)shape.voxels()];
        phases.read(Block.of(shape), values);
        return volume("particles", shape, phases.voxelSize(), (x, y, z) -> {
            final long index = (Math.round(z / phases.voxelSize().z()) * shape.y()
                + Math.round(y / phases.voxelSize().y())) * shape.x() + Math.round(x / phases.voxelSize().x());
            return values[(int)index] == label ? 1 : 0;
        });
    }

    private static ParticleCoverage cover(final Volume phases, final Volume particles, final double longestRay) {
        return SurfaceCoverage.of(phases, particles, CoverageSettings.of(PHASES, longestRay), Progress.NONE).total();
    }

    @Test
    void aCoveredBallHasItsAnalyticCoverage() {
        final Volume phases = ball(96, UNIT);
        final ParticleCoverage coverage = cover(phases, only(phases, 3), 10);
        assertEquals(50, coverage.share(Cover.FREE), 0.5);
        assertEquals(25, coverage.share(Cover.SEI), 0.5);
        assertEquals(25, coverage.share(Cover.CBD), 0.5);
        assertEquals(0, coverage.area(Cover.TOUCHING));
        assertEquals(4 * Math.PI * 400, coverage.area(), 0.005 * 4 * Math.PI * 400);
        assertEquals(5000, coverage.sei().mean(), 50);
    }

    @Test
    void anisotropicVoxelsDoNotBias() {
        final Volume phases = ball(120, new VoxelSize(0.8, 0.8, 1.2));
        final ParticleCoverage coverage = cover(phases, only(phases, 3), 10);
        assertEquals(50, coverage.share(Cover.FREE), 1);
        assertEquals(25, coverage.share(Cover.SEI), 1);
        assertEquals(4 * Math.PI * 400, coverage.area(), 0.005 * 4 * Math.PI * 400);
        assertEquals(5000, coverage.sei().mean(), 75);
    }

    /** A particle of 8 x 8 x 8 voxels in the middle of 24, with what is above its six faces. */
    private static Volume cube(final Voxels outside) {
        return volume("phases", new Shape(24, 24, 24), UNIT, (x, y, z) ->
            Math.max(Math.abs(x - 11.5), Math.max(Math.abs(y - 11.5), Math.abs(z - 11.5))) < 4 ? 3
                : outside.at(x, y, z));
    }

    @Test
    void seiEndsWhereTheNextPhaseBegins() {
        final Volume phases = volume("phases", new Shape(20, 20, 20), UNIT,
            (x, y, z) -> z < 8 ? 3 : z < 11 ? 4 : z < 15 ? 1 : 0);
        final ParticleCoverage coverage = cover(phases, only(phases, 3), 6);
        assertEquals(100, coverage.share(Cover.SEI), "the SEI is met first");
        assertEquals(3000, coverage.sei().mean(), 0.1, "three voxels, and not the CBD behind them");
        assertEquals(0, coverage.sei().standardDeviation(), 3);
        assertEquals(3000, coverage.sei().median(), 3);
    }

    @Test
    void aThinFilmBehindTheSeiEndsIt() {
        final Volume phases = volume("phases", new Shape(64, 64, 64), UNIT, (x, y, z) -> {
            final double distance = Math.sqrt(Math.pow(x - 31.3, 2) + Math.pow(y - 31.6, 2) + Math.pow(z - 31.5, 2));
            return distance <= 19 ? 3 : distance <= 23 ? 4 : distance <= 23.8 ? 1 : 0;
        });
        assertEquals(4000, cover(phases, only(phases, 3), 10).sei().mean(), 60);
    }

    @Test
    void aRayThatIsTooLongIsCutAndCounted() {
        final Volume phases = cube((x, y, z) -> 4);
        final SeiThickness sei = cover(phases, only(phases, 3), 5).sei();
        assertEquals(sei.rays(), sei.cut());
        assertEquals(5000, sei.mean(), 1e-9);
        assertEquals(0, sei.left());
    }

    @Test
    void aRayThatLeavesTheVolumeHasNoThickness() {
        final Volume phases = cube((x, y, z) -> 4);
        final ParticleCoverage coverage = cover(phases, only(phases, 3), 20);
        assertEquals(0, coverage.sei().rays());
        assertEquals(6 * 64, coverage.sei().left());
        assertEquals(100, coverage.share(Cover.SEI));
        assertTrue(Double.isNaN(coverage.sei().mean()), "nothing was measured");
        assertFalse(coverage.atBorder());
    }

    @Test
    void otherParticlesAndOtherPhasesTouch() {
        final Volume phases = cube((x, y, z) -> z > 11 ? 2 : 0);
        final ParticleCoverage coverage = cover(phases, only(phases, 3), 5);
        assertEquals(30, coverage.share(Cover.TOUCHING), 20);
        final Volume pores = volume("phases", new Shape(20, 20, 20), UNIT, (x, y, z) -> 0);
        final Volume pair =
            volume("pair", pores.shape(), UNIT, (x, y, z) -> x < 10 ? 1 : x < 16 ? 2 : 0);
        final SurfaceCoverage.Result result =
            SurfaceCoverage.of(pores, pair, CoverageSettings.of(PHASES, 5), Progress.NONE);
        assertEquals(Set.of(1, 2), result.particles().keySet());
        assertEquals(400, result.particles().get(1).area(Cover.TOUCHING), 1e-9);
        assertEquals(50, result.particles().get(2).share(Cover.TOUCHING), 1e-9);
        assertEquals(50, result.particles().get(2).share(Cover.FREE), 1e-9);
    }

    @Test
    void aRimOfPoreIsIgnoredOnDemand() {
        final Volume phases = cube((x, y, z) ->
            Math.max(Math.abs(x - 11.5), Math.max(Math.abs(y - 11.5), Math.abs(z - 11.5))) < 5 ? 0 : 1);
        final Volume particle = only(phases, 3);
        assertEquals(100, cover(phases, particle, 5).share(Cover.FREE));
        final ParticleCoverage ignoring = SurfaceCoverage.of(phases, particle,
            new CoverageSettings(PHASES, 5, 1.8, 0.9, 2), Progress.NONE).total();
        assertEquals(100, ignoring.share(Cover.CBD), 1e-9);
    }

    @Test
    void theBorderIsNoSurface() {
        final Volume phases = volume("phases", new Shape(20, 20, 20), UNIT, (x, y, z) -> z < 8 ? 3 : 0);
        final ParticleCoverage coverage = cover(phases, only(phases, 3), 5);
        assertEquals(400, coverage.area(), 1e-9, "one plane of 20 x 20");
        assertTrue(coverage.atBorder());
        assertEquals(100, coverage.share(Cover.FREE));
    }

    @Test
    void anImageOfOneSliceHasSurfaceOfItsOutline() {
        final Volume phases = volume("phases", new Shape(60, 60, 1), UNIT, (x, y, z) -> {
            final double distance = Math.hypot(x - 29.5, y - 29.5);
            return distance <= 15 ? 3 : distance <= 20 && x > 29.5 ? 4 : 0;
        });
        final ParticleCoverage coverage = cover(phases, only(phases, 3), 10);
        assertEquals(2 * Math.PI * 15, coverage.area(), 0.01 * 2 * Math.PI * 15);
        assertEquals(50, coverage.share(Cover.SEI), 1);
        assertEquals(5000, coverage.sei().mean(), 100);
    }

    @Test
    void whatIsNowhereIsTold() {
        final Volume phases = cube((x, y, z) -> 0);
        final SurfaceCoverage.Result result =
            SurfaceCoverage.of(phases, only(phases, 3), CoverageSettings.of(PHASES, 5), Progress.NONE);
        assertEquals(Set.of(Cover.FREE, Cover.TOUCHING), result.found());
        assertEquals(0, result.total().share(Cover.SEI));
        final SurfaceCoverage.Result none =
            SurfaceCoverage.of(phases, only(phases, 7), CoverageSettings.of(PHASES, 5), Progress.NONE);
        assertTrue(none.particles().isEmpty());
        assertTrue(Double.isNaN(none.total().share(Cover.FREE)));
    }

    @Test
    void unfitVolumesAndSettingsAreNamed() {
        final Volume phases = cube((x, y, z) -> 0);
        final CoverageSettings settings = CoverageSettings.of(PHASES, 5);
        assertThrows(VolumeException.class, () -> SurfaceCoverage.of(phases,
            phases.withVoxelSize(VoxelSize.isotropic(2)), settings, Progress.NONE));
        final Volume grey = Volume.of("grey", ArrayImgs.floats(24, 24, 24), UNIT);
        assertThrows(VolumeException.class, () -> SurfaceCoverage.of(grey, phases, settings, Progress.NONE));
        assertThrows(VolumeException.class, () -> CoverageSettings.of(PHASES, 0));
        assertThrows(VolumeException.class, () -> new CoverageSettings(PHASES, 5, 5, 0.9, 2));
        assertEquals("Label 1 is named twice. Every label can be only one of pore, CBD and SEI.",
            assertThrows(VolumeException.class, () -> new CoverPhases(List.of(0, 1), List.of(1), List.of()))
                .getMessage());
        final String message = assertThrows(VolumeException.class, () -> SurfaceCoverage.of(phases, phases,
            CoverageSettings.of(PHASES, 1000), Progress.NONE)).getMessage();
        assertTrue(message.startsWith("The longest ray of 1000.0 µm is longer than 500 voxels"), message);
    }

    @Test
    void neitherBlocksNorThreadsShow() {
        final Volume phases = ball(120, new VoxelSize(0.8, 0.8, 1.2));
        final Volume particles = volume("particles", phases.shape(), phases.voxelSize(), (x, y, z) -> {
            final double distance = Math.sqrt(Math.pow(x - 47.6, 2) + Math.pow(y - 47.6, 2) + Math.pow(z - 47.5, 2));
            return distance <= 20 ? x < 47 ? 200 : 7 : 0;
        });
        final CoverageSettings settings = CoverageSettings.of(PHASES, 10);
        final SurfaceCoverage.Result expected = Parallelization.runSingleThreaded(
            () -> SurfaceCoverage.of(phases, particles, settings, 37, Progress.NONE));
        final SurfaceCoverage.Result other = Parallelization.runWithNumThreads(4,
            () -> SurfaceCoverage.of(phases, particles, settings, Progress.NONE));
        assertEquals(expected.particles().keySet(), other.particles().keySet());
        for (final int label : expected.particles().keySet()) {
            assertArrayEquals(expected.particles().get(label).areas(), other.particles().get(label).areas());
            assertArrayEquals(expected.particles().get(label).histogram(), other.particles().get(label).histogram());
            assertEquals(expected.particles().get(label).sei(), other.particles().get(label).sei());
        }
        assertEquals(expected.total().sei(), other.total().sei());
    }
}
