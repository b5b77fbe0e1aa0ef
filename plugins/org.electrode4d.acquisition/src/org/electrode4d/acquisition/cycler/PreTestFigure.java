// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

/**
 * What a pre-test knows of a cell. Values are in SI units (V, A, s, C, Ω, V/s, parts of 1); {@link #shown(double)}
 * turns them into the unit of {@link #label()}.
 *
 * <p>Load is a sample with current, rest one without. The first charge begins with the first sample that charges and
 * ends before the next that discharges; rests within it (scans) add neither time nor charge to it.</p>
 */
public enum PreTestFigure {

    /** Median potential of the last five samples of rest before the first load. */
    OPEN_CIRCUIT_POTENTIAL("Open-circuit potential", "V", 1, Judged.BY_POTENTIAL),
    /** Potential of the first sample of load less the open-circuit potential, if it came within 10 s. */
    INITIAL_JUMP("Initial jump", "mV", 1e3, Judged.NOT),
    /** Initial jump over the current of that sample: ohmic, plus what polarises in the time between both samples. */
    RESISTANCE("Initial resistance", "Ω", 1, Judged.RELATIVELY),
    /** Time of charging until the first sample of the first charge within 5 mV of the upper cut-off potential. */
    TIME_TO_CUT_OFF("Time to upper cut-off", "h", 1 / 3600.0, Judged.RELATIVELY),
    /** Charge until that sample. */
    CHARGE_TO_CUT_OFF("Charge to upper cut-off", "mAh", 1 / 3.6, Judged.NOT),
    /** Time of charging from that sample on: the constant-potential tail. */
    CONSTANT_POTENTIAL_TIME("CV time", "h", 1 / 3600.0, Judged.RELATIVELY),
    /** Part of the charge capacity that flows in the tail. */
    CONSTANT_POTENTIAL_SHARE("CV share of charge", "%", 100, Judged.BY_SHARE),
    /** Current of the last sample of the tail. */
    CURRENT_AT_END("Current at end of CV", "mA", 1e3, Judged.RELATIVELY),
    /** Charge of the first charge. */
    CHARGE_CAPACITY("Charge capacity", "mAh", 1 / 3.6, Judged.RELATIVELY),
    /** Charge that the first discharge after the first charge gives back, until the cell is charged again. */
    DISCHARGE_CAPACITY("Discharge capacity", "mAh", 1 / 3.6, Judged.RELATIVELY),
    /** Discharge capacity over charge capacity. */
    COULOMB_EFFICIENCY("Coulomb efficiency", "%", 100, Judged.BY_SHARE),
    /**
     * Fall of the potential per time: slope of the least-squares line through the second half (by time) of the longest
     * rest between the first charge and the discharge; negative where the potential rises.
     */
    SELF_DISCHARGE("Fall of potential at rest", "mV/h", 3.6e6, Judged.BY_SLOPE),
    /** Lowest potential under load, after the first load has lasted for the settling time. */
    LOWEST_POTENTIAL("Lowest potential under load", "V", 1, Judged.NOT),
    /**
     * Scatter of the potential: each sample against the line between its neighbours of the same step, divided by what
     * white noise of unit variance gives there, as 1.4826 times the median of the magnitudes.
     */
    NOISE("Noise", "mV", 1e3, Judged.NOT),
    /**
     * Root mean square distance of the potential of the first charge from the median of the cells, at 101 equidistant
     * charges from 0 to the median charge capacity, as far as the cell reached, which must be half of them.
     */
    CURVE_DISTANCE("Distance to median curve", "mV", 1e3, Judged.BY_CURVE);

    /** How a figure is compared with those of the other cells. */
    enum Judged {
        NOT, RELATIVELY, BY_POTENTIAL, BY_SHARE, BY_SLOPE, BY_CURVE
    }

    private final String title;
    private final String unit;
    private final double factor;
    private final Judged judged;

    PreTestFigure(final String title, final String unit, final double factor, final Judged judged) {
        this.title = title;
        this.unit = unit;
        this.factor = factor;
        this.judged = judged;
    }

    /** What it is. */
    public String title() {
        return title;
    }

    /** Title and unit, for the head of a column. */
    public String label() {
        return title + " [" + unit + "]";
    }

    /** Unit of shown values. */
    public String unit() {
        return unit;
    }

    /** A value in the unit of the label. */
    public double shown(final double value) {
        return factor * value;
    }

    Judged judged() {
        return judged;
    }
}
