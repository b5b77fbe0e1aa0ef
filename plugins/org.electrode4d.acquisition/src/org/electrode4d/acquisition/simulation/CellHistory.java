// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

/** What a simulated cell has really gone through: the truth that a fault campaign compares with. */
public final class CellHistory {

    private double minPotential = Double.POSITIVE_INFINITY;
    private double maxPotential = Double.NEGATIVE_INFINITY;
    private double maxCurrent;
    private double lowest = Double.NEGATIVE_INFINITY;
    private double highest = Double.POSITIVE_INFINITY;
    private double largest = Double.POSITIVE_INFINITY;
    private double secondsBeyond;
    private double longestBeyond;
    private double beyondNow;

    CellHistory() {
    }

    void add(final double seconds, final double potential, final double current) {
        minPotential = Math.min(minPotential, potential);
        maxPotential = Math.max(maxPotential, potential);
        maxCurrent = Math.max(maxCurrent, Math.abs(current));
        if (potential < lowest || potential > highest || Math.abs(current) > largest) {
            secondsBeyond += seconds;
            beyondNow += seconds;
            longestBeyond = Math.max(longestBeyond, beyondNow);
        } else {
            beyondNow = 0;
        }
    }

    /**
     * From now on counts the time beyond these bounds; forgets what was counted before.
     *
     * @param min volt
     * @param max volt
     * @param current ampere, of the magnitude
     */
    public void watch(final double min, final double max, final double current) {
        lowest = min;
        highest = max;
        largest = current;
        forget();
    }

    /** Forgets extremes and counts. */
    public void forget() {
        minPotential = Double.POSITIVE_INFINITY;
        maxPotential = Double.NEGATIVE_INFINITY;
        maxCurrent = 0;
        secondsBeyond = 0;
        longestBeyond = 0;
        beyondNow = 0;
    }

    /** The lowest potential, V; infinite before the first step. */
    public double minPotentialSeen() {
        return minPotential;
    }

    /** The highest potential, V; negative infinite before the first step. */
    public double maxPotentialSeen() {
        return maxPotential;
    }

    /** The largest magnitude of the current, A. */
    public double maxCurrentSeen() {
        return maxCurrent;
    }

    /** Seconds beyond the bounds of {@link #watch}, all together. */
    public double secondsBeyond() {
        return secondsBeyond;
    }

    /** Seconds of the longest time in one piece beyond the bounds of {@link #watch}. */
    public double longestBeyond() {
        return longestBeyond;
    }
}
