// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

/** How a particle takes up lithium, after Häusler et al., EES Batteries (2026), Fig. 5. */
public enum LithiationMode {
    /** From the surface inwards: a shell that grows around a core without change. */
    CORE_SHELL("Core-shell"),
    /** Along pathways that cross the particle. */
    NETWORK("Network"),
    /** Not at all, as far as it can be seen. */
    INACTIVE("Inactive"),
    /** From the surface and from a crack that was there before. */
    CRACKED("Cracked"),
    /** Too small, cut by the border, or between the others. */
    UNDECIDED("Undecided");

    private final String title;

    LithiationMode(final String title) {
        this.title = title;
    }

    /** For tables and pictures: "Core-shell". */
    public String title() {
        return title;
    }
}
