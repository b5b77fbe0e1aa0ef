// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseMeasurementTest {

    private static PhaseMeasurement measure(final Volume phases, final AreaEstimator estimator,
        final boolean border) {
        return PhaseMeasurement.of(phases, new PhaseSettings(2, estimator, border, 1), Progress.NONE);
    }

    private static PhaseMeasurement crofton(final Volume phases) {
        return measure(phases, AreaEstimator.CROFTON, false);
    }

    /** Phase 5 in 0, around a corner of voxels. */
    private static Volume ball(final double radius, final VoxelSize size) {
        final double edge = 2 * (radius + 4);
        final Shape shape = new Shape((long)(edge / size.x()), (long)(edge / size.y()), (long)(edge / size.z()));
        return PhaseImages.of(shape, size, (x, y, z) -> square(x - (shape.x() - 1) * size.x() / 2)
            + square(y - (shape.y() - 1) * size.y() / 2) + square(z - (shape.z() - 1) * size.z() / 2)
                <= radius * radius ? 5 : 0);
    }

    private static double square(final double value) {
        return value * value;
    }

    /** 12 voxels in 2 slices: 0 takes 4 and 1 of 6, 1 takes 2 and 2, 7 takes 0 and 3. */
    @Test
    void fractionsOfSlicesAreCounted() {
        final Volume phases = PhaseImages.literal(new VoxelSize(0.5, 0.5, 2), new String[]{"001", "001"},
            new String[]{"011", "777"});
        final PhaseMeasurement found = crofton(phases);
        assertEquals(List.of(0, 1, 7), found.labels());
        assertEquals(6, found.sampleVolume());
        assertEquals(5 / 12.0, found.fraction(0));
        assertEquals(2.5, found.volume(0));
        assertArrayEquals(new double[]{0, 0.5}, found.profile(7));
        final SampleStatistics slices = found.slices(7);
        assertEquals(new SampleStatistics(0, 0.25, 0.5, 0.25, Math.sqrt(0.125)), slices);
        assertEquals(0, found.fraction(3));
        assertEquals(0, found.surface(3));
        assertArrayEquals(new double[]{0, 0}, found.profile(3));
    }

    /** Of 4 voxels per slice, phase 1 has 3 and 2 across x, 4 and 1 across y, and 2 and 3 across z. */
    @ParameterizedTest
    @CsvSource({"0, 0.75, 0.5", "1, 1, 0.25", "2, 0.5, 0.75"})
    void slicesAreAcrossTheAxis(final int axis, final double first, final double second) {
        final Volume phases = PhaseImages.literal(PhaseImages.UNIT, new String[]{"11", "22"}, new String[]{"11", "12"});
        final PhaseMeasurement found = PhaseMeasurement.of(phases,
            new PhaseSettings(axis, AreaEstimator.CROFTON, false, 1), Progress.NONE);
        assertArrayEquals(new double[]{first, second}, found.profile(1));
    }

    @Test
    void aSingleSliceHasNoSampleDeviation() {
        final SampleStatistics slices = crofton(PhaseImages.literal(PhaseImages.UNIT, new String[]{"12"})).slices(1);
        assertEquals(0, slices.standardDeviation());
        assertTrue(Double.isNaN(slices.sampleDeviation()));
    }

    /** Peers: 5035.9 by Crofton's formula and 5017.1 by marching cubes, of 5026.5. */
    @Test
    void aBallHasItsSurface() {
        final Volume ball = ball(20, PhaseImages.UNIT);
        final double area = 4 * Math.PI * 400;
        assertEquals(5035.9, crofton(ball).surface(5), 0.1);
        assertEquals(1, measure(ball, AreaEstimator.MARCHING_CUBES, false).surface(5) / area, 0.003);
        assertEquals(crofton(ball).surface(0), crofton(ball).surface(5), 1e-9, "the pore around it has the same");
        assertEquals(crofton(ball).surface(5), crofton(ball).interfaceArea(new PhasePair(5, 0)), 1e-9);
    }

    @Test
    void voxelsNeedNotBeCubes() {
        final Volume ball = ball(12, new VoxelSize(1, 0.8, 2));
        final double area = 4 * Math.PI * 144;
        assertEquals(1, crofton(ball).surface(5) / area, 0.02);
        assertEquals(1, measure(ball, AreaEstimator.MARCHING_CUBES, false).surface(5) / area, 0.03);
    }

    /** A cylinder that goes through the volume: its side is surface, its lids only where the border is. */
    @Test
    void aCylinderHasItsSideAndOnDemandItsLids() {
        final Volume cylinder = PhaseImages.of(new Shape(41, 41, 30), PhaseImages.UNIT,
            (x, y, z) -> Math.hypot(x - 20.1, y - 19.9) < 15 ? 1 : 2);
        final double side = 2 * Math.PI * 15 * 29;
        assertEquals(1, crofton(cylinder).surface(1) / side, 0.03);
        assertEquals(1, measure(cylinder, AreaEstimator.MARCHING_CUBES, false).surface(1) / side, 0.005);
        final double lids = 2 * crofton(cylinder).volume(1) / 30;
        final double meshed = measure(cylinder, AreaEstimator.MARCHING_CUBES, true).surface(1)
            - measure(cylinder, AreaEstimator.MARCHING_CUBES, false).surface(1);
        assertEquals(lids, meshed, 1e-9);
        final double crossed =
            measure(cylinder, AreaEstimator.CROFTON, true).surface(1) - crofton(cylinder).surface(1);
        assertEquals(1, crossed / lids, 0.15);
    }

    /** Layers of 4 voxels across z: Crofton's formula finds 7.3 % less, and nothing outside of the border. */
    @Test
    void layersHaveTheBiasOfPlanesAcrossAnAxis() {
        final int edge = 64;
        final Volume layers = PhaseImages.of(new Shape(edge, edge, 16), PhaseImages.UNIT,
            (x, y, z) -> (int)(z / 4) % 2 == 0 ? 1 : 2);
        final double planes = 3.0 * edge * edge;
        final double axis = 0.09155578;
        final double face = 0.07396126;
        final double space = 0.07039128;
        final double seen = (edge - 1.0) / edge;
        final double expected = 2 * (axis + 4 * face / Math.sqrt(2) * seen + 4 * space / Math.sqrt(3) * seen * seen);
        final PhaseMeasurement found = crofton(layers);
        assertEquals(expected, found.interfaceArea(new PhasePair(1, 2)) / planes, 1e-6);
        assertEquals(0.927, expected / seen / seen, 0.02);
        final double meshed = measure(layers, AreaEstimator.MARCHING_CUBES, false).surface(1);
        assertEquals(3.0 * (edge - 1) * (edge - 1), meshed, 0.1, "exact between the outermost centres");
    }

    @Test
    void aSectionHasBordersTimesItsThickness() {
        final Volume disc = PhaseImages.of(new Shape(60, 60, 1), new VoxelSize(1, 1, 0.5),
            (x, y, z) -> Math.hypot(x - 29.6, y - 29.4) < 20 ? 1 : 2);
        final double side = 2 * Math.PI * 20 * 0.5;
        assertEquals(1, crofton(disc).surface(1) / side, 0.01);
        assertEquals(1, measure(disc, AreaEstimator.MARCHING_CUBES, false).surface(1) / side, 0.01);
    }

    @Test
    void aPhaseWithoutInterfaceIsNoPair() {
        final PhaseMeasurement found = crofton(PhaseImages.literal(PhaseImages.UNIT, new String[]{"11223"}));
        assertEquals(Set.of(new PhasePair(1, 2), new PhasePair(2, 3)), found.pairs());
        assertEquals(0, found.interfaceArea(new PhasePair(1, 3)));
    }

    @Test
    void namesComeFromTheVolume() {
        final Volume phases = new LabelVolume(PhaseImages.literal(PhaseImages.UNIT, new String[]{"12"}),
            new TreeMap<>(Map.of(1, "Pore"))).named();
        assertEquals("Pore", crofton(phases).name(1));
        assertEquals("Label 2", crofton(phases).name(2));
    }

    /** Also where lines of blocks end, and with labels below 0. */
    @ParameterizedTest
    @CsvSource({"3, 1", "7, 4", "16, 4", "64, 1"})
    void nothingDependsOnBlocksOrThreads(final int edge, final int threads) throws Exception {
        final short[] values = new short[19 * 17 * 23];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short)((i * 7919L + i / 19 * 31L) % 97 % 5 - 1);
        }
        final LabelVolume phases =
            LabelVolume.of(Volume.of("phases", ArrayImgs.shorts(values, 19, 17, 23), PhaseImages.UNIT));
        final PhaseCounts whole = PhaseCounts.of(phases, 0, Progress.NONE);
        final PhaseCounts parts = Parallelization.runWithNumThreads(threads,
            () -> PhaseCounts.of(phases, 0, edge, Progress.NONE));
        assertEquals(List.of(-1, 0, 1, 2, 3), whole.labels());
        assertEquals(whole.triples(), parts.triples());
        assertEquals(10, whole.triples().size());
        whole.triples().forEach(triple -> assertEquals(whole.tripleLine(triple), parts.tripleLine(triple)));
        whole.labels().forEach(label -> assertArrayEquals(whole.profile(label), parts.profile(label)));
    }

    @Test
    void allOfAMeasurementIsTheSameWithOneThread() throws Exception {
        final Volume ball = ball(9, PhaseImages.UNIT);
        for (final AreaEstimator estimator : AreaEstimator.values()) {
            final double one =
                Parallelization.runSingleThreaded(() -> measure(ball, estimator, true).surface(0));
            assertEquals(one, Parallelization.runWithNumThreads(4, () -> measure(ball, estimator, true).surface(0)));
        }
    }

    /** There are no cells between voxels, and 0 would be no area. */
    @Test
    void marchingCubesNeedTwoVoxelsAlongXAndY() {
        final Volume slice = PhaseImages.of(new Shape(9, 1, 5), PhaseImages.UNIT, (x, y, z) -> x < 4 ? 1 : 0);
        assertTrue(assertThrows(TransportException.class, () -> measure(slice, AreaEstimator.MARCHING_CUBES, false))
            .getMessage().contains("has 9 x 1 x 5 voxels, but marching cubes need at least two along x and y."));
        assertTrue(crofton(slice).surface(1) > 0);
    }

    @Test
    void whatIsNoVolumeOfPhasesIsRefused() {
        final Volume grey = Volume.of("scan", ArrayImgs.floats(new float[8], 2, 2, 2), PhaseImages.UNIT);
        final String floats = assertThrows(VolumeException.class, () -> crofton(grey)).getMessage();
        assertTrue(floats.contains("The values of the phases must be integers, but scan is of type FLOAT32"), floats);
        final Volume particles = PhaseImages.of(new Shape(65, 1, 1), PhaseImages.UNIT, (x, y, z) -> (int)x);
        final String many = assertThrows(TransportException.class, () -> crofton(particles)).getMessage();
        assertTrue(many.contains("phases has more than 64 different labels, too many for phases."), many);
        assertThrows(TransportException.class, () -> new PhaseSettings(3, AreaEstimator.CROFTON, false, 1));
        assertThrows(TransportException.class, () -> new PhaseSettings(2, AreaEstimator.CROFTON, false, -1));
        assertThrows(TransportException.class, () -> new PhaseSettings(2, AreaEstimator.MARCHING_CUBES, false, 6));
        assertThrows(IllegalArgumentException.class, () -> new PhasePair(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new PhaseTriple(1, 2, 1));
    }
}
