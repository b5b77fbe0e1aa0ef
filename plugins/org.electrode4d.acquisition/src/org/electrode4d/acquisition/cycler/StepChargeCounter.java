// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

/** From a charge that a cycler counts anew in every step to the net charge since the start of the log. */
final class StepChargeCounter {

    private double before;
    private double last;
    private int step = Integer.MIN_VALUE;
    private int cycle = Integer.MIN_VALUE;

    /**
     * The net charge in coulomb.
     *
     * @param counted signed charge of the step so far
     * @param newStep number of the step in the program
     * @param newCycle number of the cycle
     */
    double net(final double counted, final int newStep, final int newCycle) {
        if (newStep != step || newCycle != cycle) {
            before += last;
            step = newStep;
            cycle = newCycle;
        }
        last = counted;
        return before + counted;
    }
}
