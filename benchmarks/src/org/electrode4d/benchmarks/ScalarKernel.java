// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import org.electrode4d.volume.Block;

/**
 * The sums of one Gauss-Newton iteration as one would first write them: a loop over voxels, every voxel sampled by
 * itself at its own place, twelve steepest-descent values each, sums in double. The measure for the row form.
 */
final class ScalarKernel {

    /** Parameters of an affine map. */
    private static final int FREE = 12;
    private static final double POLE = Math.sqrt(3) - 2;
    private static final int FADED = 24;

    private final float[] reference;
    private final float[] deformed;
    private final float[] coefficients;
    private final float[][] gradient = new float[3][];
    private final int edge;
    private final Block window;
    private final double[] centre;
    private final float shift;

    /** What the samplers give for one place. */
    @FunctionalInterface
    private interface Sampler {
        float at(double x, double y, double z);
    }

    /**
     * @param reference a cube of {@code edge}³ values, x fastest; likewise the deformed volume
     * @param shift taken off all grey values
     */
    ScalarKernel(final float[] reference, final float[] deformed, final int edge, final Block window,
        final float shift) {
        this.reference = reference;
        this.deformed = deformed;
        this.edge = edge;
        this.window = window;
        this.shift = shift;
        centre = new double[] {window.minX() + (window.sizeX() - 1) / 2.0, window.minY() + (window.sizeY() - 1) / 2.0,
            window.minZ() + (window.sizeZ() - 1) / 2.0};
        coefficients = spline(deformed, edge);
        for (int axis = 0; axis < 3; axis++) {
            gradient[axis] = gradient(axis);
        }
    }

    /** The matrix of the steepest-descent images, 12 x 12, upper triangle. */
    double[] hessian() {
        final double[] h = new double[FREE * FREE];
        final double[] s = new double[FREE];
        for (int z = (int)window.minZ(); z < window.endZ(); z++) {
            for (int y = (int)window.minY(); y < window.endY(); y++) {
                for (int x = (int)window.minX(); x < window.endX(); x++) {
                    descent(x, y, z, s);
                    for (int m = 0; m < FREE; m++) {
                        for (int p = m; p < FREE; p++) {
                            h[FREE * m + p] += s[m] * s[p];
                        }
                    }
                }
            }
        }
        return h;
    }

    /**
     * @param map F row-major, then u, about the centre of the window
     * @return f, ff, g, gg, fg, then the sums of s, s f and s g
     */
    double[] iteration(final double[] map, final boolean cubic) {
        return cubic ? iteration(map, this::cubic) : iteration(map, this::trilinear);
    }

    private double[] iteration(final double[] map, final Sampler sampler) {
        final double[] sums = new double[5 + 3 * FREE];
        final double[] s = new double[FREE];
        for (int z = (int)window.minZ(); z < window.endZ(); z++) {
            for (int y = (int)window.minY(); y < window.endY(); y++) {
                for (int x = (int)window.minX(); x < window.endX(); x++) {
                    final double dx = x - centre[0];
                    final double dy = y - centre[1];
                    final double dz = z - centre[2];
                    final float g = sampler.at(centre[0] + map[9] + map[0] * dx + map[1] * dy + map[2] * dz,
                        centre[1] + map[10] + map[3] * dx + map[4] * dy + map[5] * dz,
                        centre[2] + map[11] + map[6] * dx + map[7] * dy + map[8] * dz) - shift;
                    final float f = reference[(z * edge + y) * edge + x] - shift;
                    descent(x, y, z, s);
                    sums[0] += f;
                    sums[1] += f * f;
                    sums[2] += g;
                    sums[3] += g * g;
                    sums[4] += f * g;
                    for (int m = 0; m < FREE; m++) {
                        sums[5 + m] += s[m];
                        sums[5 + FREE + m] += s[m] * f;
                        sums[5 + 2 * FREE + m] += s[m] * g;
                    }
                }
            }
        }
        return sums;
    }

    private void descent(final int x, final int y, final int z, final double[] s) {
        final int at = (z * edge + y) * edge + x;
        final double dx = x - centre[0];
        final double dy = y - centre[1];
        final double dz = z - centre[2];
        for (int axis = 0; axis < 3; axis++) {
            final double slope = gradient[axis][at];
            s[4 * axis] = dx * slope;
            s[4 * axis + 1] = dy * slope;
            s[4 * axis + 2] = dz * slope;
            s[4 * axis + 3] = slope;
        }
    }

    /** Central differences along an axis, weighted 1, 2, 1 along the two others; once, as in the row form. */
    private float[] gradient(final int axis) {
        final int[] steps = {1, edge, edge * edge};
        final int across = steps[(axis + 1) % 3];
        final int other = steps[(axis + 2) % 3];
        final int rim = 1 + edge + edge * edge;
        final float[] slopes = new float[reference.length];
        for (int i = rim; i < slopes.length - rim; i++) {
            float sum = 0;
            for (int j = -1; j <= 1; j++) {
                for (int k = -1; k <= 1; k++) {
                    final int at = i + j * across + k * other;
                    sum += (2 - Math.abs(j)) * (2 - Math.abs(k)) * (reference[at + steps[axis]]
                        - reference[at - steps[axis]]);
                }
            }
            slopes[i] = sum / 32;
        }
        return slopes;
    }

    private float trilinear(final double x, final double y, final double z) {
        final int ix = (int)x;
        final int iy = (int)y;
        final int iz = (int)z;
        final float fx = (float)(x - ix);
        final float fy = (float)(y - iy);
        final float fz = (float)(z - iz);
        float sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            final int cx = corner & 1;
            final int cy = corner >> 1 & 1;
            final int cz = corner >> 2;
            sum += (cx == 0 ? 1 - fx : fx) * (cy == 0 ? 1 - fy : fy) * (cz == 0 ? 1 - fz : fz)
                * deformed[((iz + cz) * edge + iy + cy) * edge + ix + cx];
        }
        return sum;
    }

    private float cubic(final double x, final double y, final double z) {
        final int ix = (int)x;
        final int iy = (int)y;
        final int iz = (int)z;
        float sum = 0;
        for (int k = 0; k < 4; k++) {
            final float wz = weight(k, (float)(z - iz));
            for (int j = 0; j < 4; j++) {
                final float wy = wz * weight(j, (float)(y - iy));
                final int row = ((iz + k - 1) * edge + iy + j - 1) * edge + ix - 1;
                for (int i = 0; i < 4; i++) {
                    sum += wy * weight(i, (float)(x - ix)) * coefficients[row + i];
                }
            }
        }
        return sum;
    }

    /** The cubic B-spline of the coefficient before the one before a place, and so on; t from the one before. */
    private static float weight(final int tap, final float t) {
        return switch (tap) {
            case 0 -> (1 - t) * (1 - t) * (1 - t) / 6;
            case 1 -> (4 + t * t * (3 * t - 6)) / 6;
            case 2 -> (4 + (1 - t) * (1 - t) * (3 * (1 - t) - 6)) / 6;
            default -> t * t * t / 6;
        };
    }

    private static float[] spline(final float[] values, final int edge) {
        final float[] c = values.clone();
        for (int axis = 0; axis < 3; axis++) {
            final int step = axis == 0 ? 1 : axis == 1 ? edge : edge * edge;
            for (int i = 0; i < c.length; i++) {
                if (i / step % edge == 0) {
                    filter(c, i, step, edge);
                }
            }
        }
        return c;
    }

    /** Unser 1999, box 2, mirrored; away from the faces the same as for any other boundary. */
    private static void filter(final float[] c, final int first, final int step, final int count) {
        final double[] line = new double[count];
        for (int k = FADED; k >= 0; k--) {
            line[0] = 6 * c[first + k * step] + POLE * line[0];
        }
        for (int k = 1; k < count; k++) {
            line[k] = 6 * c[first + k * step] + POLE * line[k - 1];
        }
        line[count - 1] = POLE / (POLE * POLE - 1) * (line[count - 1] + POLE * line[count - 2]);
        for (int k = count - 2; k >= 0; k--) {
            line[k] = POLE * (line[k + 1] - line[k]);
        }
        for (int k = 0; k < count; k++) {
            c[first + k * step] = (float)line[k];
        }
    }
}
