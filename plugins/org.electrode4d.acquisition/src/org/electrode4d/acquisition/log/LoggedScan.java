// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.time.Instant;
import java.util.Optional;

import org.electrode4d.acquisition.scan.ScanRequest;

/**
 * A scan as a log tells it.
 *
 * @param request what was asked for
 * @param asked when
 * @param answered when it was finished or failed; empty while it is being taken, or when the log ends before
 * @param scanId the name that the tomography control gave it; empty unless it is finished
 * @param failure why it failed; empty unless it did
 * @param rest seconds at open circuit before it, since the pause for it began; 0 directly after another scan
 */
public record LoggedScan(ScanRequest request, Moment asked, Optional<Moment> answered, String scanId, String failure,
    double rest) {

    /**
     * When something happened.
     *
     * @param time seconds since the start of the run
     * @param instant date and time of day
     */
    public record Moment(double time, Instant instant) {

        static Moment of(final LogRecord logged) {
            return new Moment(logged.time(), logged.instant());
        }
    }

    LoggedScan answered(final LogRecord logged, final String id, final String reason) {
        return new LoggedScan(request, asked, Optional.of(Moment.of(logged)), id, reason, rest);
    }
}
