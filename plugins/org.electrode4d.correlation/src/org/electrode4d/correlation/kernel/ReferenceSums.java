// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.stream.IntStream;

/**
 * What the reference window alone contributes. f is the grey value less a constant, d_i f its gradient, x_j the
 * coordinates from the window's centre with x_3 = 1, and m = 4 i + j.
 *
 * @param count voxels that count
 * @param f sum of f
 * @param ff sum of f f
 * @param gradient sums of x_j d_i f, twelve
 * @param weighted sums of x_j d_i f f, twelve
 * @param products sums of d_i f d_k f for (i, k) = xx, xy, xz, yy, yz, zz, each with ten weights 1, x, y, z, xx, xy,
 *     xz, yy, yz, zz
 * @param slopes six sums on a part of the window: the gradient times plain central differences along x, y, z, and its
 *     squares
 */
public record ReferenceSums(double count, double f, double ff, double[] gradient, double[] weighted,
    double[][] products, double[] slopes) {

    private static final int[][] PAIR = {{0, 1, 2}, {1, 3, 4}, {2, 4, 5}};
    private static final int[][] WEIGHT = {{4, 5, 6, 1}, {5, 7, 8, 2}, {6, 8, 9, 3}, {1, 2, 3, 0}};

    /** The sums over two windows that do not overlap. */
    public ReferenceSums plus(final ReferenceSums other) {
        final double[][] all = new double[products.length][];
        for (int pair = 0; pair < all.length; pair++) {
            all[pair] = sum(products[pair], other.products[pair]);
        }
        return new ReferenceSums(count + other.count, f + other.f, ff + other.ff, sum(gradient, other.gradient),
            sum(weighted, other.weighted), all, sum(slopes, other.slopes));
    }

    /**
     * By how much a movement along an axis changes the sums with the gradient more than the gradient's own squares say:
     * 1 for smooth texture, more for texture that the gradient's weights flatten.
     */
    double stiffness(final int axis) {
        final double ratio = slopes[axis] / slopes[3 + axis];
        return ratio > 1 ? ratio : 1;
    }

    /** Entry of the plain Gauss-Newton matrix: sum of x_j d_i f x_l d_k f, with m = 4 i + j and p = 4 k + l. */
    public double matrix(final int m, final int p) {
        return products[PAIR[m / 4][p / 4]][WEIGHT[m % 4][p % 4]];
    }

    static double[] sum(final double[] a, final double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
    }

    static double[] difference(final double[] a, final double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }
}
