// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

/** Linear interpolation between the eight voxels around a point. */
public final class TrilinearSampler implements GatheredSampler {

    private final Patch patch;
    private final float[] voxels;
    private final int sizeX;
    private final int[] last;
    private final int stepZ;

    /** @param patch at least two voxels along every axis */
    public TrilinearSampler(final Patch patch) {
        this.patch = patch;
        voxels = patch.values();
        sizeX = patch.block().sizeX();
        stepZ = sizeX * patch.block().sizeY();
        last = new int[] {sizeX - 2, patch.block().sizeY() - 2, patch.block().sizeZ() - 2};
    }

    @Override
    public int margin() {
        return 0;
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
    }

    /** The value at one point. */
    public float at(final double x, final double y, final double z) {
        final float[] value = new float[1];
        sample(new double[] {x, y, z}, new double[] {1, 0, 0}, 0, 1, value);
        return value[0];
    }

    @Override
    public int taps() {
        return 2;
    }

    @Override
    public Segment segment(final double[] step) {
        return new Segment(step, last);
    }

    @Override
    public float[] source() {
        return voxels;
    }

    @Override
    public int origin(final Segment s) {
        return (s.z * (last[1] + 2) + s.y) * sizeX + s.x;
    }

    @Override
    public int offset(final int line) {
        return line / 2 * stepZ + line % 2 * sizeX;
    }

    @Override
    public void interpolate(final GatheredLines gathered, final int count, final float[] values) {
        final float[][] along = gathered.lines;
        for (int line = 0; line < along.length; line++) {
            gathered.moved(line, 1, count, values);
            mix(along[line], values, gathered.u, count);
        }
        mix(along[0], along[1], gathered.v, count);
        mix(along[2], along[3], gathered.v, count);
        mix(along[0], along[2], gathered.w, count);
        System.arraycopy(along[0], 0, values, 0, count);
    }

    /** From a towards b by a part. */
    private static void mix(final float[] a, final float[] b, final float[] part, final int count) {
        for (int i = 0; i < count; i++) {
            a[i] += part[i] * (b[i] - a[i]);
        }
    }

    @Override
    public void sample(final Segment s, final int from, final float[] values) {
        final float[] c = voxels;
        final int near = origin(s);
        final int next = near + sizeX;
        final int far = near + stepZ;
        final int farNext = far + sizeX;
        final float u = s.u;
        final float v = s.v;
        final float w = s.w;
        final float du = s.du;
        final float dv = s.dv;
        final float dw = s.dw;
        final int n = s.end - from;
        for (int i = 0; i < n; i++) {
            final float fx = u + i * du;
            final float fy = v + i * dv;
            final float va = c[near + i] + fx * (c[near + i + 1] - c[near + i]);
            final float vb = c[next + i] + fx * (c[next + i + 1] - c[next + i]);
            final float vc = c[far + i] + fx * (c[far + i + 1] - c[far + i]);
            final float vd = c[farNext + i] + fx * (c[farNext + i + 1] - c[farNext + i]);
            final float first = va + fy * (vb - va);
            final float second = vc + fy * (vd - vc);
            values[from + i] = first + (w + i * dw) * (second - first);
        }
    }
}
