// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

/** Cubic B-spline interpolation from the 64 coefficients around a point. */
public final class CubicSampler implements GatheredSampler {

    /** Where a volume ends, a spline has to guess its curvature; two voxels further in that no longer matters. */
    private static final int MARGIN = 2;

    private final Patch patch;
    private final TrilinearSampler holes;
    private final float[] coefficients;
    private final int[] last;
    private final int stepY;
    private final int stepZ;

    public CubicSampler(final SplineCoefficients coefficients) {
        patch = coefficients.patch();
        holes = patch.hasHoles() ? new TrilinearSampler(patch) : null;
        this.coefficients = coefficients.values();
        last = new int[] {patch.block().sizeX() - 2, patch.block().sizeY() - 2, patch.block().sizeZ() - 2};
        stepY = patch.block().sizeX() + 2;
        stepZ = stepY * (patch.block().sizeY() + 2);
    }

    @Override
    public int margin() {
        return MARGIN;
    }

    @Override
    public Patch patch() {
        return patch;
    }

    @Override
    public void sample(final double[] start, final double[] step, final int from, final int to,
        final float[] values) {
        final Segment segment = segment(step).row(start);
        for (int i = from; i < to; i = segment.end) {
            segment.find(i, to);
            sample(segment, i, values);
        }
        if (holes != null) {
            leaveOutHoles(start, step, from, to, values);
        }
    }

    private void leaveOutHoles(final double[] start, final double[] step, final int from, final int to,
        final float[] values) {
        final float[] linear = new float[to - from];
        final double[] first = {start[0] + from * step[0], start[1] + from * step[1], start[2] + from * step[2]};
        holes.sample(first, step, 0, linear.length, linear);
        for (int i = 0; i < linear.length; i++) {
            if (linear[i] != linear[i]) {
                values[from + i] = Float.NaN;
            }
        }
    }

    /** The largest voxel along every axis that has a successor. */
    int[] last() {
        return last;
    }

    @Override
    public int taps() {
        return 4;
    }

    @Override
    public int rooms() {
        return CubicLines.ROOMS;
    }

    @Override
    public Segment segment(final double[] step) {
        return new Segment(step, last);
    }

    @Override
    public float[] source() {
        return coefficients;
    }

    @Override
    public int origin(final Segment s) {
        return s.z * stepZ + s.y * stepY + s.x;
    }

    @Override
    public int offset(final int line) {
        return line / 4 * stepZ + line % 4 * stepY;
    }

    @Override
    public void interpolate(final GatheredLines gathered, final int count, final float[] values) {
        new CubicLines(gathered, count).interpolate(values);
    }

    /** The weights of the basis functions, six times over, are written out to stay in registers. */
    @Override
    public void sample(final Segment s, final int from, final float[] values) {
        final float[] c = coefficients;
        final int origin = origin(s);
        final float du = s.du;
        final float dv = s.dv;
        final float dw = s.dw;
        final int n = s.end - from;
        for (int i = 0; i < n; i++) {
            final float u = s.u + i * du;
            final float v = s.v + i * dv;
            final float w = s.w + i * dw;
            final float u1 = 1 - u;
            final float a0 = u1 * u1 * u1;
            final float a1 = 4 + u * u * (3 * u - 6);
            final float a3 = u * u * u;
            final float a2 = 6 - a0 - a1 - a3;
            final float v1 = 1 - v;
            final float b0 = v1 * v1 * v1;
            final float b1 = 4 + v * v * (3 * v - 6);
            final float b3 = v * v * v;
            final float b2 = 6 - b0 - b1 - b3;
            final float w1 = 1 - w;
            final float d0 = w1 * w1 * w1;
            final float d1 = 4 + w * w * (3 * w - 6);
            final float d3 = w * w * w;
            final float d2 = 6 - d0 - d1 - d3;
            final int o = origin + i;
            final float sum = d0 * plane(c, o, a0, a1, a2, a3, b0, b1, b2, b3)
                + d1 * plane(c, o + stepZ, a0, a1, a2, a3, b0, b1, b2, b3)
                + d2 * plane(c, o + 2 * stepZ, a0, a1, a2, a3, b0, b1, b2, b3)
                + d3 * plane(c, o + 3 * stepZ, a0, a1, a2, a3, b0, b1, b2, b3);
            values[from + i] = sum * (1f / 216);
        }
    }

    /** Ten arguments, because anything else would allocate once per plane of every voxel. */
    private float plane(final float[] c, final int o, final float a0, final float a1, final float a2, final float a3,
        final float b0, final float b1, final float b2, final float b3) {
        return b0 * line(c, o, a0, a1, a2, a3) + b1 * line(c, o + stepY, a0, a1, a2, a3)
            + b2 * line(c, o + 2 * stepY, a0, a1, a2, a3) + b3 * line(c, o + 3 * stepY, a0, a1, a2, a3);
    }

    private static float line(final float[] c, final int o, final float a0, final float a1, final float a2,
        final float a3) {
        return a0 * c[o] + a1 * c[o + 1] + a2 * c[o + 2] + a3 * c[o + 3];
    }
}
