// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

/**
 * Which of the sorted values of a neighbourhood is taken.
 */
public enum Rank {
    /** Erodes bright regions. */
    MIN,
    /** Removes single outliers and keeps edges. */
    MEDIAN,
    /** Dilates bright regions. */
    MAX
}
