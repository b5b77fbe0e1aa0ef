// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition;

import java.time.Instant;

/**
 * A clock that stands still but for {@link #sleepUntil}, which returns at once: hours pass in no time, and always in
 * the same way. For one thread.
 */
public final class VirtualClock implements Clock {

    private final Instant start;
    private double seconds;
    private double jump;

    /** @param start what {@link #instant()} tells at second 0 */
    public VirtualClock(final Instant start) {
        this.start = start;
    }

    @Override
    public double seconds() {
        return seconds;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(Math.round((seconds + jump) * 1e9));
    }

    @Override
    public void sleepUntil(final double time) {
        seconds = Math.max(seconds, time);
    }

    /** Sets the date and time of day forward or back, as a time server does; {@link #seconds()} does not notice. */
    public void jump(final double bySeconds) {
        jump += bySeconds;
    }
}
