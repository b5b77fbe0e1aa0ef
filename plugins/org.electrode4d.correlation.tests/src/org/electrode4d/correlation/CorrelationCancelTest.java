// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CorrelationCancelTest {

    private static final int EDGE = 150;
    private static final VolumePair NOISE = new VolumePair(noise(1), noise(2));

    private static Volume noise(final int seed) {
        final float[] values = new float[EDGE * EDGE * EDGE];
        final Random random = new Random(seed);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return Volume.of("noise", ArrayImgs.floats(values, EDGE, EDGE, EDGE), VoxelSize.isotropic(1));
    }

    /** Cancelled at a moment; says what was going on. */
    private static final class Deadline implements Progress {

        private final long at;
        private volatile String last = "";

        Deadline(final long milliseconds) {
            at = System.nanoTime() + milliseconds * 1_000_000;
        }

        @Override
        public void check() {
            if (System.nanoTime() > at) {
                throw new CancellationException();
            }
        }

        @Override
        public void report(final double fraction, final String message) {
            last = message;
        }

        double overdue() {
            return (System.nanoTime() - at) / 1e9;
        }
    }

    private static void assertStops(final StartSearch search, final int milliseconds) {
        final LocalCorrelationSettings settings = LocalCorrelationSettings.defaults()
            .withLevels(List.of(new NodeLevel(8, 35, 1))).withSearch(search, 0);
        final DeformationField start = LocalCorrelation.noStart(NOISE);
        final Deadline deadline = new Deadline(milliseconds);
        assertThrows(CancellationException.class,
            () -> LocalCorrelation.correlate(NOISE, start, settings, deadline));
        final double overdue = deadline.overdue();
        assertTrue(overdue < 1, overdue + " s after the cancel, in: " + deadline.last);
    }

    /** Early ones hit the reading and the spline, later ones the windows. */
    @ParameterizedTest
    @ValueSource(ints = {1, 50, 150, 400, 1200})
    void aLargeBlockStopsWithinASecond(final int milliseconds) {
        assertStops(StartSearch.NONE, milliseconds);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 700})
    void theSearchStopsWithinASecond(final int milliseconds) {
        assertStops(StartSearch.FIRST_LEVEL, milliseconds);
    }
}
