// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.time.Instant;

/**
 * A line of a log.
 *
 * @param number 0 for the first, then one more each
 * @param time seconds since the start of the run, by a clock that does not jump
 * @param instant date and time of day, by a clock that may
 * @param event what happened
 */
public record LogRecord(long number, double time, Instant instant, LogEvent event) {
}
