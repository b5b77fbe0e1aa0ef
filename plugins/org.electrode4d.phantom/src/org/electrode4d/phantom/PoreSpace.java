// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * The pores of an ageing phantom.
 *
 * @param fraction of the volume when pristine, above 0 and below 1
 * @param spacing of the smooth random field whose high places are pores, µm; pores are about half as wide
 * @param siliconReach how far silicon compound makes pores close sooner, µm
 * @param depthEffect how much more the interphase grows at the collector than at the separator, as a part of the growth
 *            there; 0 for the same everywhere
 */
public record PoreSpace(double fraction, double spacing, double siliconReach, double depthEffect) {

    private static final double REACH = 2.5;

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
        if (!(siliconReach > 0) || Double.isInfinite(siliconReach)) {
            throw new IllegalArgumentException("The reach of silicon compound must be greater than zero, not "
                + siliconReach + " µm.");
        }
        if (!(depthEffect >= 0 && depthEffect <= 100)) {
            throw new IllegalArgumentException("The growth at the collector can exceed that at the separator by 0 to "
                + "10000 %, not by " + 100 * depthEffect + " %.");
        }
    }

    /** With a reach of silicon compound of 2.5 times the spacing. */
    public PoreSpace(final double fraction, final double spacing, final double depthEffect) {
        this(fraction, spacing, REACH * spacing, depthEffect);
    }
}
