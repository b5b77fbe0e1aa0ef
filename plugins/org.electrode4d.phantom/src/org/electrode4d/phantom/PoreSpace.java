// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * The pores of an ageing phantom.
 *
 * @param fraction of the volume when pristine, above 0 and below 1
 * @param spacing of the smooth random field whose high places are pores, µm; pores are about half as wide
 * @param elongation of the field across the electrode, over that along it; 0.1 to 10
 * @param closing where they close first
 */
public record PoreSpace(double fraction, double spacing, double elongation, PoreClosing closing) {

    private static final double MOST_ELONGATION = 10;

    /** @throws IllegalArgumentException for values out of range */
    public PoreSpace {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException("Pores must fill more than 0 and less than 100 % of the volume, not "
                + 100 * fraction + " %.");
        }
        if (!(spacing > 0) || Double.isInfinite(spacing)) {
            throw new IllegalArgumentException("The spacing of the pores must be greater than zero, not " + spacing
                + " µm.");
        }
        if (!(elongation >= 1 / MOST_ELONGATION && elongation <= MOST_ELONGATION)) {
            throw new IllegalArgumentException("The elongation of the pores must be from 0.1 to 10, not " + elongation
                + ".");
        }
    }

    /**
     * Pores that are alike in all directions, and close from the beginning, five times as fast at silicon compound as
     * 2.5 spacings away.
     *
     * @param depthEffect how much more the interphase grows at the collector, see {@link PoreClosing#depthEffect}
     */
    public PoreSpace(final double fraction, final double spacing, final double depthEffect) {
        this(fraction, spacing, 1, new PoreClosing(2.5 * spacing, 4, depthEffect, 0));
    }
}
