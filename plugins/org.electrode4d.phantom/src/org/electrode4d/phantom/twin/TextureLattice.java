// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.phantom.CounterRandom;

/**
 * Noise that is smooth over a length, with mean 0 and standard deviation 1 over many of them: random numbers on a cubic
 * lattice, between them the smoothstep-weighted mean of the eight corners (value noise). The lattice repeats after 64
 * steps, so that it is a table.
 */
final class TextureLattice {

    private static final int BITS = 6;
    private static final int MASK = (1 << BITS) - 1;
    /** Standard deviation that uniform numbers in [0, 1) have after the weighting: sqrt(1/12 (26/35)³). */
    private static final double DEVIATION = 0.18482;

    private final float[] corners = new float[1 << 3 * BITS];
    private final float perSpacing;

    /** @param spacing of the lattice, µm */
    TextureLattice(final CounterRandom random, final double spacing) {
        perSpacing = (float)(1 / spacing);
        for (int i = 0; i < corners.length; i++) {
            corners[i] = (float)((random.uniform(i) - 0.5) / DEVIATION);
        }
    }

    /** @param x µm; and so on */
    float at(final float x, final float y, final float z) {
        final float scaledX = x * perSpacing;
        final float scaledY = y * perSpacing;
        final float scaledZ = z * perSpacing;
        final int i = floor(scaledX);
        final int j = floor(scaledY);
        final int k = floor(scaledZ);
        final float u = weight(scaledX - i);
        final float v = weight(scaledY - j);
        final int x0 = i & MASK;
        final int x1 = i + 1 & MASK;
        final int y0 = (j & MASK) << BITS;
        final int y1 = (j + 1 & MASK) << BITS;
        final int z0 = (k & MASK) << 2 * BITS;
        final int z1 = (k + 1 & MASK) << 2 * BITS;
        final float low = mix(line(z0 | y0, x0, x1, u), line(z0 | y1, x0, x1, u), v);
        final float high = mix(line(z1 | y0, x0, x1, u), line(z1 | y1, x0, x1, u), v);
        return mix(low, high, weight(scaledZ - k));
    }

    private float line(final int row, final int x0, final int x1, final float u) {
        return mix(corners[row | x0], corners[row | x1], u);
    }

    private static float mix(final float first, final float second, final float part) {
        return first + part * (second - first);
    }

    private static int floor(final float value) {
        final int whole = (int)value;
        return value < whole ? whole - 1 : whole;
    }

    private static float weight(final float t) {
        return t * t * (3 - 2 * t);
    }
}
