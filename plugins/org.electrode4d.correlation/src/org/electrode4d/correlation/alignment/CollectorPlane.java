// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.electrode4d.correlation.CorrelationException;
import org.electrode4d.correlation.ElectrodeDepth.Collector;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * The plane through the side of the collector that faces the electrode: total least squares, that is the plane through
 * the centroid whose normal is the eigenvector of the smallest eigenvalue of the points' covariance. Points further
 * than three robust standard deviations (1.4826 times the median distance) and half a voxel are left out, again and
 * again until none comes or goes. Points count by the height of the grey step that they were found at.
 *
 * @param centroid µm from the centre of the first voxel
 * @param normal of length one, from the collector into the electrode
 * @param roughness root of the mean squared distance of the points to the plane, in µm
 * @param points that the plane was fitted to
 * @param outliers part of the columns with a surface that were left out, 0 to 1
 * @param uncertainty standard deviations of the tilts about x and y (radian) and of z at the centroid (µm), from the
 *     scatter of the means of eight by eight columns, since neighbours err together
 * @param subVoxel whether the surface was found between voxels, by grey values, and not only as the faces of a mask
 */
public record CollectorPlane(Point centroid, Point normal, double roughness, long points, double outliers,
    Point uncertainty, boolean subVoxel) {

    private static final double TO_DEVIATION = 1.4826;
    private static final double FAR = 3;
    private static final int ROUNDS = 20;
    private static final int LEAST_POINTS = 12;
    private static final int CLUSTER = 8;

    /** The angle between the normal and the z axis, in degrees. */
    public double tilt() {
        return Math.toDegrees(Math.atan2(Math.hypot(normal.x(), normal.y()), Math.abs(normal.z())));
    }

    /** z of the plane at a place, all in µm from the centre of the first voxel. */
    public double z(final double x, final double y) {
        return centroid.z() - (normal.x() * (x - centroid.x()) + normal.y() * (y - centroid.y())) / normal.z();
    }

    /**
     * Fits a plane to the surface of the collector in a volume.
     *
     * @throws CorrelationException if there are too few columns with a surface
     */
    static CollectorPlane of(final CollectorSurface surface, final Volume volume) {
        return new Fit(surface, volume).run(surface);
    }

    private static final class Fit {

        private final float[] heights;
        private final float[] weights;
        private final int nx;
        private final int ny;
        private final VoxelSize size;
        private final Volume volume;
        private final BitSet used = new BitSet();
        private final long known;
        private double[] centroid;
        private double[] normal;

        Fit(final CollectorSurface surface, final Volume volume) {
            heights = surface.heights();
            weights = surface.steps();
            this.volume = volume;
            final Shape shape = volume.shape();
            nx = (int)shape.x();
            ny = (int)shape.y();
            size = volume.voxelSize();
            for (int i = 0; i < heights.length; i++) {
                used.set(i, heights[i] == heights[i]);
            }
            known = used.cardinality();
        }

        CollectorPlane run(final CollectorSurface surface) {
            for (int round = 0; round < ROUNDS; round++) {
                if (used.cardinality() < Math.max(LEAST_POINTS, Math.sqrt(heights.length))) {
                    throw new CorrelationException("The collector's surface was found in only " + used.cardinality()
                        + " of " + heights.length + " columns of " + volume.name() + ". Give a mask of the collector, "
                        + "or a threshold, or crop the scan so that the collector fills one of the faces across z.");
                }
                solve();
                if (!select()) {
                    break;
                }
            }
            solve();
            final double sign = (normal[2] > 0) == (surface.end() == Collector.FIRST_SLICE) ? 1 : -1;
            return new CollectorPlane(new Point(centroid[0], centroid[1], centroid[2]),
                new Point(sign * normal[0], sign * normal[1], sign * normal[2]), roughness(), used.cardinality(),
                1 - used.cardinality() / (double)known, uncertainty(), surface.subVoxel());
        }

        private double x(final int i) {
            return i % nx * size.x();
        }

        private double y(final int i) {
            return i / nx * size.y();
        }

        private double z(final int i) {
            return heights[i] * size.z();
        }

        private void solve() {
            final double[] sum = new double[3];
            double n = 0;
            for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
                n += weights[i];
                sum[0] += weights[i] * x(i);
                sum[1] += weights[i] * y(i);
                sum[2] += weights[i] * z(i);
            }
            centroid = new double[] {sum[0] / n, sum[1] / n, sum[2] / n};
            final double[][] covariance = new double[3][3];
            for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
                final double[] d = {x(i) - centroid[0], y(i) - centroid[1], z(i) - centroid[2]};
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b <= a; b++) {
                        covariance[a][b] += weights[i] * d[a] * d[b] / n;
                        covariance[b][a] = covariance[a][b];
                    }
                }
            }
            if (nx < 2 || ny < 2 || !(covariance[0][0] > 0 && covariance[1][1] > 0)) {
                throw new CorrelationException("The columns of " + volume.name() + " in which the collector was found "
                    + "lie on a line; no plane goes through a line alone. Use a wider part of the scan.");
            }
            normal = new EigenDecomposition(new Array2DRowRealMatrix(covariance)).getEigenvector(2).toArray();
        }

        private double distance(final int i) {
            return normal[0] * (x(i) - centroid[0]) + normal[1] * (y(i) - centroid[1])
                + normal[2] * (z(i) - centroid[2]);
        }

        /** Chooses the points near the plane anew; false if they are those of before. */
        private boolean select() {
            final float[] distances = new float[used.cardinality()];
            int at = 0;
            for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
                distances[at++] = (float)Math.abs(distance(i));
            }
            Arrays.sort(distances);
            final double limit = Math.max(size.z() / 2, FAR * TO_DEVIATION * distances[distances.length / 2]);
            final BitSet before = (BitSet)used.clone();
            for (int i = 0; i < heights.length; i++) {
                used.set(i, heights[i] == heights[i] && Math.abs(distance(i)) <= limit);
            }
            return !used.equals(before);
        }

        private Point uncertainty() {
            final int across = (nx + CLUSTER - 1) / CLUSTER;
            final double[] sums = new double[across * ((ny + CLUSTER - 1) / CLUSTER)];
            final int[] counts = new int[sums.length];
            for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
                final int cluster = i / nx / CLUSTER * across + i % nx / CLUSTER;
                sums[cluster] += distance(i);
                counts[cluster]++;
            }
            double squares = 0;
            double clusters = 0;
            double xx = 0;
            double yy = 0;
            for (int c = 0; c < sums.length; c++) {
                if (counts[c] > 0) {
                    final double dx = (c % across + 0.5) * CLUSTER * size.x() - centroid[0];
                    final double dy = (c / across + 0.5) * CLUSTER * size.y() - centroid[1];
                    squares += sums[c] * sums[c] / ((double)counts[c] * counts[c]);
                    xx += dx * dx;
                    yy += dy * dy;
                    clusters++;
                }
            }
            final double deviation = Math.sqrt(squares / Math.max(1, clusters - 3));
            return new Point(deviation / Math.sqrt(yy), deviation / Math.sqrt(xx), deviation / Math.sqrt(clusters));
        }

        private double roughness() {
            double squares = 0;
            for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
                squares += distance(i) * distance(i);
            }
            return Math.sqrt(squares / used.cardinality());
        }
    }
}
