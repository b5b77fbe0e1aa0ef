// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import org.electrode4d.acquisition.Clock;

/** Waits in short pieces while making safe; an interruption is remembered and does not shorten the wait. */
final class Patience {

    /** Seconds of a piece. */
    static final double PIECE = 0.2;

    private final Clock clock;
    private final Runnable pulse;
    private boolean interrupted = Thread.interrupted();

    Patience(final Clock clock, final Runnable pulse) {
        this.clock = clock;
        this.pulse = pulse;
    }

    /** Waits until a second of the clock; less, if the clock itself fails. */
    void until(final double time) {
        interrupted |= Thread.interrupted();
        try {
            pulse.run();
            while (clock.seconds() < time) {
                piece(time);
                pulse.run();
            }
        } catch (Throwable e) {
            // A pause that failed must not cost an attempt, which is what counts; its own failures are kept.
            return;
        }
    }

    private void piece(final double time) {
        try {
            clock.sleepUntil(Math.min(time, clock.seconds() + PIECE));
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    /** Gives the interruption back to the thread. */
    void end() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
