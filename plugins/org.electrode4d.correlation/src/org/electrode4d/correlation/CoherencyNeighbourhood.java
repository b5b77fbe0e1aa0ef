// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;

/**
 * Displacements around a node, for {@link Coherency}.
 *
 * @param steps from the node to its neighbours, in node spacings
 * @param displacements of the neighbours, in voxels
 * @param own displacement of the node
 */
record CoherencyNeighbourhood(List<double[]> steps, List<double[]> displacements, double[] own) {

    private static final double SOFTENING = 0.1;
    private static final double[] HERE = new double[3];

    /**
     * {@link Coherency.Form#ROBUST}.
     *
     * @param slope median displacement gradient, per spacing; tells outliers before there is a fit
     */
    double robust(final double[] slope) {
        final List<double[]> straightened = new ArrayList<>();
        for (int n = 0; n < steps.size(); n++) {
            straightened.add(difference(displacements.get(n), times(slope, steps.get(n))));
        }
        List<double[]> deviations = differences(straightened, Medians.ofComponents(straightened));
        double[] fitted = own;
        for (int pass = 0; pass < 2; pass++) {
            final double scale = Medians.of(deviations.stream().mapToDouble(CoherencyNeighbourhood::norm).toArray())
                + SOFTENING;
            final WeightedQuadratic fit = fit(deviations, scale * scale);
            deviations = new ArrayList<>();
            for (int n = 0; n < steps.size(); n++) {
                deviations.add(difference(displacements.get(n), fit.at(steps.get(n))));
            }
            fitted = fit.at(HERE);
        }
        return normalised(difference(own, fitted), deviations);
    }

    /** {@link Coherency.Form#SPAM}; the node is one of the neighbours. */
    double spam() {
        final List<double[]> deviations = differences(displacements, Medians.ofComponents(displacements));
        final double scale = deviations.stream().mapToDouble(CoherencyNeighbourhood::norm).average().orElse(0)
            + SOFTENING;
        return normalised(difference(own, fit(deviations, Math.sqrt(scale)).at(HERE)), displacements);
    }

    private WeightedQuadratic fit(final List<double[]> deviations, final double squaredScale) {
        final WeightedQuadratic fit = new WeightedQuadratic();
        for (int n = 0; n < steps.size(); n++) {
            final double r = norm(deviations.get(n));
            fit.add(steps.get(n), Math.exp(-0.5 * r * r / squaredScale), displacements.get(n));
        }
        fit.solve();
        return fit;
    }

    private static double normalised(final double[] deviation, final List<double[]> usual) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            final int component = c;
            final double scale = Medians.of(usual.stream().mapToDouble(v -> Math.abs(v[component])).toArray());
            final double part = deviation[c] / (scale + SOFTENING);
            sum += part * part / 3;
        }
        return sum;
    }

    private static List<double[]> differences(final List<double[]> values, final double[] from) {
        return values.stream().map(value -> difference(value, from)).toList();
    }

    private static double[] difference(final double[] a, final double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    private static double[] times(final double[] a, final double[] v) {
        return new double[] {a[0] * v[0] + a[1] * v[1] + a[2] * v[2], a[3] * v[0] + a[4] * v[1] + a[5] * v[2],
            a[6] * v[0] + a[7] * v[1] + a[8] * v[2]};
    }

    private static double norm(final double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
}
