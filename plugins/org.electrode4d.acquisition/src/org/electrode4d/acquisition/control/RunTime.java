// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.Reading;

/** Seconds since the start of a run, which go on when it is resumed. */
final class RunTime {

    private final Clock clock;
    private final double origin;

    /** @param passed seconds of the run that are over by now */
    RunTime(final Clock clock, final double passed) {
        this.clock = clock;
        this.origin = clock.seconds() - passed;
    }

    double seconds() {
        return clock.seconds() - origin;
    }

    /** Waits until a second of the run. */
    void sleepUntil(final double seconds) throws InterruptedException {
        double target = seconds + origin;
        clock.sleepUntil(target);
        while (seconds() < seconds) {
            // rounded down: a clock that stands still between waits would be waited for without end
            target = Math.nextUp(Math.max(target, clock.seconds()));
            clock.sleepUntil(target);
        }
    }

    /** A reading of an instrument, whose time is that of the clock. */
    Reading of(final Reading reading) {
        return new Reading(reading.time() - origin, reading.potential(), reading.current(), reading.temperature(),
            reading.stopped());
    }
}
