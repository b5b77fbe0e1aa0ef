// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Setpoint;

/**
 * A cell of 36 C (10 mAh) whose open-circuit potential rises straight from 2.4 V empty to 4.4 V full, with a resistance
 * of 20 ohm, on an instrument without faults. A constant potential is regulated exactly.
 */
final class TinyCell {

    static final double CAPACITY = 36;
    static final double RESISTANCE = 20;

    private double charge;
    private double time;
    private Setpoint setpoint = new Setpoint.OpenCircuit();

    TinyCell(final double openCircuit) {
        charge = (openCircuit - 2.4) / 2 * CAPACITY;
    }

    void apply(final Setpoint other) {
        setpoint = other;
    }

    double openCircuit() {
        return 2.4 + 2 * charge / CAPACITY;
    }

    /** Lets time pass up to a second of the run, and measures then. */
    Reading read(final double until) {
        charge += current() * (until - time);
        time = until;
        return new Reading(time, openCircuit() + current() * RESISTANCE, current(), Double.NaN, false);
    }

    private double current() {
        if (setpoint instanceof Setpoint.Current constant) {
            return constant.current();
        }
        if (setpoint instanceof Setpoint.Potential hold) {
            final double free = (hold.potential() - openCircuit()) / RESISTANCE;
            return Math.max(-hold.maxCurrent(), Math.min(hold.maxCurrent(), free));
        }
        return 0;
    }
}
