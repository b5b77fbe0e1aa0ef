// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.function.LongSupplier;

/**
 * How long work will still take, from the rate at which it went so far. What was there already when the work began,
 * such as blocks from a checkpoint, does not count for the rate.
 */
final class RemainingTime {

    private static final double SECOND = 1e9;
    private static final double SECONDS_BEFORE_A_GUESS = 3;
    private static final double LEAST_PART = 0.005;

    private final LongSupplier clock;
    private final long begin;
    private double given;

    /** @param clock in nanoseconds, such as {@link System#nanoTime()} */
    RemainingTime(final LongSupplier clock) {
        this.clock = clock;
        begin = clock.getAsLong();
    }

    /** A part of the work, 0 to 1, that took no time. */
    synchronized void give(final double part) {
        given += part;
    }

    /**
     * Such as ", about 3 min left"; empty in the first seconds, before 0.5 % are done, and at the end.
     *
     * @param fraction of the work that is done, 0 to 1, with what was given
     */
    synchronized String text(final double fraction) {
        final double elapsed = (clock.getAsLong() - begin) / SECOND;
        final double worked = fraction - given;
        if (elapsed < SECONDS_BEFORE_A_GUESS || worked < LEAST_PART || fraction >= 1) {
            return "";
        }
        return ", about " + duration(elapsed * (1 - fraction) / worked) + " left";
    }

    /** Seconds in tens below 90 s, minutes below 90 min, hours with one digit below 10. */
    private static String duration(final double seconds) {
        if (seconds < 85) {
            return 10 * Math.max(1, Math.round(seconds / 10)) + " s";
        } else if (seconds < 90 * 60) {
            return Math.max(2, Math.round(seconds / 60)) + " min";
        }
        final long tenths = Math.round(seconds / 360);
        return (tenths >= 100 || tenths % 10 == 0 ? Math.round(tenths / 10.0) : tenths / 10.0 + "") + " h";
    }
}
