// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.electrode4d.correlation.Coherency.Form;
import org.electrode4d.volume.Point;
import org.junit.jupiter.api.Test;

final class CoherencyTest {

    private static final NodeGrid GRID = new NodeGrid(new Point(10, 10, 10), new Point(20, 20, 20), 7, 7, 6);
    private static final int MIDDLE = GRID.index(3, 3, 3);
    private static final int CORNER = 0;

    /** A quadratic displacement of up to 30 voxels, with errors of 0.02 voxel. */
    private static DeformationField noisy() {
        final Random random = new Random(5);
        return Fields.of(GRID, X -> {
            final Transformation map = Fields.quadratic(X.times(0.5));
            return Transformation.of(map.f(), map.displacement().plus(new Point(20 + 0.02 * random.nextGaussian(),
                0.02 * random.nextGaussian(), 0.02 * random.nextGaussian())));
        });
    }

    private static DeformationField moved(final DeformationField field, final double by, final int... nodes) {
        final DeformationField.Builder builder = field.toBuilder();
        for (final int node : nodes) {
            builder.set(node, field.result(node).with(Transformation.of(field.f(node),
                field.displacement(node).plus(new Point(0, by, 0)))));
        }
        return builder.build();
    }

    @Test
    void aQuadraticDisplacementIsCoherentEverywhere() {
        for (final double coherency : Coherency.of(Fields.of(GRID, Fields::quadratic))) {
            assertEquals(0, coherency, 1e-12);
        }
        final DeformationField gentle = Fields.of(GRID, X -> Fields.quadratic(X.times(0.1)));
        for (final double coherency : Coherency.of(gentle, Form.SPAM, 2)) {
            assertEquals(0, coherency, 1e-12);
        }
    }

    @Test
    void anOutlierStandsOutAndItsNeighboursDoNot() {
        for (final int outlier : new int[] {MIDDLE, CORNER}) {
            final double[] coherency = Coherency.of(moved(noisy(), 0.5, outlier));
            assertTrue(coherency[outlier] > 2, "" + coherency[outlier]);
            coherency[outlier] = 0;
            assertTrue(Arrays.stream(coherency).max().orElseThrow() < 0.5,
                Arrays.stream(coherency).max().toString());
        }
    }

    @Test
    void aClusterOfOutliersStandsOut() {
        final int[] cluster = {MIDDLE, MIDDLE + 1, MIDDLE + GRID.nx(), MIDDLE + GRID.nx() + 1};
        final double[] coherency = Coherency.of(moved(noisy(), 3, cluster));
        for (final int node : cluster) {
            assertTrue(coherency[node] > 10, "" + coherency[node]);
        }
        assertTrue(coherency[MIDDLE - 1] < 0.5, "" + coherency[MIDDLE - 1]);
    }

    /** Why the robust form is the default. */
    @Test
    void spamsFormMissesInAMovedSampleWhatTheRobustOneFinds() {
        final DeformationField still = Fields.of(GRID, X -> Transformation.IDENTITY);
        assertTrue(Coherency.of(moved(still, 1, MIDDLE), Form.SPAM, 2)[MIDDLE] > 0.1);
        final DeformationField shifted = Fields.of(GRID, X -> Transformation.translation(0, 20, 0));
        assertTrue(Coherency.of(moved(shifted, 1, MIDDLE), Form.SPAM, 2)[MIDDLE] < 0.1);
        assertEquals(Coherency.of(moved(still, 1, MIDDLE))[MIDDLE], Coherency.of(moved(shifted, 1, MIDDLE))[MIDDLE],
            1e-6);
        assertEquals(100 / 3.0, Coherency.of(moved(shifted, 1, MIDDLE))[MIDDLE], 1e-6);
    }

    @Test
    void thinGridsAreJudgedByWhatTheyDetermine() {
        final NodeGrid layers = new NodeGrid(Point.ORIGIN, new Point(20, 20, 30), 8, 8, 2);
        final DeformationField field = Fields.of(layers, Fields::quadratic);
        assertEquals(0, Arrays.stream(Coherency.of(field)).max().orElseThrow(), 1e-9);
        assertTrue(Coherency.of(moved(field, 0.5, 20))[20] > 5);
    }

    @Test
    void onlyConvergedNodesWithNeighboursAreJudged() {
        final DeformationField field = Fields.failing(Fields.of(GRID, Fields::quadratic), MIDDLE);
        final double[] coherency = Coherency.of(field);
        assertTrue(Double.isNaN(coherency[MIDDLE]));
        assertEquals(0, coherency[MIDDLE + 1], 1e-12);
        final DeformationField lone = DeformationField.builder(GRID, Fields.VOXEL).set(MIDDLE, field.result(0)).build();
        assertTrue(Double.isNaN(Coherency.of(lone)[MIDDLE]));
        assertThrows(IllegalArgumentException.class, () -> Coherency.of(field, Form.ROBUST, 0.5));
    }
}
