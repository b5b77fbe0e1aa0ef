// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.phantom.Drift;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitalTwinTest {

    private static final TwinSettings SETTINGS = TwinSettings.of(96);
    private static final Shape SHAPE = SETTINGS.shape();
    private static final double VOXEL = SETTINGS.voxelSize();

    /** By scan: several tests look at the same. */
    private static final Map<Integer, float[]> PHASES = new ConcurrentHashMap<>();

    private static DigitalTwin twin;
    private static DigitalTwin plain;

    @BeforeAll
    static void make() {
        twin = DigitalTwin.of(SETTINGS, Progress.NONE);
        plain = DigitalTwin.of(SETTINGS.withImaging(new TwinImaging(0.307, 0.15, 0, 0, 0.01, Drift.NONE)),
            Progress.NONE);
    }

    private static float[] read(final Volume volume) {
        final float[] values = new float[Block.of(volume.shape()).voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    private static float[] phases(final int scan) {
        return PHASES.computeIfAbsent(scan, number -> read(twin.phases(number).volume()));
    }

    private static long count(final float[] labels, final TwinPhase phase) {
        long count = 0;
        for (final float label : labels) {
            count += label == phase.label() ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource({"0, 20.7, 0.7, 0, 0, 0", "1, 21.9, 0.9, 6, 6, 6", "3, 25.8, 1.8, 24.9, 20.5, 27.5",
        "6, 30.0, 2.1, 44, 34, 50", "8, 27.4, 1.9, 32, 24.5, 36.5"})
    void theNumbersAreThePublishedOnes(final int scan, final double thickness, final double deviation,
        final double strain, final double collector, final double separator) {
        final TwinTruth truth = twin.truth(scan, Progress.NONE);
        assertEquals(thickness, truth.thickness(), 0.05);
        assertEquals(deviation, truth.thicknessDeviation(), 0.03);
        assertEquals(strain, 100 * truth.whole().volumetric(), 0.05);
        assertEquals(collector, 100 * truth.collector().volumetric(), 0.1);
        assertEquals(separator, 100 * truth.separator().volumetric(), 0.1);
        assertEquals(SETTINGS.states().get(scan).nonLithiated(), truth.nonLithiated(), 1e-3);
        assertTrue(Math.abs(truth.whole().xx()) < 0.03 && Math.abs(truth.whole().yy()) < 0.03);
        assertTrue(truth.whole().zz() >= 0.9 * truth.whole().volumetric());
    }

    @Test
    void theSameHoldsForTheVoxels() {
        for (final int scan : new int[] {0, 6}) {
            final float[] regions = read(twin.regions(scan).volume());
            long electrode = 0;
            long collector = 0;
            for (final float region : regions) {
                electrode += region > 0 ? 1 : 0;
                collector += region == 1 ? 1 : 0;
            }
            assertEquals(twin.truth(scan, Progress.NONE).thickness(), electrode * VOXEL / (96 * 96), 0.1);
            // the border belongs to the material: the collector side swells less
            assertEquals(scan == 0 ? 0.375 : 0.375 * 1.34 / 1.44, collector / (double)electrode, 0.002);
        }
    }

    @Test
    void siliconIsLostAsTheStateSays() {
        final double pristine = count(phases(0), TwinPhase.SILICON);
        for (final int scan : new int[] {1, 3, 6, 8}) {
            assertEquals(SETTINGS.states().get(scan).nonLithiated(), count(phases(scan), TwinPhase.SILICON) / pristine,
                0.01, "T" + scan);
        }
    }

    @Test
    void everyPhaseIsThereWhenItShouldBe() {
        final float[] t0 = phases(0);
        final float[] t4 = phases(4);
        for (final TwinPhase phase : TwinPhase.values()) {
            assertTrue(count(t4, phase) > 30, phase.title());
        }
        assertEquals(0, count(t0, TwinPhase.LITHIATED_SILICON));
        assertEquals(0, count(t0, TwinPhase.GAS), "the bubble is there from T2 to T4");
        assertEquals(0, count(phases(5), TwinPhase.GAS));
        assertEquals("Carbon-binder", twin.phases(0).name(1));
    }

    @Test
    void modesHaveTheirShares() {
        final int[] counts = new int[LithiationMode.values().length];
        int brokenNearSeparator = 0;
        for (int number = 1; number <= twin.particles(); number++) {
            final TwinParticle particle = twin.particle(number);
            counts[particle.mode().ordinal()]++;
            brokenNearSeparator += particle.mode() == LithiationMode.CRACKED && particle.centre().z() > 16 ? 1 : 0;
        }
        assertEquals(0.1, counts[LithiationMode.CORE_SHELL.ordinal()] / (double)twin.particles(), 0.01);
        assertEquals(0.08, counts[LithiationMode.CRACKED.ordinal()] / (double)twin.particles(), 0.01);
        assertEquals(0.06, counts[LithiationMode.INACTIVE.ordinal()] / (double)twin.particles(), 0.01);
        assertTrue(brokenNearSeparator > 0.7 * counts[LithiationMode.CRACKED.ordinal()]);
    }

    @Test
    void particlesAreCountedFromTheLabels() {
        final float[] labels = read(twin.particles(6));
        final float[] phases = phases(6);
        final List<ParticleTruth> truths = twin.particleTruths(6, Progress.NONE);
        assertEquals(twin.particles(), truths.size());
        for (int number = 1; number <= truths.size(); number += 7) {
            long silicon = 0;
            long lithiated = 0;
            Point sum = Point.ORIGIN;
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] == number && phases[i] == TwinPhase.SILICON.label()) {
                    silicon++;
                    sum = sum.plus(new Point(i % 96, i / 96 % 96, i / (96 * 96)));
                } else if (labels[i] == number && phases[i] == TwinPhase.LITHIATED_SILICON.label()) {
                    lithiated++;
                }
            }
            final ParticleTruth truth = truths.get(number - 1);
            assertEquals(silicon * VOXEL * VOXEL * VOXEL, truth.nonLithiated(), 1e-9);
            assertEquals(lithiated * VOXEL * VOXEL * VOXEL, truth.lithiated(), 1e-9);
            if (silicon > 0) {
                assertEquals(0, sum.times(VOXEL / silicon).distance(truth.centre()), 1e-9);
            }
        }
    }

    @Test
    void particlesAreWhereTheyWerePut() {
        final List<ParticleTruth> truths = twin.particleTruths(0, Progress.NONE);
        int compared = 0;
        for (final ParticleTruth truth : truths) {
            final TwinParticle particle = twin.particle(truth.number());
            if (!particle.cut() && !truth.atBorder()) {
                final double volume = Math.PI / 6 * Math.pow(particle.diameter(), 3);
                assertEquals(volume, truth.nonLithiated() + truth.crack(), 0.1 * volume);
                if (particle.mode() != LithiationMode.CRACKED) {
                    assertEquals(0, particle.centre().distance(truth.centre()), 0.3 * VOXEL);
                }
                compared++;
            }
        }
        assertTrue(compared > 80, compared + " particles");
    }

    @Test
    void inactiveParticlesStayAndCoreShellOnesKeepTheirCore() {
        final float[] labels = read(twin.particles(6));
        final float[] phases = phases(6);
        final Deformation motion = twin.motion(0, 6);
        final int[] inactive = new int[2];
        final int[] core = new int[2];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] > 0) {
                final TwinParticle particle = twin.particle((int)labels[i]);
                final int silicon = phases[i] == TwinPhase.SILICON.label() ? 1 : 0;
                final Point place = new Point(i % 96, i / 96 % 96, i / (96 * 96)).times(VOXEL);
                final Point centre = motion.forward(particle.centre().times(1 / VOXEL)).times(VOXEL);
                if (particle.mode() == LithiationMode.INACTIVE) {
                    inactive[silicon]++;
                } else if (particle.mode() == LithiationMode.CORE_SHELL
                    && place.distance(centre) < 0.25 * particle.diameter()) {
                    core[silicon]++;
                }
            }
        }
        assertEquals(0, inactive[0]);
        assertTrue(inactive[1] > 1000);
        assertTrue(core[1] > 50 * core[0] && core[1] > 500, core[0] + " of " + core[1]);
    }

    @Test
    void blocksAndThreadsMakeNoDifference() {
        final float[] whole = read(twin.volume(4));
        final float[] phases = phases(4);
        final TwinMaterial material = new TwinMaterial(SETTINGS, twin.resolution(), Progress.NONE);
        final TwinRenderer renderer = new TwinRenderer(material, new TwinScan(SETTINGS, material, 4), VOXEL);
        final PointSpread spread = new PointSpread(twin.resolution() / VOXEL, SETTINGS.imaging().fringes());
        final Tomograph tomograph = new Tomograph(SETTINGS, spread, 4);
        for (final Block block : List.of(new Block(0, 0, 0, 41, 37, 29), new Block(31, 17, 11, 23, 50, 61),
            new Block(63, 90, 40, 33, 6, 56))) {
            final float[] expected = cut(phases, block);
            final byte[] labels = renderer.render(block).phases();
            final float[] greys = renderer.render(block.grow(spread.reach())).greys();
            for (int i = 0; i < greys.length; i++) {
                greys[i] = (int)(greys[i] + 0.5f);
            }
            final short[] counts = tomograph.detect(greys, block);
            final float[] expectedCounts = cut(whole, block);
            for (int i = 0; i < labels.length; i++) {
                assertEquals(expected[i], labels[i]);
                assertEquals(expectedCounts[i], counts[i] & 0xffff);
            }
        }
    }

    private static float[] cut(final float[] whole, final Block block) {
        final float[] part = new float[block.voxels()];
        for (int row = 0; row < block.sizeY() * block.sizeZ(); row++) {
            final long y = block.minY() + row % block.sizeY();
            final long z = block.minZ() + row / block.sizeY();
            System.arraycopy(whole, (int)((z * SHAPE.y() + y) * SHAPE.x() + block.minX()), part, row * block.sizeX(),
                block.sizeX());
        }
        return part;
    }

    @Test
    void aThresholdRecoversTheSilicon() {
        // at 0.2 µm, in a column of the view
        final TwinSettings fine = TwinSettings.of(256).withShape(new Shape(80, 80, 192));
        final DigitalTwin other = DigitalTwin.of(fine.withImaging(fine.imaging().withRings(0)), Progress.NONE);
        final float[] greys = read(other.volume(0));
        final float[] phases = read(other.phases(0).volume());
        final float[] regions = read(other.regions(0).volume());
        long dark = 0;
        long silicon = 0;
        for (int i = 0; i < greys.length; i++) {
            dark += regions[i] > 0 && greys[i] < 31_300 ? 1 : 0;
            silicon += phases[i] == TwinPhase.SILICON.label() ? 1 : 0;
        }
        assertEquals(1, dark / (double)silicon, 0.02);
    }

    @Test
    void theMatrixIsRecognisedAfterTheMotion() {
        final float[] before = read(plain.volume(0));
        final float[] after = read(plain.volume(2));
        final float[] regions = read(plain.regions(0).volume());
        final float[] particles = read(plain.particles(0));
        final Deformation motion = plain.motion(0, 2);
        final double[] first = new double[20_000];
        final double[] second = new double[first.length];
        int count = 0;
        for (int i = 0; i < before.length && count < first.length; i += 3) {
            if (regions[i] == 2 && particles[i] == 0) {
                final Point place = motion.forward(new Point(i % 96, i / 96 % 96, i / (96 * 96)));
                final int x = (int)Math.rint(place.x());
                final int y = (int)Math.rint(place.y());
                final int z = (int)Math.rint(place.z());
                if (SHAPE.contains(new Block(x, y, z, 1, 1, 1))) {
                    first[count] = before[i];
                    second[count++] = after[(z * 96 + y) * 96 + x];
                }
            }
        }
        assertTrue(new PearsonsCorrelation()
            .correlation(Arrays.copyOf(first, count), Arrays.copyOf(second, count)) > 0.8);
    }

    @Test
    void theDoubleScanDiffersByItsNoise() {
        final float[] t8 = read(twin.volume(8));
        final float[] t9 = read(twin.volume(9));
        assertArrayEquals(phases(8), phases(9));
        double squares = 0;
        for (int i = 0; i < t8.length; i++) {
            squares += (t8[i] - t9[i]) * (t8[i] - t9[i]);
        }
        final double noise = SETTINGS.imaging().noise();
        assertEquals(Math.sqrt(2) * noise, Math.sqrt(squares / t8.length), 0.02 * noise);
        assertEquals("6.1", twin.volume(9).metadata().get("Time [h]"));
        assertEquals("70.0", twin.volume(9).metadata().get("State of charge [%]"));
    }

    @Test
    void greyValuesAreThoseOfThePhases() {
        final float[] t0 = read(plain.volume(0));
        final float[] t2 = read(plain.volume(2));
        final float[] phases = read(plain.phases(0).volume());
        final int plane = 96 * 96;
        double copper = 0;
        double copperLater = 0;
        for (int i = 0; i < plane; i++) {
            assertEquals(TwinPhase.COPPER.label(), phases[i]);
            copper += t0[i] / plane;
            copperLater += t2[i] / plane;
        }
        assertEquals(8_000, copper, 300);
        assertEquals(1.02 * copper - 0.01 * 31_000, copperLater, 30);
    }

    @Test
    void scansThatAreNotThereAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> twin.volume(10));
        assertThrows(IllegalArgumentException.class, () -> twin.phases(-1));
        assertThrows(IllegalArgumentException.class, () -> twin.motion(0, 10));
    }
}
