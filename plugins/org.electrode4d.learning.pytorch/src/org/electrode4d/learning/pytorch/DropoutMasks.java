// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;

/**
 * Draws what is dropped in a step. Java's own generator does it: its numbers depend on nothing but the seed, neither on
 * the number of threads nor on the version of PyTorch.
 */
final class DropoutMasks {

    private final SplittableRandom random;
    private final StagingMemory memory;

    DropoutMasks(final long seed, final StagingMemory memory) {
        random = new SplittableRandom(seed);
        this.memory = memory;
    }

    /** Factors for values of a layer: 0, or 1 / (1 - rate). */
    NDArray next(final String layer, final NDArray values, final double rate) {
        return memory.array(values.getManager(), layer, values.getShape(), DataType.FLOAT32,
            buffer -> draw(buffer.asFloatBuffer(), rate));
    }

    private void draw(final FloatBuffer buffer, final double rate) {
        final long dropped = (long)(rate * (1L << Integer.SIZE));
        final float kept = (float)(1 / (1 - rate));
        final int size = buffer.remaining();
        for (int i = 0; i < size; i += 2) {
            final long bits = random.nextLong();
            buffer.put(i, (bits >>> Integer.SIZE) < dropped ? 0 : kept);
            if (i + 1 < size) {
                buffer.put(i + 1, (bits & 0xffff_ffffL) < dropped ? 0 : kept);
            }
        }
    }
}
