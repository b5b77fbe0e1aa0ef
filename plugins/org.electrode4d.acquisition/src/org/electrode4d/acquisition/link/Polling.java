// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.link;

import org.electrode4d.acquisition.Clock;

/** The pauses between two looks at a port. */
final class Polling {

    /** Seconds between two looks: well below the time that an instrument takes for an answer. */
    private static final double PERIOD = 0.001;

    private final Clock clock;

    Polling(final Clock clock) {
        this.clock = clock;
    }

    /** The second of the clock that is some seconds ahead. */
    double in(final double seconds) {
        return clock.seconds() + seconds;
    }

    /**
     * Pauses if it is not too late yet. An interrupted thread does not pause but goes on looking, and stays
     * interrupted: an output can be switched off by a thread that was told to stop.
     *
     * @return whether to look again
     */
    boolean pause(final double deadline) {
        final double now = clock.seconds();
        if (now >= deadline) {
            return false;
        }
        try {
            clock.sleepUntil(Math.min(deadline, now + PERIOD));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Thread.onSpinWait();
        }
        return true;
    }
}
