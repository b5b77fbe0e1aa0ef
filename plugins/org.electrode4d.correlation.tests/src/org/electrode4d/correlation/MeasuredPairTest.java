// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;

/** Real tomograms, of which the second is half as bright and has half the contrast. */
final class MeasuredPairTest {

    private static final int SPACING = 30;
    private static final int HALF_WINDOW = 24;

    @Test
    void agreesWithAnIndependentProgram() throws IOException {
        final MeasuredPair measured = MeasuredPair.open();
        final VolumePair pair = measured.volumes();
        final DeformationField start = GlobalRegistration.register(pair, RegistrationSettings.defaults(),
            Progress.NONE);
        assertEquals(NodeStatus.CONVERGED, start.status(0));
        final DeformationField field = LocalCorrelation.correlate(pair, start, LocalCorrelationSettings.defaults()
            .withLevels(List.of(NodeLevel.of(100), NodeLevel.of(SPACING, HALF_WINDOW))), Progress.NONE);
        assertTrue(field.remarks().get(0).contains("100 voxels was left out"));
        int inside = 0;
        int converged = 0;
        for (int node = 0; node < field.grid().size(); node++) {
            if (isInSample(field.grid().position(node), measured.known())) {
                inside++;
                converged += field.status(node) == NodeStatus.CONVERGED ? 1 : 0;
            }
        }
        assertTrue(inside > 250 && converged >= 0.95 * inside, converged + " of " + inside);
        assertDifference(field, measured.known(), Point::x);
        assertDifference(field, measured.known(), Point::y);
        assertDifference(field, measured.known(), Point::z);
    }

    private static boolean isInSample(final Point node, final List<MeasuredPair.Known> known) {
        return known.stream().anyMatch(k -> k.position().distance(node) < SPACING);
    }

    private static void assertDifference(final DeformationField field, final List<MeasuredPair.Known> known,
        final ToDoubleFunction<Point> component) {
        final double[] sorted = known.stream().mapToDouble(k -> Math.abs(component.applyAsDouble(
            field.at(k.position()).displacement().minus(k.displacement())))).sorted().toArray();
        final double median = sorted[sorted.length / 2];
        final double ninth = sorted[sorted.length * 9 / 10];
        assertTrue(median < 0.005, "median difference " + median);
        assertTrue(ninth < 0.02, "nine tenths are below " + ninth);
    }
}
