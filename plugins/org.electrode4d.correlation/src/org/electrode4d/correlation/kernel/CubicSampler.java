// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

/** Cubic B-spline interpolation from the 64 coefficients around a point. */
public final class CubicSampler implements RowSampler {

    /** Where a volume ends, a spline has to guess its curvature; two voxels further in that no longer matters. */
    private static final int MARGIN = 2;

    private final Patch patch;
    private final TrilinearSampler holes;
    private final float[] c;
    private final int lastX;
    private final int lastY;
    private final int lastZ;
    private final int stepY;
    private final int stepZ;

    public CubicSampler(final SplineCoefficients coefficients) {
        patch = coefficients.patch();
        holes = patch.hasHoles() ? new TrilinearSampler(patch) : null;
        c = coefficients.values();
        lastX = patch.block().sizeX() - 2;
        lastY = patch.block().sizeY() - 2;
        lastZ = patch.block().sizeZ() - 2;
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
        if (holes == null) {
            for (int i = from; i < to; i++) {
                values[i] = at(start[0] + i * step[0], start[1] + i * step[1], start[2] + i * step[2]);
            }
        } else {
            holes.sample(start, step, from, to, values);
            for (int i = from; i < to; i++) {
                values[i] = values[i] == values[i]
                    ? at(start[0] + i * step[0], start[1] + i * step[1], start[2] + i * step[2]) : Float.NaN;
            }
        }
    }

    private float at(final double x, final double y, final double z) {
        final int ix = Math.min((int)x, lastX);
        final int iy = Math.min((int)y, lastY);
        final int iz = Math.min((int)z, lastZ);
        final float u = (float)(x - ix);
        final float v = (float)(y - iy);
        final float w = (float)(z - iz);
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
        final int o = iz * stepZ + iy * stepY + ix;
        final float sum = d0 * plane(o, a0, a1, a2, a3, b0, b1, b2, b3)
            + d1 * plane(o + stepZ, a0, a1, a2, a3, b0, b1, b2, b3)
            + d2 * plane(o + 2 * stepZ, a0, a1, a2, a3, b0, b1, b2, b3)
            + d3 * plane(o + 3 * stepZ, a0, a1, a2, a3, b0, b1, b2, b3);
        return sum * (1f / 216);
    }

    /** Nine arguments, because anything else would allocate once per plane of every voxel. */
    private float plane(final int o, final float a0, final float a1, final float a2, final float a3, final float b0,
        final float b1, final float b2, final float b3) {
        return b0 * line(o, a0, a1, a2, a3) + b1 * line(o + stepY, a0, a1, a2, a3)
            + b2 * line(o + 2 * stepY, a0, a1, a2, a3) + b3 * line(o + 3 * stepY, a0, a1, a2, a3);
    }

    private float line(final int o, final float a0, final float a1, final float a2, final float a3) {
        return a0 * c[o] + a1 * c[o + 1] + a2 * c[o + 2] + a3 * c[o + 3];
    }
}
