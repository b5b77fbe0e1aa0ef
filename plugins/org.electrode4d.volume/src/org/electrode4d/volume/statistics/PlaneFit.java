// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.electrode4d.volume.Point;

/**
 * The plane through a surface by total least squares: through the centroid, and its normal is the eigenvector of the
 * smallest eigenvalue of the points' covariance. Points further than three robust standard deviations (1.4826 times the
 * median distance) and half a voxel are left out, again and again until none comes or goes, {@value #ROUNDS} times at
 * most. Points count by their weights.
 */
public final class PlaneFit {

    private static final double TO_DEVIATION = 1.4826;
    private static final double FAR = 3;
    private static final int ROUNDS = 20;
    private static final int CLUSTER = 8;
    private static final double ON_A_LINE = 1e-9;

    private final HeightMap surface;
    private final BitSet used = new BitSet();
    private final long known;
    private double[] centroid;
    private double[] normal;
    private boolean isLine;

    private PlaneFit(final HeightMap surface) {
        this.surface = surface;
        for (int i = 0; i < surface.heights().length; i++) {
            used.set(i, surface.isKnown(i));
        }
        known = used.cardinality();
    }

    /**
     * Fits a plane.
     *
     * @param least number of points below which there is no fit: see {@link #points()} and {@link #isLine()} before
     *            anything else is asked
     */
    public static PlaneFit of(final HeightMap surface, final double least) {
        final PlaneFit fit = new PlaneFit(surface);
        boolean changes = true;
        for (int round = 0; round < ROUNDS && changes; round++) {
            if (fit.points() < least || !fit.solve()) {
                return fit;
            }
            changes = fit.select();
        }
        fit.solve();
        return fit;
    }

    /** The number of points that the plane was fitted to. */
    public long points() {
        return used.cardinality();
    }

    /** Whether the columns of the points lie on a line, through which there is no single plane. */
    public boolean isLine() {
        return isLine;
    }

    /** µm from the centre of the first voxel. */
    public Point centroid() {
        return new Point(centroid[0], centroid[1], centroid[2]);
    }

    /** Of length one, towards larger z. */
    public Point normal() {
        final double sign = normal[2] < 0 ? -1 : 1;
        return new Point(sign * normal[0], sign * normal[1], sign * normal[2]);
    }

    /** Part of the columns with a surface that were left out, 0 to 1. */
    public double outliers() {
        return 1 - used.cardinality() / (double)known;
    }

    /** Root of the mean squared distance of the points to the plane, in µm. */
    public double roughness() {
        double squares = 0;
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            squares += distance(i) * distance(i);
        }
        return Math.sqrt(squares / used.cardinality());
    }

    /**
     * Standard deviations of the tilts about x and y (radian) and of z at the centroid (µm), from the scatter of the
     * means of eight by eight columns, since neighbours err together.
     */
    public Point uncertainty() {
        final int across = (surface.columnsX() + CLUSTER - 1) / CLUSTER;
        final double[] sums = new double[across * ((surface.columnsY() + CLUSTER - 1) / CLUSTER)];
        final int[] counts = new int[sums.length];
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            final int cluster = i / surface.columnsX() / CLUSTER * across + i % surface.columnsX() / CLUSTER;
            sums[cluster] += distance(i);
            counts[cluster]++;
        }
        double squares = 0;
        double clusters = 0;
        double xx = 0;
        double yy = 0;
        for (int c = 0; c < sums.length; c++) {
            if (counts[c] > 0) {
                final double dx = (c % across + 0.5) * CLUSTER * surface.voxelSize().x() - centroid[0];
                final double dy = (c / across + 0.5) * CLUSTER * surface.voxelSize().y() - centroid[1];
                squares += sums[c] * sums[c] / ((double)counts[c] * counts[c]);
                xx += dx * dx;
                yy += dy * dy;
                clusters++;
            }
        }
        final double deviation = Math.sqrt(squares / Math.max(1, clusters - 3));
        return new Point(deviation / Math.sqrt(yy), deviation / Math.sqrt(xx), deviation / Math.sqrt(clusters));
    }

    /** False if there is no single plane. */
    private boolean solve() {
        final float[] weights = surface.weights();
        final double[] sum = new double[3];
        double n = 0;
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            n += weights[i];
            sum[0] += weights[i] * surface.x(i);
            sum[1] += weights[i] * surface.y(i);
            sum[2] += weights[i] * surface.z(i);
        }
        centroid = new double[] {sum[0] / n, sum[1] / n, sum[2] / n};
        final double[][] covariance = new double[3][3];
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            final double[] d =
                {surface.x(i) - centroid[0], surface.y(i) - centroid[1], surface.z(i) - centroid[2]};
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b <= a; b++) {
                    covariance[a][b] += weights[i] * d[a] * d[b] / n;
                    covariance[b][a] = covariance[a][b];
                }
            }
        }
        final double spread = covariance[0][0] * covariance[1][1];
        isLine = !(spread - covariance[0][1] * covariance[0][1] > ON_A_LINE * spread);
        if (!isLine) {
            normal = new EigenDecomposition(new Array2DRowRealMatrix(covariance)).getEigenvector(2).toArray();
        }
        return !isLine;
    }

    private double distance(final int column) {
        return normal[0] * (surface.x(column) - centroid[0]) + normal[1] * (surface.y(column) - centroid[1])
            + normal[2] * (surface.z(column) - centroid[2]);
    }

    /** Chooses the points near the plane anew; false if they are those of before. */
    private boolean select() {
        final float[] distances = new float[used.cardinality()];
        int at = 0;
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            distances[at++] = (float)Math.abs(distance(i));
        }
        Arrays.sort(distances);
        final double limit =
            Math.max(surface.voxelSize().z() / 2, FAR * TO_DEVIATION * distances[distances.length / 2]);
        final BitSet before = (BitSet)used.clone();
        for (int i = 0; i < surface.heights().length; i++) {
            used.set(i, surface.isKnown(i) && Math.abs(distance(i)) <= limit);
        }
        return !used.equals(before);
    }
}
