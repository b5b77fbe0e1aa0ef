// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.Test;

final class LocalCorrelationTest {

    private static final Shape SMALL = new Shape(48, 44, 40);
    private static final Transformation STRETCH = Transformation.of(new Point(0.5, -1, 0.8),
        new double[] {1.01, 0.99, 1.03, 0.004, 0, -0.003}, new Point(0.7, -0.4, 1.2));
    private static final LocalCorrelationSettings FINE = LocalCorrelationSettings.defaults()
        .withLevels(List.of(NodeLevel.of(10, 8)));

    private static DeformationField correlate(final VolumePair pair, final LocalCorrelationSettings settings) {
        return LocalCorrelation.correlate(pair, LocalCorrelation.noStart(pair), settings, Progress.NONE);
    }

    private static double rms(final DeformationField field, final Transformation exact, final Point centre) {
        double squares = 0;
        for (int node = 0; node < field.grid().size(); node++) {
            final double error = field.displacement(node)
                .distance(exact.displacement(field.grid().position(node), centre));
            squares += error * error;
        }
        return Math.sqrt(squares / field.grid().size());
    }

    private static void assertConverged(final DeformationField field) {
        assertEquals(field.grid().size(), field.count(NodeStatus.CONVERGED), field::toString);
    }

    @Test
    void anAffineDeformationIsFoundAtEveryNode() {
        final VolumePair pair = new Blobs(SMALL).pair(STRETCH);
        final DeformationField exact = correlate(pair, FINE);
        assertConverged(exact);
        assertTrue(rms(exact, STRETCH, pair.centre()) < 1e-3, "exact " + rms(exact, STRETCH, pair.centre()));
        assertArrayEquals(STRETCH.f(), exact.f(exact.grid().index(1, 1, 1)), 1e-3);
        assertTrue(exact.zncc(0) > 0.9999);
        final DeformationField fast = correlate(pair,
            FINE.withConvergence(ConvergenceSettings.local().withAccuracy(Accuracy.FAST)));
        assertConverged(fast);
        assertTrue(rms(fast, STRETCH, pair.centre()) < 0.02, "fast " + rms(fast, STRETCH, pair.centre()));
    }

    @Test
    void gainAndOffsetDoNotMatter() {
        final VolumePair pair = new Blobs(SMALL).pair(STRETCH);
        final Volume darker = Blobs.changed(pair.deformed(), grey -> {
            for (int i = 0; i < grey.length; i++) {
                grey[i] = 0.3f * grey[i] - 5000;
            }
        });
        final DeformationField field = correlate(new VolumePair(pair.reference(), darker), FINE);
        assertConverged(field);
        assertTrue(rms(field, STRETCH, pair.centre()) < 1e-3);
    }

    @Test
    void fewerDegreesOfFreedomFindTranslationsAndRotations() {
        final Transformation shift = Transformation.translation(0.37, -0.62, 1.25);
        final VolumePair shifted = new Blobs(SMALL).pair(shift);
        final DeformationField three = correlate(shifted,
            FINE.withConvergence(ConvergenceSettings.local().withFreedom(Freedom.TRANSLATION)));
        assertTrue(rms(three, shift, shifted.centre()) < 1e-3);
        assertArrayEquals(Matrix3.identity(), three.f(0));
        final Transformation turn = Transformation.of(new Point(2, -1, 3), new double[] {1, 1, 1, 0, 0, 0},
            new Point(0.4, 0.1, -0.3));
        final VolumePair turned = new Blobs(SMALL).pair(turn);
        final DeformationField six = correlate(turned,
            FINE.withConvergence(ConvergenceSettings.local().withFreedom(Freedom.RIGID)));
        assertTrue(rms(six, turn, turned.centre()) < 2e-3, "rigid " + rms(six, turn, turned.centre()));
        assertEquals(1, six.transformation(0).determinant(), 1e-9);
    }

    @Test
    void threadsAndTilesDoNotChangeABit() throws Exception {
        final VolumePair pair = new Blobs(SMALL, 800).pair(STRETCH);
        final ForkJoinPool one = new ForkJoinPool(1);
        final ForkJoinPool four = new ForkJoinPool(4);
        try {
            final DeformationField alone = Parallelization.runWithExecutor(one, () -> correlate(pair, FINE));
            final DeformationField together = Parallelization.runWithExecutor(four, () -> correlate(pair, FINE));
            final DeformationField tiled = correlate(pair, FINE.withMemory(1 << 20));
            for (int node = 0; node < alone.grid().size(); node++) {
                assertEquals(alone.result(node), together.result(node));
                assertEquals(0, alone.displacement(node).distance(tiled.displacement(node)), 1e-5);
                assertEquals(alone.iterations(node), tiled.iterations(node));
            }
        } finally {
            one.shutdown();
            four.shutdown();
        }
    }

    @Test
    void fastTilesDoNotChangeABit() {
        final VolumePair pair = new Blobs(SMALL, 800).pair(STRETCH);
        final LocalCorrelationSettings fast = FINE.withConvergence(
            ConvergenceSettings.local().withAccuracy(Accuracy.FAST));
        final DeformationField whole = correlate(pair, fast);
        final DeformationField tiled = correlate(pair, fast.withMemory(1 << 20));
        for (int node = 0; node < whole.grid().size(); node++) {
            assertEquals(whole.result(node), tiled.result(node));
        }
    }

    @Test
    void windowsAtTheBorderUseWhatIsInside() {
        final Transformation shift = Transformation.translation(2.3, -1.7, 0);
        final VolumePair pair = new Blobs(SMALL).pair(shift);
        final DeformationField field = correlate(pair, FINE.withLevels(List.of(NodeLevel.of(10, 10))));
        assertTrue(field.grid().origin().x() < 10, "the outermost windows stick out");
        assertConverged(field);
        assertTrue(rms(field, shift, pair.centre()) < 1e-3, "rms " + rms(field, shift, pair.centre()));
    }

    /** What is at the border must not come and go with every small step. */
    @Test
    void aDoubleScanConvergesUpToTheBorder() {
        final DeformationField field = correlate(new Blobs(SMALL, 1000).pair(Transformation.IDENTITY),
            FINE.withSecondChances(0).withSearch(StartSearch.NONE, 0));
        assertConverged(field);
    }

    /** Displacements scatter as their uncertainties say. */
    @Test
    void theUncertaintyIsThatOfTheNoise() {
        final DeformationField field = correlate(new Blobs(new Shape(64, 64, 64), 800).pair(STRETCH),
            LocalCorrelationSettings.defaults().withLevels(List.of(NodeLevel.of(8, 8))));
        final Point centre = new Point(31.5, 31.5, 31.5);
        double measured = 0;
        double predicted = 0;
        for (int node = 0; node < field.grid().size(); node++) {
            if (field.status(node) == NodeStatus.CONVERGED) {
                final Point error = field.displacement(node)
                    .minus(STRETCH.displacement(field.grid().position(node), centre));
                measured += error.dot(error);
                predicted += field.uncertainty(node).dot(field.uncertainty(node));
            }
        }
        assertEquals(1, Math.sqrt(measured / predicted), 0.3);
    }

    @Test
    void windowsOfWhichLessThanHalfIsInsideAreRefused() {
        final VolumePair pair = new Blobs(SMALL).pair(Transformation.IDENTITY);
        final DeformationField field = LocalCorrelation.correlate(pair, LocalCorrelation.noStart(pair),
            FINE.withConvergence(ConvergenceSettings.local().withMinimumCoverage(0.999)), Progress.NONE);
        assertEquals(NodeStatus.CONVERGED, field.status(field.grid().index(1, 1, 1)));
        final LocalCorrelationSettings spam = FINE.withPlacement(GridPlacement.SPAM)
            .withLevels(List.of(NodeLevel.of(13, 12)));
        assertEquals(NodeStatus.REFUSED, correlate(pair, spam).status(26));
    }

    @Test
    void halfOfTheWholeWindowMustBeFoundAgain() {
        final Transformation shift = Transformation.translation(-3, -3, 0);
        final VolumePair pair = new Blobs(SMALL).pair(shift);
        final DeformationField start = DeformationField.uniform(NodeGrid.single(pair.centre()),
            pair.reference().voxelSize(), pair.centre(), shift);
        final DeformationField field = LocalCorrelation.correlate(pair, start,
            FINE.withLevels(List.of(NodeLevel.of(10, 10))), Progress.NONE);
        assertEquals(new Point(8, 6, 9), field.grid().origin());
        // 19 x 17 x 20 of 21^3 voxels are in the reference, but only 16 x 14 x 20 of them in the deformed volume
        assertEquals(NodeStatus.REFUSED, field.status(0));
        assertEquals(NodeStatus.CONVERGED, field.status(field.grid().index(1, 0, 0)));
    }

    @Test
    void holesAndMasksAreLeftOut() {
        final VolumePair pair = new Blobs(SMALL).pair(STRETCH);
        final Volume holed = Blobs.changed(pair.reference(), grey -> grey[(20 * 44 + 22) * 48 + 24] = Float.NaN);
        final Volume holedToo = Blobs.changed(pair.deformed(), grey ->
            Arrays.fill(grey, (20 * 44 + 20) * 48 + 20, (20 * 44 + 20) * 48 + 26, Float.NaN));
        final DeformationField field = correlate(new VolumePair(holed, holedToo), FINE);
        assertConverged(field);
        assertTrue(rms(field, STRETCH, pair.centre()) < 2e-3);
        final Volume spoilt = Blobs.changed(pair.reference(), grey -> Arrays.fill(grey, 0, 48 * 44 * 14, 99999));
        final Volume mask = Blobs.changed(pair.reference(), grey -> {
            Arrays.fill(grey, 1);
            Arrays.fill(grey, 0, 48 * 44 * 14, 0);
        });
        final DeformationField masked = correlate(new VolumePair(spoilt, pair.deformed()), FINE.withMask(mask));
        for (int node = 0; node < masked.grid().size(); node++) {
            if (masked.grid().iz(node) > 0) {
                assertEquals(NodeStatus.CONVERGED, masked.status(node));
                assertEquals(0, masked.displacement(node).distance(
                    STRETCH.displacement(masked.grid().position(node), pair.centre())), 5e-3);
            } else {
                assertEquals(NodeStatus.REFUSED, masked.status(node));
            }
        }
    }

    @Test
    void aWindowWithoutTextureIsSingular() {
        final VolumePair pair = new Blobs(SMALL).pair(Transformation.IDENTITY);
        final Volume flat = Blobs.changed(pair.reference(), grey -> Arrays.fill(grey, 0, grey.length / 2, 700));
        final DeformationField field = correlate(new VolumePair(flat, pair.deformed()), FINE);
        assertEquals(NodeStatus.SINGULAR, field.status(0));
        final Volume ramp = Blobs.changed(pair.reference(), grey -> {
            for (int i = 0; i < grey.length; i++) {
                grey[i] = i % 48;
            }
        });
        assertEquals(NodeStatus.SINGULAR, correlate(new VolumePair(ramp, pair.deformed()), FINE).status(0));
    }

    @Test
    void levelsThatDoNotFitAreLeftOutWithARemark() {
        final VolumePair pair = new Blobs(SMALL).pair(Transformation.translation(0.3, 0, 0));
        final DeformationField field = correlate(pair, FINE.withSpacings(100, 70, 10));
        assertConverged(field);
        assertTrue(field.remarks().get(0).contains("100 voxels was left out"), field.remarks()::toString);
        assertTrue(field.remarks().get(2).startsWith("Node spacing 10 voxels: "), field.remarks()::toString);
    }

    @Test
    void aWindowLargerThanTheVolumeSaysWhatWouldFit() {
        final VolumePair pair = new Blobs(SMALL).pair(Transformation.IDENTITY);
        final CorrelationException e = assertThrows(CorrelationException.class,
            () -> correlate(pair, LocalCorrelationSettings.defaults()));
        assertTrue(e.getMessage().contains("71 voxels") && e.getMessage().contains("48 x 44 x 40")
            && e.getMessage().contains("a node spacing and a half-window size of 25 voxels or less"), e::getMessage);
        correlate(pair, LocalCorrelationSettings.defaults().withSpacings(25));
    }

    @Test
    void aPyramidFollowsWhatOneLevelLoses() {
        final Transformation large = Transformation.of(Point.ORIGIN, new double[] {1, 1, 1.15, 0, 0, 0},
            new Point(3.4, 0, 2));
        final Shape shape = new Shape(64, 64, 72);
        final VolumePair pair = new Blobs(shape).pair(large);
        final DeformationField field = correlate(pair,
            FINE.withLevels(List.of(new NodeLevel(20, 20, 2), NodeLevel.of(8, 6))));
        final DeformationField alone = correlate(pair,
            FINE.withLevels(List.of(NodeLevel.of(8, 6))).withSecondChances(0).withSearch(StartSearch.NONE, 0));
        assertTrue(field.count(NodeStatus.CONVERGED) > 0.85 * field.grid().size(), field::toString);
        assertTrue(alone.count(NodeStatus.CONVERGED) < field.count(NodeStatus.CONVERGED), alone::toString);
        for (int node = 0; node < field.grid().size(); node++) {
            if (field.status(node) == NodeStatus.CONVERGED) {
                assertEquals(0, field.displacement(node).distance(
                    large.displacement(field.grid().position(node), pair.centre())), 0.05);
            }
        }
    }

    @Test
    void failedNodesGetASecondChanceFromTheirNeighbours() {
        final VolumePair pair = new Blobs(SMALL).pair(STRETCH);
        final NodeGrid grid = NodeGrid.centred(SMALL, 10);
        final DeformationField.Builder start = DeformationField.uniform(grid, pair.reference().voxelSize(),
            pair.centre(), STRETCH).toBuilder();
        start.set(grid.index(1, 1, 1), NodeResult.of(Transformation.translation(9, 9, -9), NodeStatus.CONVERGED));
        final LocalCorrelationSettings alone = FINE.withSearch(StartSearch.NONE, 0);
        final DeformationField once = LocalCorrelation.correlate(pair, start.build(), alone.withSecondChances(0),
            Progress.NONE);
        assertTrue(once.status(grid.index(1, 1, 1)) != NodeStatus.CONVERGED);
        assertConverged(LocalCorrelation.correlate(pair, start.build(), alone.withSecondChances(1), Progress.NONE));
    }

    @Test
    void cancellingIsNoticed() {
        final VolumePair pair = new Blobs(SMALL).pair(STRETCH);
        final AtomicInteger checks = new AtomicInteger();
        final Progress cancelled = new Progress() {
            @Override
            public void check() {
                if (checks.incrementAndGet() > 40) {
                    throw new CancellationException();
                }
            }

            @Override
            public void report(final double fraction, final String message) {
                assertTrue(fraction >= 0 && fraction <= 1 + 1e-9);
            }
        };
        assertThrows(CancellationException.class,
            () -> LocalCorrelation.correlate(pair, LocalCorrelation.noStart(pair), FINE, cancelled));
    }

    @Test
    void aSingleImageIsNoVolume() {
        final Volume image = new Blobs(new Shape(20, 20, 1)).reference();
        final CorrelationException e = assertThrows(CorrelationException.class, () -> new VolumePair(image, image));
        assertTrue(e.getMessage().contains("single image") && e.getMessage().contains("all slices"), e::getMessage);
    }

    @Test
    void withoutNumbersEveryWindowIsRefused() {
        final VolumePair pair = new Blobs(SMALL).pair(STRETCH);
        final Volume nan = Blobs.changed(pair.reference(), grey -> Arrays.fill(grey, Float.NaN));
        for (final VolumePair spoilt : List.of(new VolumePair(nan, pair.deformed()),
            new VolumePair(pair.reference(), nan))) {
            final DeformationField field = correlate(spoilt, FINE);
            assertEquals(field.grid().size(), field.count(NodeStatus.REFUSED));
            assertTrue(field.remarks().get(0).contains("too few voxels"), field.remarks()::toString);
        }
    }

    @Test
    void volumesAndMasksMustHaveOneShape() {
        final Volume a = new Blobs(new Shape(20, 20, 20)).reference();
        final Volume b = new Blobs(new Shape(20, 20, 21)).reference();
        final ShapeMismatchException e = assertThrows(ShapeMismatchException.class, () -> new VolumePair(a, b));
        assertTrue(e.getMessage().contains("20 x 20 x 20") && e.getMessage().contains("20 x 20 x 21"), e::getMessage);
        final VolumePair pair = new VolumePair(a, a);
        assertThrows(ShapeMismatchException.class, () -> correlate(pair, FINE.withMask(b)));
    }
}
