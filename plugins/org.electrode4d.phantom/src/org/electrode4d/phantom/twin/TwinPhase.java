// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

/** What a digital twin is made of; the ordinal is the label, the grey is that of a scan without drift. */
public enum TwinPhase {

    /** Pores of the electrode and of the separator, filled with electrolyte. */
    PORE("Pore", 46_000),
    BINDER("Carbon-binder", 42_000),
    /** Not lithiated. */
    SILICON("Silicon", 20_000),
    LITHIATED_SILICON("Lithiated silicon", 41_000),
    CRACK("Crack", 41_000),
    COPPER("Copper", 8_000),
    FIBRE("Separator fibre", 54_000),
    GAS("Gas", 61_000);

    private final String title;
    private final float grey;

    TwinPhase(final String title, final float grey) {
        this.title = title;
        this.grey = grey;
    }

    /** The name as it is shown. */
    public String title() {
        return title;
    }

    /** Mean grey value; copper, binder and pores have a texture about it. */
    public float grey() {
        return grey;
    }

    /** The number of the phase in label volumes. */
    public int label() {
        return ordinal();
    }
}
