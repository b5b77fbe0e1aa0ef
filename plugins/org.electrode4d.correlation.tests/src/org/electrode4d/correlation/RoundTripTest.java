// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * There and back: a random smooth deformation (strains of at most 3 %, displacements of at most 1.5 voxels, waves of
 * 128 voxels) is measured in either direction, on images that are both rendered and never interpolated.
 *
 * <p>Where the tolerances come from. A window of w = 21 voxels has one gradient: where the strain changes by k per
 * voxel its displacement is off by {@code k / 2 (w^2 - 1) / 12}, here 0.9 times the strain, 0.027 voxels at most. The
 * way back is off by as much in the other direction; what remains of both is the change of that bias over the
 * displacement, 0.002 voxels, the interpolation between nodes, {@code sqrt(3) / 216 h^3} times the third derivative,
 * 0.001 voxels, and the last step of the iteration, 0.001 voxels. The inverse of the field itself only has the
 * interpolation, twice.
 */
final class RoundTripTest {

    private static final int SIZE = 64;
    private static final Blobs BLOBS = new Blobs(new Shape(SIZE, SIZE, SIZE));
    private static final Volume REFERENCE = BLOBS.reference();
    /** The windows of the corners stick out and may move outwards: they keep at least 0.3 of their voxels. */
    private static final LocalCorrelationSettings SETTINGS = LocalCorrelationSettings.defaults()
        .withLevels(List.of(NodeLevel.of(12, 10)))
        .withConvergence(ConvergenceSettings.local().withMinimumCoverage(0.3));

    /** Bias of a window over the strain, in voxels. */
    private static final double BIAS = 2 * Math.PI / 128 / 2 * (21 * 21 - 1) / 12;
    private static final double LAST_STEP = 2e-3;
    private static final double THERE_AND_BACK = 5e-3;
    private static final double INVERSE = 2.5e-3;

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

    @Property(tries = 4, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
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
        assertEquals(5 * 5 * 5, grid.size());
        for (int node = 0; node < grid.size(); node++) {
            if (inside.test(node)) {
                assertEquals(NodeStatus.CONVERGED, measured.status(node));
                assertEquals(NodeStatus.CONVERGED, inverted.status(node));
                assertEquals(0, motion.displacement(grid.position(node)).distance(there.displacement(node)),
                    BIAS * percent / 100 + LAST_STEP);
                assertEquals(0, measured.displacement(node).norm(), THERE_AND_BACK);
                assertEquals(0, inverted.displacement(node).norm(), INVERSE);
            }
        }
    }
}
