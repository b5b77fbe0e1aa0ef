// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.Test;

final class PropagationTest {

    private static final Shape SHAPE = new Shape(96, 30, 30);
    /** 12 % along x and 7 voxels in the middle. */
    private static final Transformation STRAIN = Transformation.of(Point.ORIGIN,
        new double[] {1.12, 1, 1, 0.01, 0, 0}, new Point(0, 0.4, -0.3));
    private static final LocalCorrelationSettings SETTINGS = LocalCorrelationSettings.defaults()
        .withLevels(List.of(NodeLevel.of(8, 7))).withMinimumZncc(0.9).withSearch(StartSearch.NONE, 0);

    private static NodeResult converged(final Transformation map, final double zncc) {
        return new NodeResult(map, NodeStatus.CONVERGED, zncc, 2 - 2 * zncc, 5, 1e-4, NodeResult.UNKNOWN);
    }

    @Test
    void theBestNeighbourHandsItsMapOnExtrapolated() {
        final NodeGrid grid = new NodeGrid(Point.ORIGIN, new Point(10, 10, 10), 4, 1, 1);
        final DeformationField start = DeformationField.uniform(grid, Fields.VOXEL, Point.ORIGIN,
            Transformation.IDENTITY);
        final Transformation stretch = Transformation.of(new double[] {1.2, 0, 0, 0, 1, 0, 0, 0, 1},
            new Point(5, 0, 0));
        final DeformationField field = DeformationField.builder(grid, Fields.VOXEL)
            .set(0, converged(Transformation.translation(1, 0, 0), 0.8))
            .set(1, NodeResult.of(Transformation.IDENTITY, NodeStatus.DIVERGED))
            .set(2, converged(stretch, 0.9))
            .set(3, NodeResult.of(Transformation.IDENTITY, NodeStatus.REFUSED)).build();
        final Propagation propagation = new Propagation(grid, 10, start);
        final Map<Integer, Transformation> starts = propagation.next(field);
        assertEquals(List.of(1), List.copyOf(starts.keySet()));
        assertEquals(0, starts.get(1).displacement().distance(new Point(3, 0, 0)), 1e-12);
        // the mean of both neighbours is something else, and the last thing to try
        assertEquals(List.of(1), List.copyOf(propagation.next(field).keySet()));
        assertTrue(propagation.next(field).isEmpty());
    }

    private static DeformationField startWithIsland(final VolumePair pair) {
        final NodeGrid grid = NodeGrid.centred(SHAPE, 8);
        final DeformationField.Builder start = DeformationField.uniform(grid, pair.reference().voxelSize(),
            pair.centre(), STRAIN).toBuilder();
        for (int node = 0; node < grid.size(); node++) {
            if (grid.ix(node) > 2) {
                start.set(node, NodeResult.of(Transformation.IDENTITY, NodeStatus.DIVERGED));
            }
        }
        return start.build();
    }

    @Test
    void anIslandIsConqueredInWaves() throws Exception {
        final VolumePair pair = new Blobs(SHAPE).pair(STRAIN);
        final DeformationField start = startWithIsland(pair);
        long before = 0;
        for (final int waves : new int[] {0, 1, 2, 4}) {
            final DeformationField field = LocalCorrelation.correlate(pair, start, SETTINGS.withSecondChances(waves),
                Progress.NONE);
            assertTrue(field.count(NodeStatus.CONVERGED) > before, waves + " waves: " + field);
            before = field.count(NodeStatus.CONVERGED);
        }
        final ForkJoinPool one = new ForkJoinPool(1);
        try {
            final DeformationField field = LocalCorrelation.correlate(pair, start, SETTINGS, Progress.NONE);
            final DeformationField alone = Parallelization.runWithExecutor(one,
                () -> LocalCorrelation.correlate(pair, start, SETTINGS, Progress.NONE));
            for (int node = 0; node < field.grid().size(); node++) {
                assertEquals(field.result(node), alone.result(node));
                final Point position = field.grid().position(node);
                final Point exact = STRAIN.displacement(position, pair.centre());
                if (position.x() + exact.x() > 7 && position.x() + exact.x() < 88) {
                    assertEquals(NodeStatus.CONVERGED, field.status(node), position::toString);
                    assertEquals(0, field.displacement(node).distance(exact), 0.01);
                }
            }
        } finally {
            one.shutdown();
        }
    }
}
