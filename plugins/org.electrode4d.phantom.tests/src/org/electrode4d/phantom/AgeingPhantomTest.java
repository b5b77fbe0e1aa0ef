// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeingPhantomTest {

    private static final Shape SHAPE = new Shape(64, 64, 64);
    private static final AgeingSettings SETTINGS = AgeingSettings.microTomography(SHAPE);
    private static final List<Double> AGES = List.of(0.0, 1.0, 3.0, 30.0, 100.0, 300.0);

    private static AgeingPhantom phantom;

    @BeforeAll
    static void make() {
        phantom = AgeingPhantom.of(SETTINGS, Progress.NONE);
    }

    private static int[] read(final Volume volume) {
        final int[] values = new int[Block.of(volume.shape()).voxels()];
        LabelVolume.of(volume).read(Block.of(volume.shape()), values);
        return values;
    }

    private static int[] phases(final double cycles) {
        return read(phantom.phases(cycles).volume());
    }

    private static AgeingTruth truth(final AgeingPhantom of, final double cycles) {
        return AgeingTruth.of(of, of.phases(cycles), of.particles(cycles), Progress.NONE);
    }

    private static double change(final double aged, final double pristine) {
        return 100 * (aged / pristine - 1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "3, -37.2, 21.8", "100, -58.8, 33.3", "300, -76.5, 38.2"})
    void poresAndInterphaseChangeAsInThePaper(final double cycles, final double pores, final double sei) {
        final AgeingTruth pristine = truth(phantom, 0);
        final AgeingTruth aged = truth(phantom, cycles);
        assertEquals(0.24, pristine.pore(), 0.001);
        assertEquals(pores, change(aged.pore(), pristine.pore()), 0.2);
        assertEquals(sei, change(aged.sei(), pristine.sei()), 2.5);
        assertEquals(pristine.graphite(), aged.graphite(), 0);
    }

    @Test
    void thePoresOfTheMicrographCanBeAskedFor() {
        final AgeingPhantom open = AgeingPhantom.of(SETTINGS.withPores(new PoreSpace(0.3754, 2.3, 2)), Progress.NONE);
        assertEquals(0.3754, truth(open, 0).pore(), 0.001);
        assertEquals(0.235 * 0.3754, truth(open, 300).pore(), 0.001);
    }

    @Test
    void whatClosedStaysClosedAndGraphiteStaysAsItIs() {
        int opened = 0;
        int moved = 0;
        int[] before = phases(0);
        for (final double cycles : AGES.subList(1, AGES.size())) {
            final int[] after = phases(cycles);
            for (int i = 0; i < after.length; i++) {
                opened += after[i] == AgeingPhase.PORE.ordinal() && before[i] != after[i] ? 1 : 0;
                final int graphite = AgeingPhase.GRAPHITE.ordinal();
                moved += before[i] == graphite ^ after[i] == graphite ? 1 : 0;
            }
            before = after;
        }
        assertEquals(0, opened);
        assertEquals(0, moved);
    }

    @Test
    void siliconBreaksIntoPiecesAThirdAsLarge() {
        final AgeingTruth pristine = truth(phantom, 0);
        final AgeingTruth aged = truth(phantom, 100);
        assertEquals(2.7, pristine.meanSize() / aged.meanSize(), 0.3, "a third, but for pieces below a voxel");
        assertTrue(aged.pieces() > 20 * pristine.pieces(), aged.pieces() + " of " + pristine.pieces());
        assertEquals(1.1, aged.silicon() / pristine.silicon(), 0.05, "which keeps a part of its swelling");
        assertEquals(1.3, truth(phantom, 300).silicon() / pristine.silicon(), 0.06);
    }

    private static Set<Integer> labels(final int[] voxels) {
        return IntStream.of(voxels).filter(phantom::isSilicon).boxed().collect(Collectors.toSet());
    }

    @Test
    void piecesKeepTheirNumbers() {
        final int[] broken = read(phantom.particles(3));
        final int[] more = read(phantom.particles(100));
        final Set<Integer> before = labels(broken);
        final Set<Integer> after = labels(more);
        final long kept = before.stream().filter(after::contains).count();
        assertTrue(kept > 0.85 * before.size(), kept + " of " + before.size() + ": some are below a voxel");
        assertFalse(phantom.isSilicon(1));
    }

    @Test
    void labelsAreWherePhasesSay() {
        final int[] phases = phases(100);
        final int[] labels = read(phantom.particles(100));
        int wrong = 0;
        for (int i = 0; i < labels.length; i++) {
            final int expected = labels[i] == 0 ? 0 : (phantom.isSilicon(labels[i]) ? AgeingPhase.SILICON
                : AgeingPhase.GRAPHITE).ordinal();
            wrong += phases[i] == expected || expected == 0 && phases[i] == AgeingPhase.SEI.ordinal() ? 0 : 1;
        }
        assertEquals(0, wrong);
    }

    /** Percent of the voxels of each plane that can be reached from the surface through pores. */
    private static double[] reached(final int[] phases) {
        final int plane = (int)(SHAPE.x() * SHAPE.y());
        final double[] parts = new double[(int)SHAPE.z()];
        final Deque<Integer> front = new ArrayDeque<>();
        IntStream.range(0, plane).forEach(front::add);
        while (!front.isEmpty()) {
            final int i = front.pop();
            if (phases[i] == AgeingPhase.PORE.ordinal()) {
                phases[i] = -1;
                parts[i / plane] += 100.0 / plane;
                neighbours(i).forEach(front::add);
            }
        }
        return parts;
    }

    private static List<Integer> neighbours(final int i) {
        final List<Integer> neighbours = new ArrayList<>();
        for (final int step : new int[] {1, 64, 4096}) {
            if (i / step % 64 > 0) {
                neighbours.add(i - step);
            }
            if (i / step % 64 < 63) {
                neighbours.add(i + step);
            }
        }
        return neighbours;
    }

    @Test
    void poresReachTheCollectorWhenPristineAndHardlyAtTheEnd() {
        final double[] pristine = reached(phases(0));
        final double[] aged = reached(phases(300));
        assertTrue(pristine[60] > 15, pristine[60] + " %");
        assertTrue(aged[3] > 3, aged[3] + " %");
        assertTrue(aged[60] < 0.5, aged[60] + " %");
    }

    @ParameterizedTest
    @ValueSource(ints = {23, 64})
    void blocksAndThreadsMakeNoDifference(final int edge) {
        final int[] whole = phases(30);
        final int[] labels = read(phantom.particles(30));
        final AgeingPhantom again = Parallelization.runSingleThreaded(() -> AgeingPhantom.of(SETTINGS, Progress.NONE));
        final AgeingRenderer renderer = again.renderer(30);
        int wrong = 0;
        for (final Block block : Blocks.tile(SHAPE, edge)) {
            final byte[] phases = new byte[block.voxels()];
            final int[] numbers = new int[phases.length];
            renderer.render(block, phases, numbers);
            for (int i = 0; i < phases.length; i++) {
                final long y = block.minY() + i / block.sizeX() % block.sizeY();
                final long z = block.minZ() + i / block.sizeX() / block.sizeY();
                final int at = (int)((z * SHAPE.y() + y) * SHAPE.x() + block.minX() + i % block.sizeX());
                wrong += whole[at] != phases[i] || labels[at] != numbers[i] ? 1 : 0;
            }
        }
        assertEquals(0, wrong);
    }

    @Test
    void seedsMakeOtherPhantomsAndTheSameSeedTheSame() {
        final Shape small = new Shape(32, 32, 16);
        final int[] first = read(AgeingPhantom.of(AgeingSettings.microTomography(small), Progress.NONE).phases(3)
            .volume());
        final int[] same = read(AgeingPhantom.of(AgeingSettings.microTomography(small), Progress.NONE).phases(3)
            .volume());
        final int[] other = read(AgeingPhantom.of(AgeingSettings.microTomography(small).withSeed(2), Progress.NONE)
            .phases(3).volume());
        assertArrayEquals(first, same);
        assertFalse(Arrays.equals(first, other));
    }

    @Test
    void aMicrographHasTheAreaFractionOfThePaper() {
        final AgeingPhantom micrograph = AgeingPhantom.of(AgeingSettings.micrograph(new Shape(250, 400, 1)),
            Progress.NONE);
        final AgeingTruth aged = truth(micrograph, 100);
        assertEquals(0.64, aged.sei(), 0.03);
        assertEquals(0, aged.graphite());
        assertEquals(0.412 * 0.3754, aged.pore(), 0.001);
        assertTrue(aged.pieces() > 5 * truth(micrograph, 0).pieces(), aged.pieces() + " pieces");
    }

    @Test
    void anotherVoxelSizeShowsTheSameElectrode() {
        final AgeingPhantom fine = AgeingPhantom.of(AgeingSettings.microTomography(new Shape(96, 96, 64))
            .withVoxelSize(0.325), Progress.NONE);
        assertEquals(0.24 * 0.628, truth(fine, 3).pore(), 0.001);
        assertEquals(truth(phantom, 0).meanSize(), truth(fine, 0).meanSize(), 0.5);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> phantom.phases(301));
        assertThrows(IllegalArgumentException.class, () -> phantom.phases(-1));
        assertThrows(IllegalArgumentException.class, () -> new PoreSpace(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new PoreSpace(0.2, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> new PoreSpace(0.2, Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new PoreSpace(0.2, 1, 11, new PoreClosing(1, 1, 1, 0)));
        assertThrows(IllegalArgumentException.class, () -> new PoreClosing(0, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new PoreClosing(1, 101, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new PoreClosing(1, 1, 1, 1.1));
        assertThrows(IllegalArgumentException.class, () -> new GrainPopulation(3, 2, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new GrainPopulation(2, 3, 0.5));
        assertThrows(IllegalArgumentException.class, () -> SETTINGS.withVoxelSize(5));
        assertThrows(IllegalArgumentException.class, () -> SETTINGS.withPores(new PoreSpace(0.7, 2, 0)));
    }

    @Test
    void poresMustFitBetweenTheParticles() {
        final AgeingSettings crowded = SETTINGS.withGraphite(new GrainPopulation(3, 6, 0))
            .withSilicon(new GrainPopulation(1.6, 3, 0.15)).withPores(new PoreSpace(0.7, 2.3, 0));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> AgeingPhantom.of(crowded, Progress.NONE))
            .getMessage().contains("do not fit between"));
    }
}
