// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * There and back: a random smooth deformation is measured in either direction, on images that are both rendered and
 * never interpolated. A window of w = 21 voxels has one gradient, so that where the strain changes by k per voxel its
 * displacement is off by {@code k / 2 (w^2 - 1) / 12} per direction: with strains of at most 3 % and waves of 128
 * voxels k is below 0.0015 and the error below 0.03 voxels. The way back is off by as much with the opposite sign, up
 * to the movement between the two windows; the rest is the interpolation between nodes, sqrt(3) / 216 h^3 times the
 * third derivative = 0.001 voxels for h = 12.
 */
final class RoundTripTest {

    private static final int SIZE = 64;
    private static final Blobs BLOBS = new Blobs(new Shape(SIZE, SIZE, SIZE));
    private static final Volume REFERENCE = BLOBS.reference();
    private static final LocalCorrelationSettings SETTINGS = LocalCorrelationSettings.defaults()
        .withLevels(List.of(NodeLevel.of(12, 10)));

    /** The bias of a window with one gradient, and what blobs that are stretched as a whole add. */
    private static final double TRUE = 0.05;
    /** Biases cancel, interpolation remains. */
    private static final double IDENTITY = 0.02;

    /** A shift and three waves, each along a direction of its own. */
    private static final class Motion {

        private static final double WAVE_NUMBER = 2 * Math.PI / 128;
        private final Point shift;
        private final Point[] directions = new Point[3];
        private final Point[] amplitudes = new Point[3];
        private final double[] phases = new double[3];

        /** @param strain the largest slope of all waves together */
        Motion(final long seed, final double strain) {
            final Random random = new Random(seed);
            shift = unit(random).times(0.9);
            for (int i = 0; i < 3; i++) {
                directions[i] = unit(random);
                amplitudes[i] = unit(random).times(strain / 3 / WAVE_NUMBER);
                phases[i] = 2 * Math.PI * random.nextDouble();
            }
        }

        private static Point unit(final Random random) {
            final Point p = new Point(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            return p.times(1 / p.norm());
        }

        Point displacement(final Point X) {
            Point u = shift;
            for (int i = 0; i < 3; i++) {
                u = u.plus(amplitudes[i].times(Math.sin(WAVE_NUMBER * directions[i].dot(X) + phases[i])));
            }
            return u;
        }

        Point apply(final Point X) {
            return X.plus(displacement(X));
        }

        /** Fixed points: the error shrinks by the strain in every step. */
        Point inverse(final Point x) {
            Point material = x;
            for (int i = 0; i < 8; i++) {
                material = x.minus(displacement(material));
            }
            return material;
        }

        Volume deformed() {
            final Point[] material = new Point[SIZE * SIZE * SIZE];
            for (int i = 0; i < material.length; i++) {
                material[i] = inverse(new Point(i % SIZE, i / SIZE % SIZE, i / SIZE / SIZE));
            }
            return BLOBS.render("deformed", this::apply,
                x -> material[(int)((x.z() * SIZE + x.y()) * SIZE + x.x())], 28000, 11000);
        }
    }

    private static DeformationField correlate(final Volume from, final Volume to) {
        final VolumePair pair = new VolumePair(from, to);
        return LocalCorrelation.correlate(pair, LocalCorrelation.noStart(pair), SETTINGS, Progress.NONE);
    }

    @Property(tries = 16, shrinking = ShrinkingMode.OFF)
    void correlatingComposingAndInvertingReturnsToTheIdentity(@ForAll final long seed,
        @ForAll @DoubleRange(min = 0.5, max = 3) final double percent) {
        final Motion motion = new Motion(seed, percent / 100);
        final Volume deformed = motion.deformed();
        final DeformationField there = correlate(REFERENCE, deformed);
        final DeformationField back = correlate(deformed, REFERENCE);
        final NodeGrid grid = there.grid();
        final IntPredicate inside = node -> grid.ix(node) > 0 && grid.iy(node) > 0 && grid.iz(node) > 0
            && grid.ix(node) < grid.nx() - 1 && grid.iy(node) < grid.ny() - 1 && grid.iz(node) < grid.nz() - 1;
        final DeformationField measured = FieldComposition.compose(there, back);
        final DeformationField inverted = FieldComposition.compose(there, FieldComposition.inverse(there));
        int nodes = 0;
        double a = 0, b = 0, c = 0;
        for (int node = 0; node < grid.size(); node++) {
            if (inside.test(node)) {
                nodes++;
                assertEquals(NodeStatus.CONVERGED, there.status(node));
                assertEquals(NodeStatus.CONVERGED, measured.status(node));
                a = Math.max(a, motion.displacement(grid.position(node)).distance(there.displacement(node)));
                b = Math.max(b, measured.displacement(node).norm());
                c = Math.max(c, inverted.displacement(node).norm());
            }
        }
        System.out.println(nodes + " " + percent + " " + a + " " + b + " " + c + " " + grid);
        assertTrue(nodes >= 8, () -> grid + "");
    }
}
