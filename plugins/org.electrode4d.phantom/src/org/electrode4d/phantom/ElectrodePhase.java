// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * What an electrode phantom is made of. The value of a phase in a label volume is its ordinal, and its grey value is the
 * mean of a 16-bit tomogram: pore darkest, copper brightest, lithiated silicon near graphite, so that lithiation is a
 * loss of contrast as in the paper.
 */
public enum ElectrodePhase {
    PORE("Pore", 6_000),
    BINDER("Carbon-binder", 18_000),
    GRAPHITE("Graphite", 29_000),
    SILICON("Silicon", 45_000),
    LITHIATED_SILICON("Lithiated silicon", 30_000),
    COLLECTOR("Copper collector", 58_000);

    private final String title;
    private final int grey;

    ElectrodePhase(final String title, final int grey) {
        this.title = title;
        this.grey = grey;
    }

    /** For people: "Silicon". */
    public String title() {
        return title;
    }

    /** Mean grey value, 16 bit. */
    public int grey() {
        return grey;
    }
}
