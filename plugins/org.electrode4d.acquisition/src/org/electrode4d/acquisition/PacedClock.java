// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition;

import java.time.Instant;

/**
 * A clock for simulations that people watch: it stands still but for {@link #sleepUntil}, which really waits, so that
 * its seconds pass with a constant speed. Work between two waits takes no time of this clock, so a computer that is
 * busy for a while leaves no gap in what a simulation samples; the time that was lost is caught up with shorter waits,
 * so that it does not drift against the real clock. May be read by other threads; waits in one.
 */
public final class PacedClock implements Clock {

    /** Longest real wait in one piece, s: others see the time pass meanwhile. */
    private static final double LONGEST = 0.1;

    /** Real seconds that it may be ahead: a wait that is shorter takes longer to begin and to end than to wait. */
    private static final double SHORTEST = 0.002;

    private final double speed;
    private final Clock real;
    private final Instant start;
    private final double realStart;
    private volatile double seconds;

    /**
     * A clock that starts now.
     *
     * @param speed seconds of this clock in one real second; above 0 and at most a million
     */
    public PacedClock(final double speed) {
        this(speed, new SystemClock());
    }

    /** As {@link #PacedClock(double)}, with the clock that is taken for the real one. */
    PacedClock(final double speed, final Clock real) {
        if (!(speed > 0 && speed <= 1e6)) {
            throw new IllegalArgumentException("Speed is " + speed + "; it must be above 0 and at most a million.");
        }
        this.speed = speed;
        this.real = real;
        start = real.instant();
        realStart = real.seconds();
    }

    @Override
    public double seconds() {
        return seconds;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(Math.round(seconds * 1e9));
    }

    @Override
    public void sleepUntil(final double time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        while (seconds < time) {
            final double next = Math.min(time, seconds + LONGEST * speed);
            final double due = realStart + next / speed;
            if (due - real.seconds() > SHORTEST) {
                real.sleepUntil(due);
            }
            seconds = next;
        }
    }
}
