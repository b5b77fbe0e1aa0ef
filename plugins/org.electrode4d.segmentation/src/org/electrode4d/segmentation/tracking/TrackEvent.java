// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

/** How a particle came to be where a scan shows it. */
public enum TrackEvent {
    /** It is in the first scan. */
    START("start"),
    /** It continues a particle of the scan before. */
    LINKED("linked"),
    /** It was missing in the scan before, and continues a particle of the one before that. */
    GAP("gap closed"),
    /** Nothing before explains it. */
    BORN("born"),
    /** It is a part of a particle of the scan before. */
    SPLIT("split"),
    /** It holds several particles of the scan before. */
    MERGED("merged");

    private final String text;

    TrackEvent(final String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
