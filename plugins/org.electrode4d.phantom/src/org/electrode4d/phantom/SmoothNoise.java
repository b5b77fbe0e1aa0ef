// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * A smooth random function of space with values from 0 to 1: random numbers at the corners of a lattice, between them
 * interpolated with the weights {@code 3 t² - 2 t³} (K. Perlin, An image synthesizer, SIGGRAPH 1985, in its simplest
 * form).
 */
final class SmoothNoise {

    private static final int BITS_PER_AXIS = 20;
    private static final int OFFSET = 1 << BITS_PER_AXIS - 1;

    private final CounterRandom random;
    private final double spacing;

    /** @param spacing of the lattice, voxels */
    SmoothNoise(final CounterRandom random, final double spacing) {
        this.random = random;
        this.spacing = spacing;
    }

    double at(final double x, final double y, final double z) {
        final long i = (long)Math.floor(x / spacing);
        final long j = (long)Math.floor(y / spacing);
        final long k = (long)Math.floor(z / spacing);
        final double u = weight(x / spacing - i);
        final double v = weight(y / spacing - j);
        final double w = weight(z / spacing - k);
        return (1 - w) * plane(i, j, k, u, v) + w * plane(i, j, k + 1, u, v);
    }

    private double plane(final long i, final long j, final long k, final double u, final double v) {
        return (1 - v) * ((1 - u) * corner(i, j, k) + u * corner(i + 1, j, k))
            + v * ((1 - u) * corner(i, j + 1, k) + u * corner(i + 1, j + 1, k));
    }

    private double corner(final long i, final long j, final long k) {
        return random.uniform((k + OFFSET << BITS_PER_AXIS | j + OFFSET) << BITS_PER_AXIS | i + OFFSET);
    }

    private static double weight(final double t) {
        return t * t * (3 - 2 * t);
    }
}
