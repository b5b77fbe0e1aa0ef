// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Natural cubic smoothing splines through profiles with equally spaced places (C. H. Reinsch, Numer. Math. 10, 1967):
 * smallest {@code sum (y - f)² + lambda integral f''²}, with lambda by generalised cross-validation (P. Craven and G.
 * Wahba, Numer. Math. 31, 1979). Effective parameters weigh twice there (C. Gu, "Smoothing Spline ANOVA Models", 2013,
 * takes 1.2 to 1.4): two samples per voxel share noise, which would be taken for signal. One object serves all
 * profiles of a length; cost n³ once and n² per lambda.
 */
final class SmoothingSpline {

    private static final double WEIGHT = 2;
    private static final double FIRST = -6;
    private static final double LAST = 6;
    private static final double STEP = 0.1;

    private final int count;
    private final double spacing;
    private final double[][] vectors;
    private final double[] roughness;

    /** @param spacing of the places */
    SmoothingSpline(final int count, final double spacing) {
        this.count = count;
        this.spacing = spacing;
        final RealMatrix second = new Array2DRowRealMatrix(count, count - 2);
        final RealMatrix mass = new Array2DRowRealMatrix(count - 2, count - 2);
        for (int i = 0; i < count - 2; i++) {
            second.setEntry(i, i, 1);
            second.setEntry(i + 1, i, -2);
            second.setEntry(i + 2, i, 1);
            mass.setEntry(i, i, 2 / 3.0);
            if (i > 0) {
                mass.setEntry(i, i - 1, 1 / 6.0);
                mass.setEntry(i - 1, i, 1 / 6.0);
            }
        }
        final RealMatrix inverse = new LUDecomposition(mass).getSolver().getInverse();
        final RealMatrix penalty = second.multiply(inverse).multiply(second.transpose());
        final EigenDecomposition eigen = new EigenDecomposition(penalty.add(penalty.transpose()).scalarMultiply(0.5));
        vectors = eigen.getVT().getData();
        roughness = eigen.getRealEigenvalues();
    }

    /** The lambda with the smallest score of cross-validation. */
    double lambda(final double[] values) {
        final double[] parts = parts(values);
        double best = Double.POSITIVE_INFINITY;
        double lambda = 0;
        for (double exponent = FIRST; exponent <= LAST; exponent += STEP) {
            final double score = crossValidation(parts, Math.pow(10, exponent));
            if (score < best) {
                best = score;
                lambda = Math.pow(10, exponent);
            }
        }
        return lambda;
    }

    /** The values of the spline at the places. */
    double[] smooth(final double[] values, final double lambda) {
        final double[] parts = parts(values);
        final double[] smooth = new double[count];
        for (int i = 0; i < count; i++) {
            final double part = parts[i] / (1 + lambda * Math.max(0, roughness[i]));
            for (int j = 0; j < count; j++) {
                smooth[j] += vectors[i][j] * part;
            }
        }
        return smooth;
    }

    private double[] parts(final double[] values) {
        final double[] parts = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                parts[i] += vectors[i][j] * values[j];
            }
        }
        return parts;
    }

    private double crossValidation(final double[] parts, final double lambda) {
        double residual = 0;
        double parameters = 0;
        for (int i = 0; i < count; i++) {
            final double kept = 1 / (1 + lambda * Math.max(0, roughness[i]));
            residual += (1 - kept) * (1 - kept) * parts[i] * parts[i];
            parameters += kept;
        }
        final double free = 1 - WEIGHT * parameters / count;
        return free <= 0 ? Double.POSITIVE_INFINITY : residual / (free * free);
    }

    /**
     * Full width at half maximum of the derivative's peak, with its sides by interpolation.
     *
     * @param smooth values of the spline, as {@link #smooth} gives them
     * @param rising whether the peak is a rise; a fall else
     * @return NaN where the derivative does not fall to half on both sides
     */
    double peakWidth(final double[] smooth, final boolean rising) {
        final int fine = 32;
        final double[] slopes = slopes(smooth, fine);
        final int sign = rising ? 1 : -1;
        int peak = slopes.length / 4;
        for (int i = peak; i < slopes.length - slopes.length / 4; i++) {
            peak = sign * slopes[i] > sign * slopes[peak] ? i : peak;
        }
        final double half = sign * slopes[peak] / 2;
        final double before = side(slopes, peak, -1, half, sign);
        final double after = side(slopes, peak, 1, half, sign);
        return (after - before) * spacing / fine;
    }

    private static double side(final double[] slopes, final int peak, final int step, final double half,
        final int sign) {
        for (int i = peak; i + step >= 0 && i + step < slopes.length; i += step) {
            final double here = sign * slopes[i];
            final double there = sign * slopes[i + step];
            if (there < half) {
                return i + step * (here - half) / (here - there);
            }
        }
        return Double.NaN;
    }

    /** Derivative per spacing of the natural spline through the values, at so many places per interval. */
    private double[] slopes(final double[] values, final int fine) {
        final double[] curvature = curvature(values);
        final double[] slopes = new double[(count - 1) * fine + 1];
        for (int i = 0; i < slopes.length; i++) {
            final int interval = Math.min(count - 2, i / fine);
            final double t = (i - interval * fine) / (double)fine;
            slopes[i] = values[interval + 1] - values[interval]
                - (3 * (1 - t) * (1 - t) - 1) / 6 * curvature[interval] + (3 * t * t - 1) / 6 * curvature[interval + 1];
        }
        return slopes;
    }

    /** Second derivatives of the natural spline through the values, by elimination. */
    private double[] curvature(final double[] values) {
        final double[] above = new double[count];
        final double[] curvature = new double[count];
        for (int i = 1; i < count - 1; i++) {
            final double right = 6 * (values[i - 1] - 2 * values[i] + values[i + 1]);
            final double pivot = 4 - above[i - 1];
            above[i] = 1 / pivot;
            curvature[i] = (right - curvature[i - 1]) / pivot;
        }
        for (int i = count - 2; i > 0; i--) {
            curvature[i] -= above[i] * curvature[i + 1];
        }
        return curvature;
    }
}
