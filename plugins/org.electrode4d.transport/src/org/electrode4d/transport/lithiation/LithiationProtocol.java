// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import org.electrode4d.transport.TransportException;

/**
 * A constant current from one mean state of charge to another.
 *
 * @param start state of charge, the same everywhere in the particle, 0 to 1
 * @param end mean state of charge, 0 to 1; below the start lithium is taken out, above it is put in
 * @param rate in C, above zero
 * @param steps in time; the first ones are short, as the square of their number
 */
public record LithiationProtocol(double start, double end, double rate, int steps) {

    private static final double SECONDS_PER_HOUR = 3600;

    /** @throws TransportException for numbers out of range */
    public LithiationProtocol {
        requireSoc(start, "start");
        requireSoc(end, "end");
        if (start == end) {
            throw new TransportException("Start and end are the same state of charge, " + 100 * start
                + " %: nothing would happen. Choose two that differ.");
        }
        ActiveMaterial.requirePositive(rate, "rate", "C");
        if (steps < 2) {
            throw new TransportException("At least 2 steps in time are needed, not " + steps + ".");
        }
    }

    private static void requireSoc(final double soc, final String name) {
        if (!(soc >= 0 && soc <= 1)) {
            throw new TransportException("The state of charge at the " + name + " is " + 100 * soc
                + " %, but must lie between 0 and 100 %.");
        }
    }

    public boolean isDelithiation() {
        return end < start;
    }

    /** How long it takes, s. */
    public double duration() {
        return Math.abs(end - start) / rate * SECONDS_PER_HOUR;
    }

    /** When a step ends, s. */
    double time(final int step) {
        final double part = step / (double)steps;
        return duration() * part * part;
    }
}
