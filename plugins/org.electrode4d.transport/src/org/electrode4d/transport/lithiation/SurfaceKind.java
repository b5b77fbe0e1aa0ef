// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;


/** What a piece of the surface of a particle faces, and hence what passes there. */
public enum SurfaceKind {
    /** Pore, which the electrolyte fills: lithium ions pass. */
    FREE("Free"),
    /** Solid electrolyte interphase: lithium ions pass against a resistance, electrons do not. */
    SEI("SEI-covered"),
    /** A conducting phase, such as carbon black and binder (CBD): electrons pass, ions do not. */
    CONTACT("Contact"),
    /** Any other phase: nothing passes. */
    BLOCKED("Blocked"),
    /** The volume ends here: nothing passes, since nothing is known. */
    CUT("Cut off");

    private final String label;

    SurfaceKind(final String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** Whether lithium ions pass. */
    public boolean isIonic() {
        return this == FREE || this == SEI;
    }
}
