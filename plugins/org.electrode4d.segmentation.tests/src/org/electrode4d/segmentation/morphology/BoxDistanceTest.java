// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.BoxDistance;
import org.electrode4d.volume.morphology.VolumeBorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxDistanceTest {

    private static final Shape SHAPE = new Shape(13, 9, 11);

    private static byte[] bytes(final Volume mask) {
        final int[] labels = Bodies.labels(mask);
        final byte[] bytes = new byte[labels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)labels[i];
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1, 1, 1", "0.97, 1, 1, 1", "0.9, 0.3, 0.7, 1.1"})
    void distancesAndClosingAreThoseOfVolumes(final double share, final double x, final double y, final double z)
        throws IOException {
        final VoxelSize size = new VoxelSize(x, y, z);
        final Volume mask = Bodies.noise(SHAPE, size, share, 5);
        assertArrayEquals(Bruteforce.distances(mask, VolumeBorder.OPEN), BoxDistance.of(bytes(mask), SHAPE, size),
            1e-6f);
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertArrayEquals(bytes(BallMorphology.of(1.2, VolumeBorder.OPEN, scratch)
                .apply(MorphologicalOperation.CLOSING, mask, Progress.NONE)),
                BoxDistance.closed(bytes(mask), SHAPE, size, 1.2));
        }
    }

    @Test
    void withoutAnythingOutsideDistancesAreInfinite() {
        assertArrayEquals(new float[] {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY},
            BoxDistance.of(new byte[] {1, 1}, new Shape(2, 1, 1), VoxelSize.isotropic(1)));
        assertEquals(0, BoxDistance.of(new byte[] {0}, new Shape(1, 1, 1), VoxelSize.isotropic(1))[0]);
    }
}
