// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

/** Why a link deserves a look. */
public enum LinkFlag {
    /** Another assignment is nearly as good: its likelihood is more than 5 % of that of the one chosen. */
    AMBIGUOUS("ambiguous"),
    /** The volume changed by more than 4 standard deviations of what others changed by. */
    VOLUME_JUMP("volume jump"),
    /** The centre is further than 4 standard deviations from where it was predicted. */
    FAR("far");

    private final String text;

    LinkFlag(final String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
