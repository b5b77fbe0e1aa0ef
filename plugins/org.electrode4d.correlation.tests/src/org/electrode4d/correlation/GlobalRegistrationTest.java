// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

final class GlobalRegistrationTest {

    private static final Shape SHAPE = new Shape(72, 68, 60);

    private static DeformationField register(final VolumePair pair) {
        return GlobalRegistration.register(pair, RegistrationSettings.defaults(), Progress.NONE);
    }

    private static void assertFound(final Transformation expected, final DeformationField found) {
        assertEquals(NodeStatus.CONVERGED, found.status(0), found.remarks()::toString);
        assertArrayEquals(expected.f(), found.f(0), 1e-4);
        assertEquals(0, expected.displacement().distance(found.displacement(0)), 2e-3);
    }

    @Test
    void nothingHappened() {
        final Volume volume = new Blobs(SHAPE).reference();
        final DeformationField field = register(new VolumePair(volume, volume));
        assertFound(Transformation.IDENTITY, field);
        assertEquals(1, field.zncc(0), 1e-6);
        assertEquals(new Point(35.5, 33.5, 29.5), field.grid().position(0));
    }

    @Test
    void rotationStretchAndALargeTranslation() {
        final Transformation map = Transformation.of(new Point(2, 1, -3),
            new double[] {1.02, 0.98, 1.04, 0.01, 0, 0.005}, new Point(9.3, -7.6, 4.8));
        assertFound(map, register(new Blobs(SHAPE).pair(map)));
    }

    @Test
    void otherGreysAndNoise() {
        final Transformation map = Transformation.translation(3.25, 0.5, -1.75);
        final VolumePair pair = new Blobs(SHAPE, 1000).pair(map);
        final Volume darker = Blobs.changed(pair.deformed(), grey -> {
            for (int i = 0; i < grey.length; i++) {
                grey[i] = 100 + grey[i] / 50;
            }
        });
        final DeformationField field = register(new VolumePair(pair.reference(), darker));
        assertEquals(NodeStatus.CONVERGED, field.status(0));
        assertEquals(0, map.displacement().distance(field.displacement(0)), 0.01);
    }

    @Test
    void threadsDoNotChangeABit() throws Exception {
        final VolumePair pair = new Blobs(SHAPE, 500).pair(Transformation.translation(1.3, -2.1, 0.4));
        final ForkJoinPool one = new ForkJoinPool(1);
        final ForkJoinPool four = new ForkJoinPool(4);
        try {
            assertEquals(Parallelization.runWithExecutor(one, () -> register(pair).result(0)),
                Parallelization.runWithExecutor(four, () -> register(pair).result(0)));
        } finally {
            one.shutdown();
            four.shutdown();
        }
    }

    @Test
    void binsFollowTheSizeOfTheVolume() {
        assertEquals(List.of(1), GlobalRegistration.automatic(new Shape(50, 50, 50)));
        assertEquals(List.of(4, 2, 1), GlobalRegistration.automatic(new Shape(200, 200, 200)));
        assertEquals(List.of(4, 2, 1), GlobalRegistration.automatic(new Shape(450, 450, 80)));
        assertEquals(List.of(32, 16, 8), GlobalRegistration.automatic(new Shape(2048, 2048, 2048)));
    }

    @Test
    void withoutTextureThereIsNothingToFollow() {
        final Volume volume = new Blobs(SHAPE).reference();
        final Volume flat = Blobs.changed(volume, grey -> Arrays.fill(grey, 17)).withName("Scan 2");
        final CorrelationException e = assertThrows(CorrelationException.class,
            () -> register(new VolumePair(volume, flat)));
        assertTrue(e.getMessage().contains("Scan 2") && e.getMessage().contains("17.0"), e::getMessage);
        final Volume nan = Blobs.changed(volume, grey -> Arrays.fill(grey, Float.NaN));
        assertThrows(CorrelationException.class, () -> register(new VolumePair(nan, volume)));
    }

    @Test
    void scatteredHolesAreToldFromEmptyVolumes() {
        final Blobs blobs = new Blobs(SHAPE);
        final Volume holed = Blobs.changed(blobs.reference(), grey -> {
            for (int i = 0; i < grey.length; i += 2) {
                grey[i] = Float.NaN;
            }
        });
        final CorrelationException e = assertThrows(CorrelationException.class,
            () -> register(new VolumePair(holed, blobs.reference())));
        assertTrue(e.getMessage().contains("a NaN in every cube of 2 x 2 x 2"), e::getMessage);
    }

    /** Keeps what is reported and is cancelled at a fraction. */
    private static final class Listener implements Progress {

        private final List<Double> fractions = Collections.synchronizedList(new ArrayList<>());
        private final double end;
        private volatile boolean cancelled;
        private final AtomicInteger afterwards = new AtomicInteger();

        Listener(final double end) {
            this.end = end;
        }

        @Override
        public void check() {
            if (cancelled) {
                throw new CancellationException();
            }
        }

        @Override
        public void report(final double fraction, final String message) {
            if (cancelled) {
                afterwards.incrementAndGet();
            }
            fractions.add(fraction);
            cancelled |= fraction >= end;
        }
    }

    @Test
    void progressGoesOnAndOnOnTheFinestLevel() {
        final Listener listener = new Listener(2);
        GlobalRegistration.register(new Blobs(SHAPE).pair(Transformation.translation(2.5, 1, -0.5)),
            RegistrationSettings.defaults().withBins(2, 1).withConvergence(ConvergenceSettings.registration()
                .withTolerance(1e-6)), listener);
        for (int i = 1; i < listener.fractions.size(); i++) {
            assertTrue(listener.fractions.get(i) >= listener.fractions.get(i - 1) - 1e-12);
        }
        assertTrue(listener.fractions.stream().filter(fraction -> fraction > 0.3 && fraction < 1).distinct()
            .count() >= 8, () -> "the passes of the finest level are seen: " + listener.fractions);
        assertEquals(1, listener.fractions.get(listener.fractions.size() - 1), 1e-9);
    }

    @Test
    void itIsCancelledWithinABlockAtAnyStage() {
        final VolumePair pair = new Blobs(SHAPE).pair(Transformation.translation(2.5, 1, -0.5));
        for (final double stage : new double[] {0.01, 0.07, 0.12, 0.5}) {
            final Listener listener = new Listener(stage);
            assertThrows(CancellationException.class,
                () -> GlobalRegistration.register(pair, RegistrationSettings.defaults(), listener));
            final int threads = Runtime.getRuntime().availableProcessors() + 1;
            assertTrue(listener.afterwards.get() <= threads, () -> listener.afterwards + " blocks more");
        }
    }

    @Test
    void partsThatAreNotNumbersDoNotMatter() {
        final Transformation map = Transformation.translation(2.5, 1, -0.5);
        final VolumePair pair = new Blobs(SHAPE).pair(map);
        final Volume holed = Blobs.changed(pair.reference(), grey -> Arrays.fill(grey, 0, 72 * 68 * 10, Float.NaN));
        assertFound(map, register(new VolumePair(holed, pair.deformed())));
    }

    @Test
    void aSampleMuchSmallerThanTheVolumeWide() {
        final Transformation map = Transformation.translation(5.5, 0, 0);
        final Blobs blobs = new Blobs(new Shape(72, 68, 20));
        assertFound(map, register(blobs.pair(map)));
    }
}
