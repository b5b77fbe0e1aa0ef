// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.report.Chart;
import org.electrode4d.report.Chart.Line;

/**
 * The vertical axis of a chart, with round numbers beside it.
 *
 * @param from the value at its lower end
 * @param to the value at its upper end
 * @param ticks from bottom to top
 */
record ChartAxis(double from, double to, List<Tick> ticks) {

    private static final int WANTED = 6;
    private static final double MARGIN = 0.06;

    /** A value and how it is written. */
    record Tick(double value, String text) {
    }

    /** The axis that shows all points with their error bars; from zero where the values are near it. */
    static ChartAxis of(final Chart chart) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (final Line line : chart.lines()) {
            for (int i = 0; i < line.y().length; i++) {
                if (Double.isFinite(line.y()[i])) {
                    smallest = Math.min(smallest, line.y()[i] - line.reach(i));
                    largest = Math.max(largest, line.y()[i] + line.reach(i));
                }
            }
        }
        if (smallest > largest) {
            return new ChartAxis(0, 1, List.of());
        }
        final double extent = Math.max(largest - smallest, 1e-6 * Math.max(1e-300, Math.abs(largest)));
        double from = smallest - MARGIN * extent;
        if (smallest >= 0 && smallest < extent / 2) {
            from = 0;
        }
        return ticked(from, largest + MARGIN * extent);
    }

    private static ChartAxis ticked(final double from, final double to) {
        final double rough = (to - from) / WANTED;
        final double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * power;
        for (final int factor : new int[]{1, 2, 5}) {
            if (factor * power >= rough) {
                step = factor * power;
                break;
            }
        }
        final List<Tick> ticks = new ArrayList<>();
        for (long i = (long)Math.ceil(from / step); i * step <= to && ticks.size() < 3 * WANTED; i++) {
            final BigDecimal value = new BigDecimal(i * step).round(new MathContext(6)).stripTrailingZeros();
            final boolean plain = value.precision() - value.scale() < 7 && value.scale() < 7;
            ticks.add(new Tick(i * step, (plain ? value.toPlainString() : value.toString()).replace('-', '−')));
        }
        return new ChartAxis(from, to, ticks);
    }

    /** Where a value is: 0 at the lower end, 1 at the upper one. */
    double part(final double value) {
        return (value - from) / (to - from);
    }
}
