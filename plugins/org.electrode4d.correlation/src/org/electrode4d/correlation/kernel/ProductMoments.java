// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Arrays;

/**
 * Sums of products a b over the voxels of a window, weighted with powers of the coordinates up to second order. The
 * sums run over y and z for every x separately, so that the inner loop has neither a reduction nor a branch and the
 * compiler can turn it into vector instructions; x enters at the end. Floats within a plane, doubles across planes.
 */
final class ProductMoments {

    private final int order;
    private final float[] row;
    private final float[] rowY;
    private final float[] rowYy;
    private final double[] c;
    private final double[] cy;
    private final double[] cz;
    private final double[] cyy;
    private final double[] cyz;
    private final double[] czz;

    /** @param order highest power of coordinates, 0 to 2 */
    ProductMoments(final int width, final int order) {
        this.order = order;
        row = new float[width];
        rowY = new float[width];
        rowYy = new float[width];
        c = new double[width];
        cy = new double[width];
        cz = new double[width];
        cyy = new double[width];
        cyz = new double[width];
        czz = new double[width];
    }

    void clear() {
        for (final double[] sums : new double[][] {c, cy, cz, cyy, cyz, czz}) {
            Arrays.fill(sums, 0);
        }
    }

    /** Adds the products of two rows at one y, for x in [from, to). */
    void add(final float[] a, final float[] b, final float y, final int from, final int to) {
        switch (order) {
            case 0 -> addZeroth(a, b, row, from, to);
            case 1 -> addFirst(a, b, y, from, to);
            default -> addSecond(a, b, y, from, to);
        }
    }

    private static void addZeroth(final float[] a, final float[] b, final float[] sum, final int from, final int to) {
        for (int x = from; x < to; x++) {
            sum[x] += a[x] * b[x];
        }
    }

    private void addFirst(final float[] a, final float[] b, final float y, final int from, final int to) {
        final float[] s = row;
        final float[] sy = rowY;
        for (int x = from; x < to; x++) {
            final float product = a[x] * b[x];
            s[x] += product;
            sy[x] += y * product;
        }
    }

    private void addSecond(final float[] a, final float[] b, final float y, final int from, final int to) {
        final float[] s = row;
        final float[] sy = rowY;
        final float[] syy = rowYy;
        final float yy = y * y;
        for (int x = from; x < to; x++) {
            final float product = a[x] * b[x];
            s[x] += product;
            sy[x] += y * product;
            syy[x] += yy * product;
        }
    }

    /** To be called after the rows of each plane. */
    void closePlane(final double z) {
        for (int x = 0; x < row.length; x++) {
            final double plane = row[x];
            c[x] += plane;
            cz[x] += z * plane;
            czz[x] += z * z * plane;
            cy[x] += rowY[x];
            cyz[x] += z * rowY[x];
            cyy[x] += rowYy[x];
        }
        Arrays.fill(row, 0);
        Arrays.fill(rowY, 0);
        Arrays.fill(rowYy, 0);
    }

    /** The plain sum. */
    double sum() {
        double sum = 0;
        for (final double value : c) {
            sum += value;
        }
        return sum;
    }

    /** Adds the sums weighted with x, y, z and 1, with {@code first} the x of the first column, to four entries. */
    void firstOrder(final double first, final double[] into, final int at) {
        for (int i = 0; i < c.length; i++) {
            into[at] += (first + i) * c[i];
            into[at + 1] += cy[i];
            into[at + 2] += cz[i];
            into[at + 3] += c[i];
        }
    }

    /** Adds the sums weighted with 1, x, y, z, xx, xy, xz, yy, yz, zz to ten entries. */
    void secondOrder(final double first, final double[] into) {
        for (int i = 0; i < c.length; i++) {
            final double x = first + i;
            into[0] += c[i];
            into[1] += x * c[i];
            into[2] += cy[i];
            into[3] += cz[i];
            into[4] += x * x * c[i];
            into[5] += x * cy[i];
            into[6] += x * cz[i];
            into[7] += cyy[i];
            into[8] += cyz[i];
            into[9] += czz[i];
        }
    }
}
