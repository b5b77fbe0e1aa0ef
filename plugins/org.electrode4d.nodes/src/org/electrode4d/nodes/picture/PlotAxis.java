// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.picture;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.volume.picture.Ticks;
import org.electrode4d.volume.picture.ValueRange;

/**
 * An axis of a plot.
 *
 * @param label what it shows, with the unit
 * @param from the value at its beginning
 * @param to the value at its end
 * @param ticks the values that are written beside it
 */
public record PlotAxis(String label, double from, double to, List<Tick> ticks) {

    private static final int WANTED = 6;
    private static final double MARGIN = 0.04;

    /** A value and how it is written. */
    public record Tick(double value, String text) {
    }

    /** Copies the ticks. */
    public PlotAxis {
        ticks = List.copyOf(ticks);
    }

    /** An axis from one number to another, with round numbers beside it. */
    public static PlotAxis exactly(final String label, final double from, final double to) {
        final ValueRange range = new ValueRange(from, to);
        final double step = Ticks.step(range, WANTED);
        return new PlotAxis(label, from, to, Ticks.within(range, WANTED).stream()
            .map(value -> new Tick(value, Ticks.text(value, step).replace('-', '−'))).toList());
    }

    /** An axis that shows all values from the smallest to the largest, with a margin. */
    public static PlotAxis around(final String label, final double smallest, final double largest) {
        if (!Double.isFinite(smallest) || !Double.isFinite(largest)) {
            return exactly(label, 0, 1);
        }
        final double extent = Math.max(largest - smallest, 1e-6 * Math.max(1, Math.abs(largest)));
        return exactly(label, smallest - MARGIN * extent, largest + MARGIN * extent);
    }

    /** An axis with a place for each name, at 0, 1, 2, ... */
    public static PlotAxis of(final String label, final List<String> names) {
        final List<Tick> ticks = new ArrayList<>();
        names.forEach(name -> ticks.add(new Tick(ticks.size(), name)));
        return new PlotAxis(label, -0.35, Math.max(1, names.size()) - 0.65, ticks);
    }

    /** Where a value is along the axis: 0 at the beginning, 1 at the end. */
    double part(final double value) {
        return (value - from) / (to - from);
    }
}
