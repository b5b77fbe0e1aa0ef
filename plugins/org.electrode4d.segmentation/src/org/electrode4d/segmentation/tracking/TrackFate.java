// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

/** What becomes of a particle after a scan. */
public enum TrackFate {
    /** It is in a later scan. */
    CONTINUES("continues"),
    /** There is no later scan. */
    END("end of series"),
    /** Nothing later continues it. */
    DIES("dies"),
    /** It continues as several, the largest of which keeps its number. */
    SPLITS("splits"),
    /** It continues as part of another one, which keeps the number of the largest. */
    MERGES("merges");

    private final String text;

    TrackFate(final String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
