// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.coverage;

/** What a ray from the surface of a particle meets first. */
public enum Cover {
    /** Pore: the surface is in touch with the electrolyte. */
    FREE("Free"),
    /** Carbon black and binder domain (CBD), which carries electrons. */
    CBD("CBD-covered"),
    /** Solid electrolyte interphase. */
    SEI("SEI-covered"),
    /** Another particle, or a phase that is none of the others. */
    TOUCHING("Touching");

    private final String label;

    Cover(final String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
