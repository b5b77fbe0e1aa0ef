// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.Test;

class NoiseEstimateTest {

    private static double noise(final Volume volume, final boolean sliceWise) {
        return NoiseEstimate.of(volume, sliceWise, Progress.NONE);
    }

    /** Values that PyWavelets gives, without the coefficients at the border. */
    @Test
    void asPyWavelets() {
        final float[] values = new float[24 * 20 * 16];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 7919 % 1009;
        }
        final Volume volume = TestSlices.floats(new Shape(24, 20, 16), values);
        assertEquals(333.80241913358776, noise(volume, false), 0.01);
        assertEquals(280.48980721352854, noise(volume, true), 0.01);
    }

    @Test
    void noiseOfKnownSize() {
        final Shape shape = new Shape(130, 90, 40);
        final float[] values = new float[(int)shape.voxels()];
        final Random random = new Random(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)(i % 130 * 20 + 7 * random.nextGaussian());
        }
        values[5000] = Float.NaN;
        final Volume volume = TestSlices.floats(shape, values);
        assertEquals(7, noise(volume, false), 0.1);
        assertEquals(7, noise(volume, true), 0.1);
        assertEquals(7, noise(volume.crop(new org.electrode4d.volume.Block(0, 0, 3, 130, 90, 1)), false), 0.4);
    }

    @Test
    void withoutNoise() {
        assertEquals(0, noise(TestSlices.floats(new Shape(8, 8, 8), new float[512]), false));
        final Volume row = TestSlices.floats(new Shape(9, 1, 1), new float[9]);
        assertThrows(IllegalArgumentException.class, () -> noise(row, false));
    }
}
