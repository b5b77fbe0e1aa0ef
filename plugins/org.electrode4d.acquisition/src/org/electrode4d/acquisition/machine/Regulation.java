// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.Optional;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Setpoint;

/** What an instrument has made of its set point by itself. */
enum Regulation {
    /** It does what it was told. */
    ON("does what it was told"),
    /** It holds the potential at the bound of a current, with less current. */
    HELD("holds its limit"),
    /** It stopped because the bound of the potential was met. */
    AT_LIMIT("stopped at its limit"),
    /** It stopped because its time was over. */
    OUT_OF_TIME("stopped as its time was over"),
    /** It stopped, and nobody knows why. */
    STOPPED("stopped by itself");

    /** Volt: an instrument may find its limit reached where its next reading is just short of it. */
    static final double NEAR = 5e-3;
    /** Clocks of instruments run faster than ours by less. */
    private static final double CLOCK = 1e-3;
    /** Part of the current that an instrument gives at least unless it holds a limit. */
    private static final double FULL = 0.95;

    private final String words;

    Regulation(final String words) {
        this.words = words;
    }

    /** What it does, for people. */
    String words() {
        return words;
    }

    /**
     * Judges a reading.
     *
     * @param last reading of the same set point, if there was one: the reading after a stop may be that of an open
     *            circuit, so the limit counts as met if one of the two is near it
     * @param setpoint that was applied
     * @param seconds since then
     * @param period of sampling, seconds
     */
    static Regulation of(final Reading reading, final Optional<Reading> last, final Setpoint setpoint,
        final double seconds, final double period) {
        if (setpoint instanceof Setpoint.OpenCircuit) {
            // nothing flows with or without the instrument
            return ON;
        }
        final double missing = setpoint instanceof Setpoint.Current current ? missing(reading.potential(), current)
            : Double.POSITIVE_INFINITY;
        if (!reading.stopped()) {
            return missing > 0 && missing <= NEAR
                && Math.abs(reading.current()) < FULL * Math.abs(((Setpoint.Current) setpoint).current()) ? HELD : ON;
        }
        if (seconds >= (1 - CLOCK) * maxTime(setpoint) - period) {
            return OUT_OF_TIME;
        }
        final double before = setpoint instanceof Setpoint.Current current && last.isPresent()
            ? missing(last.get().potential(), current) : Double.POSITIVE_INFINITY;
        return Math.min(missing, before) <= NEAR ? AT_LIMIT : STOPPED;
    }

    /** The bound that a current goes towards, in volt. */
    static double bound(final Setpoint.Current setpoint) {
        return setpoint.current() < 0 ? setpoint.minPotential() : setpoint.maxPotential();
    }

    /** Volt that the potential is short of the bound; a current of zero goes nowhere. */
    private static double missing(final double potential, final Setpoint.Current setpoint) {
        if (setpoint.current() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return setpoint.current() < 0 ? potential - bound(setpoint) : bound(setpoint) - potential;
    }

    private static double maxTime(final Setpoint setpoint) {
        return setpoint instanceof Setpoint.Current current ? current.maxTime()
            : ((Setpoint.Potential) setpoint).maxTime();
    }
}
