// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

/**
 * When cells are called consistent. A figure of a cell agrees with the others where its distance from the median of the
 * cells is within the tolerance of its kind, or within a number of scaled median absolute deviations (1.4826 MAD, which
 * is the standard deviation where figures are normally distributed). The median and the MAD are not moved by two bad
 * cells of five.
 *
 * @param relative part of the median: of resistance, times, currents and capacities
 * @param deviations scaled MADs; 0 leaves the tolerances alone
 * @param potential volt: of the open-circuit potential
 * @param share parts of 1: of Coulomb efficiency and of the CV share
 * @param slope volt per second: of the fall at rest
 * @param curve volt: largest root mean square distance from the median curve; MADs do not count here
 * @param limits of what fails outright
 * @param needed how many cells must be consistent
 * @param of how many; with more cells the same part of them, rounded up; with fewer there is no verdict
 */
public record PreTestCriteria(double relative, double deviations, double potential, double share, double slope,
    double curve, Limits limits, int needed, int of) {

    /**
     * What fails outright.
     *
     * @param shortPotential volt under load below which a cell is short-circuited
     * @param settling seconds of the first load in which it may be lower: a fresh cell starts near 0 V
     * @param upperCutOff volt; NaN takes the median of the highest potentials of the cells in the first charge
     * @param restCurrent ampere up to which there is no load; NaN takes 0.1 % of the largest current of the cell
     */
    public record Limits(double shortPotential, double settling, double upperCutOff, double restCurrent) {
        /** Refuses limits that are none. */
        public Limits {
            require(Double.isFinite(shortPotential), "short-circuit potential", shortPotential, "finite");
            require(settling >= 0, "settling time", settling, "0 s or more");
            require(!Double.isInfinite(upperCutOff), "upper cut-off potential", upperCutOff, "finite");
            require(!(restCurrent < 0) && !Double.isInfinite(restCurrent), "rest current", restCurrent, "0 A or more");
        }
    }

    /** The criteria of the paper, 4 of 5, with tolerances for hand-made cells; they are ours. */
    public static final PreTestCriteria DEFAULT = new PreTestCriteria(0.1, 3, 0.1, 0.05, 5e-3 / 3600, 0.05,
        new Limits(0.5, 60, Double.NaN, Double.NaN), 4, 5);

    /** Refuses tolerances below 0 and impossible numbers of cells. */
    public PreTestCriteria {
        require(relative >= 0, "relative tolerance", relative, "0 or more");
        require(deviations >= 0, "number of median absolute deviations", deviations, "0 or more");
        require(potential >= 0, "tolerance of the open-circuit potential", potential, "0 V or more");
        require(share >= 0, "tolerance of shares", share, "0 or more");
        require(slope >= 0, "tolerance of the fall at rest", slope, "0 V/s or more");
        require(curve >= 0, "tolerance of the curve", curve, "0 V or more");
        require(needed >= 1 && needed <= of, "number of consistent cells needed", needed,
            "from 1 to the number of cells, " + of);
        require(of >= 3, "number of cells", of, "3 or more: the median of two cells tells nothing about either");
    }

    private static void require(final boolean holds, final String what, final double value, final String expected) {
        if (!holds) {
            throw new IllegalArgumentException("The " + what + " is " + value + "; it must be " + expected + ".");
        }
    }

    /** How far a figure may be from its median. */
    double tolerance(final PreTestFigure figure, final double median, final double deviation) {
        return switch (figure.judged()) {
            case RELATIVELY -> Math.max(relative * Math.abs(median), deviations * deviation);
            case BY_POTENTIAL -> Math.max(potential, deviations * deviation);
            case BY_SHARE -> Math.max(share, deviations * deviation);
            case BY_SLOPE -> Math.max(slope, deviations * deviation);
            case BY_CURVE -> curve;
            case NOT -> Double.POSITIVE_INFINITY;
        };
    }

    /** How many of a number of cells must be consistent. */
    int needed(final int cells) {
        return (int)Math.ceil(cells * (double)needed / of - 1e-9);
    }
}
