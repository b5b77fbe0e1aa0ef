// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * Ways through an ageing phantom that close last: tubes that begin at the surface, run between the grains and wind the
 * more the deeper they are, so that the way along them to the depth z is {@code z exp(z / stretch)} long: a tortuosity
 * that rises exponentially (Vorauer et al. 2020, Fig. 6a). Most end on their way: of N at the surface
 * {@code N exp(-z / reach)} are left at the depth z.
 *
 * @param spacing of the channels at the surface, µm; where grains are near there are none. 0 for no channels at all
 * @param reach depth at which a channel ends on average, µm
 * @param stretch depth over which the tortuosity grows by the factor e, µm
 */
public record PoreChannels(double spacing, double reach, double stretch) {

    /** Pores close as their places have it, none later than others. */
    public static final PoreChannels NONE = new PoreChannels(0, 1, 1);

    /** @throws IllegalArgumentException for values out of range */
    public PoreChannels {
        if (!(spacing >= 0) || Double.isInfinite(spacing)) {
            throw new IllegalArgumentException("The spacing of the channels must be greater than zero, or 0 for none, "
                + "not " + spacing + " µm.");
        }
        if (!(reach > 0 && stretch > 0)) {
            throw new IllegalArgumentException("The depths over which channels end and wind must be greater than zero, "
                + "not " + reach + " and " + stretch + " µm.");
        }
    }

    /** Length of the way to a depth, both in µm. */
    double way(final double depth) {
        return depth * Math.exp(depth / stretch);
    }
}
