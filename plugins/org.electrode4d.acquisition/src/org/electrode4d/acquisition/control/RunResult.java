// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.util.Optional;

/**
 * How a run ended.
 *
 * @param finished whether every step of the protocol is done
 * @param reason why it ended
 * @param samples that are in the log, of all parts of a run that was resumed
 * @param scans that were completed, of all parts
 * @param lostReadings that had to be asked for again, of this part
 * @param safeState what came of making safe at the end
 * @param cause of a failure of something other than the cell
 */
public record RunResult(boolean finished, String reason, long samples, int scans, long lostReadings,
    SafeStateOutcome safeState, Optional<Throwable> cause) {
}
