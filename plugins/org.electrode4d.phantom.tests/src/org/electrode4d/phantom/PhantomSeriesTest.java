// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PhantomSeriesTest {

    private static final Shape SHAPE = new Shape(70, 66, 80);

    private static final SeriesSettings SETTINGS = SeriesSettings.of(SHAPE)
        .withDrift(new Drift(new Point(0.6, -0.4, 0.2), 0.5)).withLithiation(new Lithiation(0.3, -0.6));

    private static final int FULLEST = 6;

    private static PhantomSeries series;

    @BeforeAll
    static void make() {
        series = PhantomSeries.of(SETTINGS, Progress.NONE);
    }

    private static float[] read(final Volume volume) {
        return read(volume, Block.of(volume.shape()));
    }

    private static float[] read(final Volume volume, final Block block) {
        final float[] values = new float[block.voxels()];
        volume.read(block, values);
        return values;
    }

    private static Point voxel(final int index) {
        return new Point(index % SHAPE.x(), index / SHAPE.x() % SHAPE.y(), index / (SHAPE.x() * SHAPE.y()));
    }

    private static List<Particle> particles() {
        final List<Particle> particles = new ArrayList<>();
        series.forEachParticle(particles::add);
        return particles;
    }

    /** Mean of F_zz - 1 over depths. */
    private static double meanStrain(final int scan, final double from, final double to) {
        final DescriptiveStatistics strains = new DescriptiveStatistics();
        for (int i = 0; i < 1000; i++) {
            final Point point = new Point(20, 30, from + (i + 0.5) / 1000 * (to - from));
            strains.addValue(Matrix3.of(SETTINGS.motion(scan).gradient(point)).determinant() - 1);
        }
        return strains.getMean();
    }

    @Test
    void strainIsThatOfTheCycleOnEitherSide() {
        final Electrode electrode = SETTINGS.electrode();
        assertEquals(0.06, meanStrain(1, electrode.separatorFace(), electrode.collectorFace()), 1e-9);
        assertEquals(0.42, meanStrain(6, electrode.separatorFace(), electrode.collectorFace()), 1e-9);
        assertEquals(0.50, meanStrain(6, electrode.separatorFace(), electrode.middle()), 1e-9);
        assertEquals(0.34, meanStrain(6, electrode.middle(), electrode.collectorFace()), 1e-9);
        assertEquals(0.32, meanStrain(8, electrode.separatorFace(), electrode.collectorFace()), 1e-9);
    }

    @Test
    void electrodeStaysInView() {
        final SeriesSettings still = SETTINGS.withDrift(Drift.NONE);
        final Electrode electrode = SETTINGS.electrode();
        assertTrue(still.motion(FULLEST).forward(new Point(0, 0, electrode.separatorFace())).z() > 10);
        assertEquals(79, still.motion(FULLEST).forward(new Point(0, 0, 79)).z(), 1e-12);
    }

    @Test
    void motionFromScanToScanFollowsTheMaterial() {
        final Point point = new Point(20, 30, 44);
        final Point at2 = SETTINGS.motion(2).forward(point);
        DeformationContract.assertNear(SETTINGS.motion(3).forward(point), SETTINGS.motion(2, 3).forward(at2), 1e-9);
        final Matrix3 f2 = Matrix3.of(SETTINGS.motion(2).gradient(point));
        final Matrix3 f23 = Matrix3.of(SETTINGS.motion(2, 3).gradient(at2));
        assertArrayEquals(SETTINGS.motion(3).gradient(point), f23.times(f2).toArray(), 1e-9);
    }

    @Test
    void doubleScanHasTheSameDeformationAndOtherNoise() {
        assertEquals(10, series.scans());
        assertNear(Point.ORIGIN, SETTINGS.motion(8, 9).displacement(new Point(20, 30, 44)));
        assertArrayEquals(read(series.volume(8)), read(series.volume(9)));
        final PhantomSeries noisy = PhantomSeries.of(SETTINGS.withPhantom(SETTINGS.phantom().withDetector(
            Detector.NOISE_FREE.withNoise(10, 1).withType(VoxelType.FLOAT32))), Progress.NONE);
        final float[] first = read(noisy.volume(8));
        final float[] second = read(noisy.volume(9));
        final DescriptiveStatistics difference = new DescriptiveStatistics();
        for (int i = 0; i < first.length; i++) {
            difference.addValue(second[i] - first[i]);
        }
        // noise of 500 in each
        assertEquals(500 * Math.sqrt(2), difference.getStandardDeviation(), 5);
    }

    private static void assertNear(final Point expected, final Point actual) {
        DeformationContract.assertNear(expected, actual, 1e-9);
    }

    @Test
    void labelsAreWhereTheParticlesAre() {
        final List<Particle> particles = particles();
        assertEquals(particles.size(), new HashSet<>(particles.stream().map(Particle::label).toList()).size());
        assertEquals(1, particles.get(0).label());
        assertEquals(particles.size(), particles.get(particles.size() - 1).label());
        final Deformation motion = SETTINGS.motion(3);
        final Volume labels = series.particles(3);
        assertEquals(VoxelType.UINT16, new LabelVolume(labels, new TreeMap<>()).volume().type());
        final float[] values = read(labels);
        final Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] > 0) {
                final Particle particle = particles.get((int)values[i] - 1);
                assertTrue(motion.inverse(voxel(i)).distance(particle.centre()) <= particle.radius() + 1e-3);
                seen.add(particle.label());
            }
        }
        assertTrue(seen.size() > 0.6 * particles.size(), seen.size() + " of " + particles.size());
    }

    @Test
    void labelOfT0IsTheWholeSphere() {
        final int[] voxels = new int[particles().size() + 1];
        for (final float label : read(series.particles(0))) {
            voxels[(int)label]++;
        }
        final Bounds inner = new Bounds(new Point(9, 9, 9), new Point(60, 56, 70));
        for (final Particle particle : particles()) {
            if (inner.contains(particle.centre())) {
                final double volume = 4 * Math.PI / 3 * Math.pow(particle.radius(), 3);
                assertEquals(1, voxels[particle.label()] / volume, 0.08);
            }
        }
    }

    @Test
    void onlyParticlesThatChangeLoseContrast() {
        final PhantomSeries same = PhantomSeries.of(SETTINGS.withLithiation(Lithiation.NONE), Progress.NONE);
        final float[] before = read(same.volume(FULLEST));
        final float[] after = read(series.volume(FULLEST));
        final float[] changed = read(series.changed(FULLEST));
        final float[] labels = read(series.particles(FULLEST));
        final DescriptiveStatistics inside = new DescriptiveStatistics();
        for (int i = 0; i < before.length; i++) {
            if (changed[i] > 0) {
                inside.addValue(after[i] - before[i]);
                assertNotEquals(0, labels[i]);
            } else if (labels[i] > 0) {
                // the blurred edge of a neighbour reaches into it
                assertEquals(before[i], after[i], 3500);
            }
        }
        final DescriptiveStatistics greys = new DescriptiveStatistics();
        IntStream.range(0, before.length).forEach(i -> greys.addValue(before[i]));
        assertEquals(-0.6 * (greys.getMax() - greys.getMin()), inside.getPercentile(10), 50);
        assertTrue(inside.getN() > 1000);
    }

    @Test
    void changeFollowsTheStrain() {
        final IntFunction<Double> change = scan -> {
            final float[] changed = read(series.changed(scan));
            final float[] greys = read(series.volume(scan));
            final DescriptiveStatistics inside = new DescriptiveStatistics();
            for (int i = 0; i < greys.length; i++) {
                if (changed[i] > 0) {
                    inside.addValue(greys[i]);
                }
            }
            return inside.getPercentile(75);
        };
        final double t0 = change.apply(0);
        // 6 %, 42 % and 32 % of strain
        assertEquals(6.0 / 42, (change.apply(1) - t0) / (change.apply(6) - t0), 0.02);
        assertEquals(32.0 / 42, (change.apply(8) - t0) / (change.apply(6) - t0), 0.02);
    }

    @Test
    void shareOfTheElectrodesParticlesChanges() {
        final PhantomSeries large = PhantomSeries.of(SeriesSettings.of(new Shape(160, 160, 128))
            .withLithiation(new Lithiation(0.3, -0.5)), Progress.NONE);
        final int[] counts = new int[2];
        large.forEachParticle(particle -> {
            final double z = particle.centre().z();
            final Electrode electrode = large.settings().electrode();
            if (z >= electrode.separatorFace() && z <= electrode.collectorFace()) {
                counts[0]++;
                counts[1] += large.changes(particle) ? 1 : 0;
            } else {
                assertTrue(!large.changes(particle));
            }
        });
        assertEquals(0.3, counts[1] / (double)counts[0], 3 * Math.sqrt(0.21 / counts[0]));
    }

    @Test
    void sidesMoveWithTheMaterial() {
        final float[] sides = read(series.sides(FULLEST));
        for (int i = 0; i < sides.length; i += 101) {
            final double z = SETTINGS.motion(FULLEST).inverse(voxel(i)).z();
            final double expected = z < 0.4 * 79 || z > 0.85 * 79 ? 0 : z < 0.625 * 79 ? 1 : 2;
            assertEquals(expected, sides[i]);
        }
    }

    @Test
    void voxelsDoNotDependOnBlocks() {
        final Block part = new Block(11, 3, 50, 31, 40, 20);
        final PhantomSeries other = PhantomSeries.of(SETTINGS, Progress.NONE);
        final List<IntFunction<Volume>> kinds = List.of(series::volume, series::particles, series::changed,
            series::sides);
        final List<IntFunction<Volume>> others = List.of(other::volume, other::particles, other::changed, other::sides);
        for (int kind = 0; kind < kinds.size(); kind++) {
            final float[] whole = read(kinds.get(kind).apply(4));
            final float[] values = read(others.get(kind).apply(4), part);
            for (int i = 0; i < values.length; i++) {
                final long x = part.minX() + i % part.sizeX();
                final long y = part.minY() + i / part.sizeX() % part.sizeY();
                final long z = part.minZ() + i / part.sizeX() / part.sizeY();
                assertEquals(whole[(int)((z * SHAPE.y() + y) * SHAPE.x() + x)], values[i]);
            }
        }
    }

    @Test
    void scansKnowTheirTime() {
        assertEquals("3.0", series.volume(3).metadata().get("Time [h]"));
        assertEquals("spheres T3", series.volume(3).name());
    }

    @Test
    void refusesWhatIsNoSeries() {
        assertEquals("An electrode is made of particles: it needs the texture spheres, not blobs.",
            message(() -> SETTINGS.withPhantom(PhantomSettings.of(SHAPE))));
        assertEquals("The series has the scans T0 to T9, not T10.", message(() -> SETTINGS.motion(10)));
        assertEquals("The electrode reaches from z = 5.0 to z = 4.0 voxels, but the face at the separator must come "
            + "first.", message(() -> new Electrode(5, 4, 1)));
        assertEquals("The strain must vanish over a length greater than zero beyond the electrode's faces, not 0.0 "
            + "voxels.", message(() -> new Electrode(4, 5, 0)));
        assertEquals("A cycle needs the strain of one step at least.",
            message(() -> new Cycle(List.of(), 0, false, 1)));
        assertEquals("The mean volumetric strain of a step is -1.0, but must be a number greater than -1.",
            message(() -> new Cycle(List.of(-1.0), 0, false, 1)));
        assertEquals("The asymmetry of the strain must lie between -0.5 and 0.5, not 0.6.",
            message(() -> new Cycle(List.of(0.1), 0.6, false, 1)));
        assertEquals("The time from scan to scan must be greater than zero, not 0.0 h.",
            message(() -> new Cycle(List.of(0.1), 0, false, 0)));
        assertEquals("The axial strain at Z = 31.6 voxels is -1.6, but must be a number greater than -1, where the "
            + "thickness is zero.", message(() -> SETTINGS.withCycle(new Cycle(List.of(-0.8), 0.5, false, 1))));
        assertEquals("The share of particles that change must lie between 0 and 1, not 2.0.",
            message(() -> new Lithiation(2, 0)));
        assertEquals("The change of contrast must lie between -1 and 1, not -2.0.",
            message(() -> new Lithiation(1, -2)));
        assertEquals("The drift must be numbers, not " + Point.ORIGIN + " voxels and NaN°.",
            message(() -> new Drift(Point.ORIGIN, Double.NaN)));
    }

    private static String message(final org.junit.jupiter.api.function.Executable code) {
        return assertThrows(IllegalArgumentException.class, code).getMessage();
    }
}
