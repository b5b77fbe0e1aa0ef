// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * Where the pores of an ageing phantom close sooner than elsewhere.
 *
 * @param siliconReach how far silicon compound makes itself felt, µm
 * @param siliconEffect how much more the interphase grows at the surface of silicon compound than so far away, as a
 *        part of the growth there; 0 for the same everywhere
 * @param depthEffect the same at the collector, against the separator
 * @param delay growth that does not yet close pores, on the scale of the random field (0 to 1): with 0 they shrink
 *        everywhere from the beginning; with more, where the growth is fastest they have closed as a whole before those
 *        elsewhere begin to shrink
 */
public record PoreClosing(double siliconReach, double siliconEffect, double depthEffect, double delay) {

    private static final double MOST = 100;

    /** @throws IllegalArgumentException for values out of range */
    public PoreClosing {
        if (!(siliconReach > 0) || Double.isInfinite(siliconReach)) {
            throw new IllegalArgumentException("The reach of silicon compound must be greater than zero, not "
                + siliconReach + " µm.");
        }
        requireEffect(siliconEffect, "The growth at silicon compound can exceed that far away");
        requireEffect(depthEffect, "The growth at the collector can exceed that at the separator");
        if (!(delay >= 0 && delay <= 1)) {
            throw new IllegalArgumentException("The delay of closing must be from 0 to 1, not " + delay + ".");
        }
    }

    private static void requireEffect(final double effect, final String what) {
        if (!(effect >= 0 && effect <= MOST)) {
            throw new IllegalArgumentException(what + " by 0 to " + Math.round(100 * MOST) + " %, not by "
                + 100 * effect + " %.");
        }
    }
}
