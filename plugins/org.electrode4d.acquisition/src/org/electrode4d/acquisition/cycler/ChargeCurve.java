// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.volume.statistics.OrderStatistics;

/**
 * Potential over charge, of the first charge of a cell or of the median of cells.
 *
 * @param charge coulomb since the charge began; never falls
 * @param potential volt, as many
 */
public record ChargeCurve(double[] charge, double[] potential) {

    private static final int POINTS = 101;

    /** The curve of the first charge; rests within it are left out. */
    static ChargeCurve of(final CellPhases phases) {
        final int[] samples = phases.charging();
        final double[] charge = new double[samples.length];
        final double[] potential = new double[samples.length];
        double sum = 0;
        int next = 0;
        for (int i = phases.charge; i < phases.discharge; i++) {
            if (phases.direction(i) == 1) {
                // a counter that steps back by its last digit must not fold the curve
                sum += i == phases.charge ? 0
                    : Math.max(0, phases.series().charge(i) - phases.series().charge(i - 1));
                charge[next] = sum;
                potential[next++] = phases.series().potential(i);
            }
        }
        return new ChargeCurve(charge, potential);
    }

    /** Charge of the last point; 0 where there are none. */
    double capacity() {
        return charge.length == 0 ? 0 : charge[charge.length - 1];
    }

    /** Potential at a charge, linear between points; NaN beyond the last. */
    double at(final double wanted) {
        if (charge.length == 0 || wanted > capacity() || wanted < 0) {
            return Double.NaN;
        }
        final int found = Arrays.binarySearch(charge, wanted);
        if (found >= 0) {
            return potential[found];
        }
        final int right = -found - 1;
        final double part = (wanted - charge[right - 1]) / (charge[right] - charge[right - 1]);
        return potential[right - 1] + part * (potential[right] - potential[right - 1]);
    }

    /** The median of curves at 101 charges from 0 to the median capacity; empty without curves that have a charge. */
    static ChargeCurve median(final List<ChargeCurve> curves) {
        final double[] capacities = curves.stream().mapToDouble(ChargeCurve::capacity).filter(c -> c > 0).sorted()
            .toArray();
        if (capacities.length == 0) {
            return new ChargeCurve(new double[0], new double[0]);
        }
        final double whole = OrderStatistics.quantile(capacities, 0.5);
        final List<double[]> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            final double at = whole * i / (POINTS - 1);
            final double[] there = curves.stream().filter(c -> c.capacity() > 0).mapToDouble(c -> c.at(at))
                .filter(e -> !Double.isNaN(e)).sorted().toArray();
            points.add(new double[]{at, OrderStatistics.quantile(there, 0.5)});
        }
        return new ChargeCurve(points.stream().mapToDouble(p -> p[0]).toArray(),
            points.stream().mapToDouble(p -> p[1]).toArray());
    }

    /** Root mean square distance at the points of another curve that this one reaches; NaN below half of them. */
    double distance(final ChargeCurve other) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < other.charge.length; i++) {
            final double here = at(other.charge[i]);
            if (!Double.isNaN(here)) {
                sum += (here - other.potential[i]) * (here - other.potential[i]);
                count++;
            }
        }
        return 2 * count < other.charge.length || count == 0 ? Double.NaN : Math.sqrt(sum / count);
    }
}
