// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.trial;

import java.util.List;

/**
 * What became of a trial.
 *
 * @param finished whether the protocol was done
 * @param programs that were needed: 1 and one more for each death
 * @param records in the log
 * @param samples in the log
 * @param scans that were finished
 * @param secondsToSafe longest time from the last sample of a program to the cell safe
 * @param alarms that were raised since the safe state could not be verified
 * @param secondsBeyond longest time in one piece beyond a safety limit, by the truth of the cell
 * @param maxPotential of the cell, V
 * @param minPotential of the cell, V
 * @param holdsLimits whether the instrument watches limits by itself; otherwise nothing does while it cannot be reached
 * @param violations of what must never happen; empty if all is well
 */
public record TrialReport(boolean finished, int programs, long records, long samples, long scans, double secondsToSafe,
    int alarms, boolean holdsLimits, double secondsBeyond, double maxPotential, double minPotential, List<Violation> violations) {

    /** Copies the list. */
    public TrialReport {
        violations = List.copyOf(violations);
    }
}
