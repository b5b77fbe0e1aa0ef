// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The computer's clock, or one that runs faster by a constant factor. Safe for several threads. */
public final class SystemClock implements Clock {

    private final double speed;
    private final long startNanos = System.nanoTime();
    private final Instant start = Instant.now();

    /** The computer's clock itself. */
    public SystemClock() {
        this(1);
    }

    /**
     * A clock that starts now and runs faster than the computer's.
     *
     * @param speed seconds of this clock in one second; above 0
     */
    public SystemClock(final double speed) {
        if (!(speed > 0 && speed < 1e6)) {
            throw new IllegalArgumentException("Speed is " + speed + "; it must be above 0 and below a million.");
        }
        this.speed = speed;
    }

    @Override
    public double seconds() {
        return (System.nanoTime() - startNanos) * 1e-9 * speed;
    }

    @Override
    public Instant instant() {
        return speed == 1 ? Instant.now() : start.plusNanos(Math.round(seconds() * 1e9));
    }

    @Override
    public void sleepUntil(final double time) throws InterruptedException {
        for (double left = time - seconds(); left > 0; left = time - seconds()) {
            TimeUnit.NANOSECONDS.sleep((long)Math.ceil(left / speed * 1e9));
        }
    }
}
