// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

/**
 * What stands out.
 *
 * @param kind how urgent it is
 * @param title in one line
 * @param text more of it; may be empty
 */
public record Notice(Kind kind, String title, String text) implements Content {

    /** How urgent a notice is. */
    public enum Kind {
        /** All went well. */
        SUCCESS,
        /** Worth a look. */
        WARNING,
        /** Something failed. */
        FAILURE
    }
}
