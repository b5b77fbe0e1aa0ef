// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

/**
 * How large a page may become.
 *
 * @param bytes of the whole file
 * @param rows of a table
 */
public record Limits(long bytes, int rows) {

    /** Below 10 MB, which mail servers take. */
    public static final Limits DEFAULT = new Limits(9_800_000, 200);

    private static final int SMALLEST = 100_000;

    /** Refuses what no page fits into. */
    public Limits {
        if (bytes < SMALLEST || rows < 1) {
            throw new IllegalArgumentException("A page may have " + bytes + " bytes and " + rows
                + " rows of a table, expected at least " + SMALLEST + " and 1.");
        }
    }
}
