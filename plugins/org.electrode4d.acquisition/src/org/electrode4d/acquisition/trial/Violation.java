// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.trial;

/**
 * Something that must never happen, and did.
 *
 * @param kind of it
 * @param what happened, in words
 */
public record Violation(Kind kind, String what) {

    /** What must never happen. */
    public enum Kind {
        /** The cell was beyond a safety limit for longer than until the next sample. */
        LIMIT,
        /** The safe state was late, was claimed though the output was on, or nobody was called. */
        SAFE_STATE,
        /** A sample is missing in the log, or is there twice. */
        LOG,
        /** A scan was asked for without the rest before it, under current, or was finished twice. */
        SCAN,
        /** The program failed in a way that nobody had foreseen. */
        BUG
    }
}
