// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition;

import java.time.Instant;

/**
 * Where time comes from. Decisions are made on {@link #seconds()} alone: {@link #instant()} is written beside it into
 * the log for people, and may jump when the computer's clock is set.
 */
public interface Clock {

    /** Seconds since an arbitrary start; never runs backwards. */
    double seconds();

    /** The date and time of day. */
    Instant instant();

    /**
     * Waits until {@link #seconds()} has reached a value; returns at once if it has.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void sleepUntil(double seconds) throws InterruptedException;
}
