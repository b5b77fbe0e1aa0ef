// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import java.util.List;

/**
 * Lines over the steps of an experiment.
 *
 * @param title above it
 * @param xLabel what is below the horizontal axis
 * @param steps names of the places on the horizontal axis, at 0, 1, 2, ...
 * @param yLabel what is beside the vertical axis, with the unit
 * @param lines drawn one over the other, the first on top
 */
public record Chart(String title, String xLabel, List<String> steps, String yLabel, List<Line> lines)
    implements Content {

    /**
     * A line with a point per step.
     *
     * @param name for the legend; may be empty where there is one line only
     * @param y a value per step; NaN where there is none, there the line is broken
     * @param error half the height of a bar at each point, NaN for none; empty for none at all
     * @param colour index; lines of the same group have the same colour
     * @param form index of the form of points and dashes; lines of the same kind have the same form
     */
    public record Line(String name, double[] y, double[] error, int colour, int form) {

        /** How far the bar reaches from the point; 0 where there is none. */
        public double reach(final int i) {
            return i < error.length && Double.isFinite(error[i]) ? Math.abs(error[i]) : 0;
        }
    }

    /** Copies the lists. */
    public Chart {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
        for (final Line line : lines) {
            if (line.y().length != steps.size()) {
                throw new IllegalArgumentException("A line of '" + title + "' has " + line.y().length
                    + " points, expected " + steps.size() + ".");
            }
        }
    }
}
