// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Arrays;

/**
 * Cubic B-splines at the points of rows that may bend and stretch as a field wants. As long as the voxel that holds a
 * point moves on by one from point to point, the voxels around the points of such a run are where those of the first
 * are, further along x: runs are gathered line by line, and interpolated in long loops. Fields near the identity have
 * runs of tens of points.
 *
 * <p>For patches without holes. A value does not depend on what is gathered with it. Not for several threads at once.
 */
public final class SplineRuns {

    private static final int CAPACITY = 1024;
    private static final int TAPS = 4;
    private static final int NOWHERE = Integer.MIN_VALUE;

    private final CubicSampler sampler;
    private final float[] values;
    private final int[] last;
    private final int stepY;
    private final int stepZ;
    private final GatheredLines gathered = new GatheredLines(TAPS * TAPS, CubicLines.ROOMS, CAPACITY);
    private final float[] sampled = new float[CAPACITY];
    private final int[] from = new int[CAPACITY];
    private final int[] to = new int[CAPACITY];
    private final int[] length = new int[CAPACITY];
    private final int[] place;
    private final float[] u;
    private final float[] v;
    private final float[] w;
    private int parts;
    private int filled;

    /**
     * @param sampler of a patch without holes
     * @param row most points of a row
     * @param values receives what is sampled, at the latest when flushed
     */
    public SplineRuns(final CubicSampler sampler, final int row, final float[] values) {
        this.sampler = sampler;
        this.values = values;
        last = sampler.last();
        stepY = sampler.offset(1);
        stepZ = sampler.offset(TAPS);
        place = new int[row];
        u = new float[row];
        v = new float[row];
        w = new float[row];
    }

    /**
     * Samples the points of a row into neighbouring values.
     *
     * @param points x, y, z of the points, in voxels from the first voxel of the patch; NaN, or outside of the patch,
     *     gives NaN
     * @param at index of the first value
     */
    public void add(final double[][] points, final int count, final int at) {
        locate(points[0], points[1], points[2], count);
        int begin = 0;
        while (begin < count) {
            int end = begin + 1;
            final int most = Math.min(count, begin + CAPACITY - TAPS);
            while (end < most && place[end] == place[begin]) {
                end++;
            }
            if (place[begin] == NOWHERE) {
                Arrays.fill(values, at + begin, at + end, Float.NaN);
            } else {
                gather(begin, end, at);
            }
            begin = end;
        }
    }

    /** Sets the index of the first voxel of every point, less the number of the point: the same all along a run. */
    private void locate(final double[] xs, final double[] ys, final double[] zs, final int count) {
        final int lastX = last[0];
        final int lastY = last[1];
        final int lastZ = last[2];
        for (int i = 0; i < count; i++) {
            final double x = xs[i];
            final double y = ys[i];
            final double z = zs[i];
            if (!(x >= 0 && y >= 0 && z >= 0 && x <= lastX + 1 && y <= lastY + 1 && z <= lastZ + 1)) {
                place[i] = NOWHERE;
                continue;
            }
            final int ix = Math.min((int)x, lastX);
            final int iy = Math.min((int)y, lastY);
            final int iz = Math.min((int)z, lastZ);
            u[i] = (float)(x - ix);
            v[i] = (float)(y - iy);
            w[i] = (float)(z - iz);
            place[i] = iz * stepZ + iy * stepY + ix - i;
        }
    }

    private void gather(final int begin, final int end, final int at) {
        final int points = end - begin;
        final int needed = points + TAPS - 1;
        if (filled + needed > CAPACITY) {
            flush();
        }
        final float[] source = sampler.source();
        final int origin = place[begin] + begin;
        for (int line = 0; line < gathered.lines.length; line++) {
            System.arraycopy(source, origin + sampler.offset(line), gathered.lines[line], filled, needed);
        }
        System.arraycopy(u, begin, gathered.u, filled, points);
        System.arraycopy(v, begin, gathered.v, filled, points);
        System.arraycopy(w, begin, gathered.w, filled, points);
        from[parts] = filled;
        to[parts] = at + begin;
        length[parts++] = points;
        filled += needed;
    }

    /** Delivers what is still gathered. */
    public void flush() {
        if (filled > 0) {
            Arrays.fill(sampled, 0, filled, 0);
            sampler.interpolate(gathered, filled, sampled);
            for (int part = 0; part < parts; part++) {
                System.arraycopy(sampled, from[part], values, to[part], length[part]);
            }
            parts = 0;
            filled = 0;
        }
    }
}
