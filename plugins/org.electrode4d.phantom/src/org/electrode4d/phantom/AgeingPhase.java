// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * What an ageing phantom is made of. The value of a phase in a label volume is its ordinal.
 */
public enum AgeingPhase {
    PORE("Pore"),
    /** Carbon and binder first, then more and more of the solid electrolyte interphase. */
    SEI("SEI and carbon-binder"),
    GRAPHITE("Graphite"),
    SILICON("Silicon compound");

    private final String title;

    AgeingPhase(final String title) {
        this.title = title;
    }

    /** For people: "Graphite". */
    public String title() {
        return title;
    }
}
