// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

/**
 * Gaussian smoothing in double, so that differences of neighbours keep all digits that a float has: the order of edges
 * decides the regions, and rounding to 16 bit changes a fifth of them. Weights are cut off at four sigma, and the image
 * is mirrored at its border (edge voxels twice), as scikit-image does. Values that are not finite stay so and are left
 * out of the means of others.
 */
final class Smoothing {

    private final double[] kernel;
    private final int radius;

    Smoothing(final double sigma) {
        radius = (int)(4 * sigma + 0.5);
        kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = radius == 0 ? 1 : Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + radius];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
    }

    /** Smooths a plane along both axes, in place. */
    void plane(final float[] values, final int sizeX, final int sizeY) {
        smooth(values, field -> alongRows(acrossRows(field, sizeX, sizeY), sizeX));
    }

    /** Smooths across rows, in place: each column of {@code rows} rows by itself. */
    void columns(final float[] values, final int sizeX, final int rows) {
        smooth(values, field -> acrossRows(field, sizeX, rows));
    }

    private interface Filter {
        double[] apply(double[] field);
    }

    private void smooth(final float[] values, final Filter filter) {
        if (radius == 0) {
            return;
        }
        final double[] field = new double[values.length];
        double[] weights = null;
        for (int i = 0; i < values.length; i++) {
            if (Float.isFinite(values[i])) {
                field[i] = values[i];
            } else {
                weights = weights == null ? new double[values.length] : weights;
                weights[i] = 1;
            }
        }
        final double[] smooth = filter.apply(field);
        final double[] missing = weights == null ? null : filter.apply(weights);
        for (int i = 0; i < values.length; i++) {
            if (Float.isFinite(values[i])) {
                values[i] = (float)(missing == null ? smooth[i] : smooth[i] / (1 - missing[i]));
            }
        }
    }

    private double[] acrossRows(final double[] field, final int sizeX, final int rows) {
        final double[] sums = new double[field.length];
        for (int y = 0; y < rows; y++) {
            for (int k = -radius; k <= radius; k++) {
                final int from = mirrored(y + k, rows) * sizeX;
                final int to = y * sizeX;
                final double weight = kernel[k + radius];
                for (int x = 0; x < sizeX; x++) {
                    sums[to + x] += weight * field[from + x];
                }
            }
        }
        return sums;
    }

    private double[] alongRows(final double[] field, final int sizeX) {
        final double[] sums = new double[field.length];
        final double[] row = new double[sizeX + 2 * radius];
        for (int start = 0; start < field.length; start += sizeX) {
            System.arraycopy(field, start, row, radius, sizeX);
            for (int i = 0; i < radius; i++) {
                row[i] = field[start + mirrored(i - radius, sizeX)];
                row[radius + sizeX + i] = field[start + mirrored(sizeX + i, sizeX)];
            }
            for (int k = 0; k < kernel.length; k++) {
                final double weight = kernel[k];
                for (int x = 0; x < sizeX; x++) {
                    sums[start + x] += weight * row[x + k];
                }
            }
        }
        return sums;
    }

    /** The place inside that a place outside shows: edge voxels are seen twice. */
    private static int mirrored(final int index, final int size) {
        final int period = Math.floorMod(index, 2 * size);
        return period < size ? period : 2 * size - 1 - period;
    }
}
