// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
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
        assertEquals(List.of(32, 16, 8, 4), GlobalRegistration.automatic(new Shape(2048, 2048, 2048)));
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
