// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

/** Linear interpolation between the eight voxels around a point. */
public final class TrilinearSampler implements RowSampler {

    private final Patch patch;
    private final float[] v;
    private final int sizeX;
    private final int lastX;
    private final int lastY;
    private final int lastZ;
    private final int stepZ;

    /** @param patch at least two voxels along every axis */
    public TrilinearSampler(final Patch patch) {
        this.patch = patch;
        v = patch.values();
        sizeX = patch.block().sizeX();
        stepZ = sizeX * patch.block().sizeY();
        lastX = sizeX - 2;
        lastY = patch.block().sizeY() - 2;
        lastZ = patch.block().sizeZ() - 2;
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
        for (int i = from; i < to; i++) {
            values[i] = at(start[0] + i * step[0], start[1] + i * step[1], start[2] + i * step[2]);
        }
    }

    /** The value at one point. */
    public float at(final double x, final double y, final double z) {
        final int ix = Math.min((int)x, lastX);
        final int iy = Math.min((int)y, lastY);
        final int iz = Math.min((int)z, lastZ);
        final float fx = (float)(x - ix);
        final float fy = (float)(y - iy);
        final float fz = (float)(z - iz);
        final int a = (iz * (lastY + 2) + iy) * sizeX + ix;
        final int b = a + sizeX;
        final int c = a + stepZ;
        final int d = c + sizeX;
        final float va = v[a] + fx * (v[a + 1] - v[a]);
        final float vb = v[b] + fx * (v[b + 1] - v[b]);
        final float vc = v[c] + fx * (v[c + 1] - v[c]);
        final float vd = v[d] + fx * (v[d + 1] - v[d]);
        final float near = va + fy * (vb - va);
        final float far = vc + fy * (vd - vc);
        return near + fz * (far - near);
    }
}
