// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

/**
 * Something in a log that is not as it was written.
 *
 * @param line of the file, 1 for the first
 * @param kind of the damage
 * @param why in words
 */
public record LogDamage(long line, Kind kind, String why) {

    /** What can be wrong with a line. */
    public enum Kind {
        /** Not written completely: the program died, or the disk was full. */
        TORN,
        /** Changed or overwritten after it was written. */
        DAMAGED,
        /** Of a newer version of the format. */
        NEWER,
        /** Records before it are missing. */
        RECORDS_LOST,
        /** A record of its number was there before; passed over. */
        RECORD_REPEATED,
        /** Samples before it are missing. */
        SAMPLES_LOST,
        /** A sample of its number was there before. */
        SAMPLE_REPEATED
    }
}
