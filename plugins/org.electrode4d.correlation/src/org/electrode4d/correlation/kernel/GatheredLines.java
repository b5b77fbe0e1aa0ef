// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Arrays;

/**
 * The voxels around many points, line by line, and where the points are between them. The voxel before point i is at i
 * in every line, its successor at i + 1: a loop over both at once is not vectorised, so lines can be had moved.
 */
final class GatheredLines {

    final float[][] lines;
    /** Positions between the voxel before and the next, 0 to 1, along x, y and z. */
    final float[] u;
    final float[] v;
    final float[] w;
    /** Room for what an interpolation has to keep between its loops. */
    final float[][] scratch;
    private final float[] ramp;
    private final float[] number;

    /** @param rooms arrays of scratch */
    GatheredLines(final int count, final int rooms, final int capacity) {
        scratch = new float[rooms][capacity];
        lines = new float[count][capacity];
        u = new float[capacity];
        v = new float[capacity];
        w = new float[capacity];
        ramp = new float[capacity];
        number = new float[capacity];
        for (int i = 0; i < capacity; i++) {
            ramp[i] = i;
        }
    }

    /** Sets where some points of a part of a row begin, and how far each of them is from the first. */
    void place(final Segment s, final int at, final int points) {
        Arrays.fill(u, at, at + points, s.u);
        Arrays.fill(v, at, at + points, s.v);
        Arrays.fill(w, at, at + points, s.w);
        System.arraycopy(ramp, 0, number, at, points);
    }

    /** From the beginnings to the positions of all points. */
    void advance(final Segment s, final int count) {
        advance(u, number, s.du, count);
        advance(v, number, s.dv, count);
        advance(w, number, s.dw, count);
    }

    private static void advance(final float[] position, final float[] number, final float step, final int count) {
        for (int i = 0; i < count; i++) {
            position[i] += step * number[i];
        }
    }

    /** A line, {@code step} voxels further on, in an array of its own. */
    void moved(final int line, final int step, final int count, final float[] into) {
        System.arraycopy(lines[line], step, into, 0, count - step);
    }
}
