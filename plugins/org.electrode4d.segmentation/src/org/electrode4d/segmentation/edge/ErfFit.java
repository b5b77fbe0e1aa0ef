// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

import java.util.Optional;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.Pair;

/**
 * An edge blurred by a Gaussian, {@code m + c/2 erf((s - s0) / (sigma sqrt 2))}, fitted to a profile by least squares
 * (Levenberg-Marquardt).
 *
 * @param middle m, the mean of both sides
 * @param contrast c, what comes after the edge minus what is before it
 * @param position s0, in the unit of the profile
 * @param sigma greater than zero, in the unit of the profile
 * @param residual root mean square of the differences between profile and fit
 */
record ErfFit(double middle, double contrast, double position, double sigma, double residual) {

    /** Full width at half maximum of a Gaussian in sigmas, 2 sqrt(2 ln 2). */
    static final double FWHM = 2 * Math.sqrt(2 * Math.log(2));

    private static final double SQRT_2 = Math.sqrt(2);
    private static final int MOST_STEPS = 200;

    /**
     * Fits a profile.
     *
     * @param places ascending
     * @param sigma to begin with
     * @return empty where the fit does not converge
     */
    static Optional<ErfFit> of(final double[] places, final double[] values, final double sigma) {
        final double first = end(values, 0);
        final double last = end(values, values.length - values.length / 5);
        final double[] start = {(first + last) / 2, last - first, crossing(places, values, (first + last) / 2), sigma};
        try {
            final LeastSquaresOptimizer.Optimum optimum = new LevenbergMarquardtOptimizer().optimize(
                new LeastSquaresBuilder().start(start).target(values).model(p -> model(places, p))
                    .maxEvaluations(MOST_STEPS).maxIterations(MOST_STEPS).build());
            final RealVector p = optimum.getPoint();
            final double width = p.getEntry(3);
            final ErfFit fit = new ErfFit(p.getEntry(0), Math.signum(width) * p.getEntry(1), p.getEntry(2),
                Math.abs(width), optimum.getRMS());
            return Double.isFinite(fit.sigma + fit.contrast + fit.position) ? Optional.of(fit) : Optional.empty();
        } catch (MathIllegalStateException e) {
            return Optional.empty(); // too many steps: the profile is not that of an edge
        }
    }

    private static double end(final double[] values, final int from) {
        double sum = 0;
        final int count = values.length / 5;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    /** Where the profile passes a level nearest to its middle; the middle where it does not. */
    static double crossing(final double[] places, final double[] values, final double level) {
        final double centre = (places[0] + places[places.length - 1]) / 2;
        double best = Double.NaN;
        for (int i = 0; i + 1 < values.length; i++) {
            final double here = values[i] - level;
            final double there = values[i + 1] - level;
            if (here * there < 0 || here == 0) {
                final double place = places[i] + (here == 0 ? 0 : here / (here - there)) * (places[i + 1] - places[i]);
                best = Double.isNaN(best) || Math.abs(place - centre) < Math.abs(best - centre) ? place : best;
            }
        }
        return Double.isNaN(best) ? centre : best;
    }

    double value(final double place) {
        return middle + contrast / 2 * Erf.erf((place - position) / (sigma * SQRT_2));
    }

    double fwhm() {
        return FWHM * sigma;
    }

    private static Pair<RealVector, RealMatrix> model(final double[] places,
        final RealVector p) {
        final double sigma = p.getEntry(3);
        final double[] values = new double[places.length];
        final double[][] slopes = new double[places.length][4];
        for (int i = 0; i < places.length; i++) {
            final double u = (places[i] - p.getEntry(2)) / (sigma * SQRT_2);
            final double erf = Erf.erf(u);
            final double bell = p.getEntry(1) / Math.sqrt(Math.PI) * Math.exp(-u * u);
            values[i] = p.getEntry(0) + p.getEntry(1) / 2 * erf;
            slopes[i][0] = 1;
            slopes[i][1] = erf / 2;
            slopes[i][2] = -bell / (sigma * SQRT_2);
            slopes[i][3] = -bell * u / sigma;
        }
        return new Pair<>(new ArrayRealVector(values, false), new Array2DRowRealMatrix(slopes, false));
    }
}
