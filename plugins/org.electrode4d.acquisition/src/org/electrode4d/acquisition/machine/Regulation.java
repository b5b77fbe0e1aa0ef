// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Setpoint;

/** What an instrument has made of its set point by itself. */
enum Regulation {
    /** It does what it was told. */
    ON,
    /** It holds the potential at the bound of a current, with less current. */
    HELD,
    /** It stopped because the bound of the potential was met. */
    AT_LIMIT,
    /** It stopped because its time was over. */
    OUT_OF_TIME,
    /** It stopped, and nobody knows why. */
    STOPPED;

    /** Volt: an instrument may find its limit reached where its next reading is just short of it. */
    static final double NEAR = 5e-3;
    /** Clocks of instruments run faster than ours by less. */
    private static final double CLOCK = 1e-3;
    /** Part of the current that an instrument gives at least unless it holds a limit. */
    private static final double FULL = 0.95;

    /**
     * Judges a reading.
     *
     * @param setpoint that was applied
     * @param seconds since then
     * @param period of sampling, seconds
     */
    static Regulation of(final Reading reading, final Setpoint setpoint, final double seconds, final double period) {
        if (setpoint instanceof Setpoint.OpenCircuit) {
            // nothing flows with or without the instrument
            return ON;
        }
        final boolean near = setpoint instanceof Setpoint.Current current && near(reading.potential(), current);
        if (!reading.stopped()) {
            return near && Math.abs(reading.current()) < FULL * Math.abs(((Setpoint.Current) setpoint).current())
                ? HELD : ON;
        }
        if (seconds >= (1 - CLOCK) * maxTime(setpoint) - period) {
            return OUT_OF_TIME;
        }
        return near ? AT_LIMIT : STOPPED;
    }

    /** The bound that a current goes towards, in volt. */
    static double bound(final Setpoint.Current setpoint) {
        return setpoint.current() < 0 ? setpoint.minPotential() : setpoint.maxPotential();
    }

    private static boolean near(final double potential, final Setpoint.Current setpoint) {
        return setpoint.current() < 0 ? potential <= setpoint.minPotential() + NEAR
            : setpoint.current() > 0 && potential >= setpoint.maxPotential() - NEAR;
    }

    private static double maxTime(final Setpoint setpoint) {
        return setpoint instanceof Setpoint.Current current ? current.maxTime()
            : ((Setpoint.Potential) setpoint).maxTime();
    }
}
