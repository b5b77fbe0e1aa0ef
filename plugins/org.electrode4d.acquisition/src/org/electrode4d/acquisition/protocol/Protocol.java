// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.List;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.SafetyLimits;

/**
 * What is done to a cell, as data.
 *
 * @param name of the protocol; not blank
 * @param capacity of the cell in coulomb, above 0; needed where a step speaks in C-rates
 * @param samplingPeriod seconds between two samples; above 0
 * @param restBeforeScan seconds at open circuit before each scan (a scan directly after another one needs no second
 *            rest)
 * @param limits that hold whatever the steps say
 * @param steps in order
 */
public record Protocol(String name, OptionalDouble capacity, double samplingPeriod, double restBeforeScan,
    SafetyLimits limits, List<Step> steps) {

    /** Copies the list, and refuses what no protocol can be. {@link ProtocolCheck} looks at all the rest. */
    public Protocol {
        steps = List.copyOf(steps);
        if (name.isBlank()) {
            throw new IllegalArgumentException("The protocol has no name. Give it one.");
        }
        if (capacity.isPresent() && !(capacity.getAsDouble() > 0 && Double.isFinite(capacity.getAsDouble()))) {
            throw new IllegalArgumentException("The capacity is " + capacity.getAsDouble()
                + " C; it must be above 0 and finite.");
        }
        if (!(samplingPeriod > 0) || !(restBeforeScan >= 0) || Double.isInfinite(samplingPeriod + restBeforeScan)) {
            throw new IllegalArgumentException("The sampling period is " + samplingPeriod + " s and the rest before a "
                + "scan " + restBeforeScan + " s; the first must be above 0, the second at least 0, and both "
                + "finite.");
        }
    }
}
