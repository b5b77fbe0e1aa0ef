// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.util.List;

/**
 * How a log was found.
 *
 * @param records that are intact
 * @param samples among them
 * @param nextNumber one more than the greatest number of a record
 * @param lastTime time of the last record in seconds since the start of the run; 0 without one
 * @param openEnd bytes after the last line end: a line that is being written, or was when its writer died
 * @param damageCount how many damages there are, the open end among them
 * @param damages the first thousand of them
 */
public record LogReport(long records, long samples, long nextNumber, double lastTime, long openEnd, long damageCount,
    List<LogDamage> damages) {

    /** Copies the list. */
    public LogReport {
        damages = List.copyOf(damages);
    }
}
