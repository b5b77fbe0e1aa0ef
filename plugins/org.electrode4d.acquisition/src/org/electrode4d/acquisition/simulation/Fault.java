// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

/**
 * Something that goes wrong for a while.
 *
 * @param kind what
 * @param start second of the clock
 * @param end second of the clock from which on it is over; infinite if never. Of no meaning for what happens once
 * @param amount seconds of a delay, or how often a command is ignored; 0 for other kinds
 */
public record Fault(Kind kind, double start, double end, double amount) {

    /** What can go wrong between a program and its instrument. */
    public enum Kind {
        /** Commands arrive and are followed, answers do not come. */
        NO_ANSWER,
        /** Commands do not arrive. */
        COMMAND_LOST,
        /** Answers break off in their middle, without a line end. */
        HALF_LINE,
        /** Answers consist of random bytes. */
        GARBAGE,
        /** The answer before comes again in place of the right one. */
        OTHER_ANSWER,
        /** Answers come late, by the amount. */
        DELAY,
        /** Measured values are sent as overflow. */
        OVERFLOW,
        /** Once, at the start: the instrument opens its relay and stays in an error until it is cleared. */
        LATCHED_ERROR,
        /** Once, at the start: the instrument loses its power and gets it back. */
        RESTART,
        /** Commands to switch the output off are acknowledged but not followed, as often as the amount says. */
        OFF_IGNORED,
        /** The port is gone. A link that was open then stays dead; one can be opened again after the end. */
        UNPLUGGED
    }

    /** Whether it is at work at a time. */
    public boolean isActive(final double time) {
        return time >= start && time < end;
    }
}
