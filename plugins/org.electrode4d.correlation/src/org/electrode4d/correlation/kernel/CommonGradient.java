// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import org.electrode4d.volume.Block;

/**
 * What two volumes that lie on each other have in common: sums of products of their steepest-descent images, of the one
 * with itself and of the one with the other, and of those images with the grey values. Noise is in the first, but not
 * in the second, since it differs between two scans; the second therefore tells which movements the sample itself would
 * show.
 */
public final class CommonGradient {

    private static final int GREYS = 6;
    private static final int SCORES = 3;

    private final double[][] basis;
    private final double[] sums;

    /** @param basis degrees of freedom, each as twelve affine parameters */
    public CommonGradient(final double[][] basis) {
        this.basis = basis;
        sums = new double[GREYS + basis.length * (2 * basis.length + SCORES)];
    }

    /**
     * Adds the voxels of a box that are numbers in both, with all their neighbours.
     *
     * @param f reference, at least one voxel larger than the box
     * @param g the other, of the same box
     * @param centre about which the basis is meant, in the volume's coordinates
     */
    public void add(final Patch f, final Patch g, final Block box, final double[] centre) {
        final Gradient ofF = f.gradient();
        final Gradient ofG = g.gradient();
        final int n = basis.length;
        final double[] a = new double[n];
        final double[] b = new double[n];
        final double[] x = new double[4];
        x[3] = 1;
        for (long z = box.minZ(); z < box.endZ(); z++) {
            x[2] = z - centre[2];
            for (long y = box.minY(); y < box.endY(); y++) {
                x[1] = y - centre[1];
                final int first = f.index(box.minX(), y, z);
                for (int i = first; i < first + box.sizeX(); i++) {
                    final float all = ofF.x[i] + ofF.y[i] + ofF.z[i] + ofG.x[i] + ofG.y[i] + ofG.z[i]
                        + f.values()[i] + g.values()[i];
                    if (all == all) {
                        x[0] = box.minX() + (i - first) - centre[0];
                        descent(ofF, i, x, a);
                        descent(ofG, i, x, b);
                        addGreys(f.values()[i], g.values()[i]);
                        addProducts(a, b);
                        addScores(a, f.values()[i], g.values()[i]);
                    }
                }
            }
        }
    }

    private void descent(final Gradient gradient, final int i, final double[] x, final double[] images) {
        for (int mode = 0; mode < images.length; mode++) {
            final double[] p = basis[mode];
            images[mode] = gradient.x[i] * (p[0] * x[0] + p[1] * x[1] + p[2] * x[2] + p[3])
                + gradient.y[i] * (p[4] * x[0] + p[5] * x[1] + p[6] * x[2] + p[7])
                + gradient.z[i] * (p[8] * x[0] + p[9] * x[1] + p[10] * x[2] + p[11]);
        }
    }

    private void addGreys(final double f, final double g) {
        sums[0]++;
        sums[1] += f;
        sums[2] += g;
        sums[3] += f * f;
        sums[4] += g * g;
        sums[5] += f * g;
    }

    private void addProducts(final double[] a, final double[] b) {
        int at = GREYS;
        for (int m = 0; m < a.length; m++) {
            for (int p = 0; p < a.length; p++) {
                sums[at++] += a[m] * a[p];
                sums[at++] += 0.5 * (a[m] * b[p] + b[m] * a[p]);
            }
        }
    }

    private void addScores(final double[] a, final double f, final double g) {
        int at = sums.length - SCORES * a.length;
        for (final double image : a) {
            sums[at++] += image * f;
            sums[at++] += image * g;
            sums[at++] += image;
        }
    }

    /**
     * Count, then sums of f, g, ff, gg, fg, then for every pair of modes the product of f with itself and that of f
     * with g, then for every mode its steepest-descent image of f times f, times g, and times 1. Sums of disjoint boxes
     * may be added.
     */
    public double[] sums() {
        return sums.clone();
    }
}
