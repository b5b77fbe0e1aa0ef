// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

/** How a silicon particle takes up lithium (Häusler et al. 2026, Fig. 5, S14 and S16). */
public enum LithiationMode {

    /** From the surface inwards: a shell about a core that shrinks. */
    CORE_SHELL("Core-shell"),
    /** Along branching paths in {@code <110>} directions that cross the core. */
    NETWORK("Network"),
    /** Not at all. */
    INACTIVE("Inactive"),
    /** Broken before the first charge: from the surface and from the walls of the crack. */
    CRACKED("Cracked");

    private final String title;

    LithiationMode(final String title) {
        this.title = title;
    }

    /** The name as it is shown. */
    public String title() {
        return title;
    }
}
