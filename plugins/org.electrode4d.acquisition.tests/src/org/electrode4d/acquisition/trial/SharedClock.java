// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.trial;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

import org.electrode4d.acquisition.Clock;

/**
 * A clock for two threads with a pseudo-terminal between them: its time passes only while one of them waits, a little
 * at a time, and never while the computer is busy with other things. So hours pass in seconds, and nobody is late.
 */
final class SharedClock implements Clock {

    private static final double STEP = 0.2;
    private static final long REAL_NANOS = 20_000;

    private volatile double seconds;

    @Override
    public double seconds() {
        return seconds;
    }

    @Override
    public Instant instant() {
        return Instant.parse("2026-01-01T00:00:00Z").plusNanos(Math.round(seconds * 1e9));
    }

    @Override
    public void sleepUntil(final double time) throws InterruptedException {
        while (seconds < time) {
            LockSupport.parkNanos(REAL_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            pass(time);
        }
    }

    private synchronized void pass(final double time) {
        seconds = Math.max(seconds, Math.min(time, seconds + STEP));
    }
}
