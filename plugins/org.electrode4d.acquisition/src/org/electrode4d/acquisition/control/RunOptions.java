// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.util.OptionalDouble;

/**
 * Times and counts of a run.
 *
 * @param readAttempts how often a reading that is lost or no measurement is asked for; at least 1
 * @param tolerance seconds between two readings after which the instrument counts as lost; empty for 3 sampling
 *            periods or {@code readAttempts} answer times of the instrument, whichever is longer
 * @param scanTimeout seconds after which a scan that was asked for counts as failed
 * @param safeState how long the safe state is tried for
 */
public record RunOptions(int readAttempts, OptionalDouble tolerance, double scanTimeout, SafeStateRetries safeState) {

    /** 3 attempts, the usual tolerance, half an hour for a scan. */
    public static final RunOptions DEFAULT = new RunOptions(3, OptionalDouble.empty(), 1800, SafeStateRetries.DEFAULT);

    private static final int PERIODS = 3;

    /** Refuses what would wait for nothing or for ever. */
    public RunOptions {
        if (readAttempts < 1) {
            throw new IllegalArgumentException("A reading is to be asked for " + readAttempts
                + " times; it must be 1 or more.");
        }
        check("tolerance of a lost reading", tolerance.orElse(1));
        check("time for a scan", scanTimeout);
    }

    private static void check(final String name, final double seconds) {
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException("The " + name + " is " + seconds + " s; it must be above 0 and finite.");
        }
    }

    /** Seconds between two readings after which the instrument is lost. */
    double tolerance(final double samplingPeriod, final double answerTime) {
        return tolerance.orElse(Math.max(PERIODS * samplingPeriod, readAttempts * answerTime));
    }
}
