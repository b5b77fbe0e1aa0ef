// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.electrode4d.volume.Point;

/**
 * Smooth motion that known displacements tell: at any place the affine motion that fits those of the nearest
 * {@value #NEIGHBOURS} places best, in the sense of least squares with weights that fall with the distance (Gauss, as
 * wide as the neighbours reach) and with the misfit (Cauchy), so that a wrong displacement among them hardly counts.
 * With fewer than {@value #LEAST_AFFINE} neighbours it is the median of their displacements. Lengths are µm.
 */
final class LocalMotion {

    private static final int NEIGHBOURS = 16;
    private static final int LEAST_AFFINE = 8;
    private static final int ITERATIONS = 5;
    /** Of the mean square of the distances; holds gradients at zero along axes in which neighbours do not differ. */
    private static final double RIDGE = 1e-2;

    private final List<Point> places;
    private final List<Point> displacements;
    private final PointIndex index;
    private final double least;

    /** @param least misfit below which all displacements count alike */
    LocalMotion(final List<Point> places, final List<Point> displacements, final double least) {
        this.places = places;
        this.displacements = displacements;
        this.least = least;
        index = new PointIndex(places);
    }

    /**
     * The displacement of a place; none where nothing is known.
     *
     * @param except the number of a known displacement that does not count, so that none confirms itself; -1 for none
     */
    Point at(final Point place, final int except) {
        final List<Integer> near = index.nearest(place, NEIGHBOURS, except);
        if (near.isEmpty()) {
            return Point.ORIGIN;
        }
        final Point median = median(near);
        return near.size() < LEAST_AFFINE ? median : affine(place, near, median);
    }

    private Point median(final List<Integer> near) {
        return new Point(Robust.median(near.stream().mapToDouble(i -> displacements.get(i).x()).toArray()),
            Robust.median(near.stream().mapToDouble(i -> displacements.get(i).y()).toArray()),
            Robust.median(near.stream().mapToDouble(i -> displacements.get(i).z()).toArray()));
    }

    private Point affine(final Point place, final List<Integer> near, final Point begin) {
        final int n = near.size();
        final double reach = places.get(near.get(n - 1)).distance(place);
        final double[][] rows = new double[n][];
        final double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            final Point r = places.get(near.get(i)).minus(place).times(reach > 0 ? 1 / reach : 0);
            rows[i] = new double[] {1, r.x(), r.y(), r.z()};
            weights[i] = Math.exp(-r.dot(r));
        }
        double[][] model = {{begin.x(), begin.y(), begin.z()}, new double[3], new double[3], new double[3]};
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            model = fit(rows, near, reweighted(rows, near, model, weights));
        }
        return new Point(model[0][0], model[0][1], model[0][2]);
    }

    private double[] reweighted(final double[][] rows, final List<Integer> near, final double[][] model,
        final double[] weights) {
        final double[] misfit = new double[rows.length];
        for (int i = 0; i < misfit.length; i++) {
            final double[] d = components(displacements.get(near.get(i)));
            for (int axis = 0; axis < 3; axis++) {
                double r = d[axis];
                for (int j = 0; j < 4; j++) {
                    r -= rows[i][j] * model[j][axis];
                }
                misfit[i] = Math.hypot(misfit[i], r);
            }
        }
        final double scale = Math.max(least, Robust.median(misfit));
        final double[] result = weights.clone();
        for (int i = 0; i < result.length; i++) {
            final double ratio = scale > 0 ? misfit[i] / scale : 0;
            result[i] /= 1 + ratio * ratio;
        }
        return result;
    }

    /** Coefficients by axis: of 1 and of the three distances. */
    private double[][] fit(final double[][] rows, final List<Integer> near, final double[] weights) {
        final double[][] normal = new double[4][4];
        final double[][] right = new double[4][3];
        for (int i = 0; i < rows.length; i++) {
            final double[] d = components(displacements.get(near.get(i)));
            for (int j = 0; j < 4; j++) {
                for (int k = 0; k < 4; k++) {
                    normal[j][k] += weights[i] * rows[i][j] * rows[i][k];
                }
                for (int axis = 0; axis < 3; axis++) {
                    right[j][axis] += weights[i] * rows[i][j] * d[axis];
                }
            }
        }
        final double ridge = RIDGE * (normal[1][1] + normal[2][2] + normal[3][3]) / 3 + 1e-12 * normal[0][0];
        for (int j = 1; j < 4; j++) {
            normal[j][j] += ridge;
        }
        final RealMatrix matrix = new Array2DRowRealMatrix(normal, false);
        return new CholeskyDecomposition(matrix, 1e-9, 0).getSolver().solve(new Array2DRowRealMatrix(right, false))
            .getData();
    }

    private static double[] components(final Point point) {
        return new double[] {point.x(), point.y(), point.z()};
    }
}
