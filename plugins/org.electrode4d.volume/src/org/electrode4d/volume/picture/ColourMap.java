// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

/**
 * Colours of values from 0 to 1. Colours between those of a table are interpolated in RGB.
 */
public enum ColourMap {
    /** Black to white, for images. */
    GREY(0x203a5c, 0xffffff, 0x000000, 0xffffff),
    /**
     * Dark violet over green to yellow, of evenly rising lightness: for quantities without a middle. Infinity is white,
     * as for what cannot be reached.
     */
    VIRIDIS(0xd0d0d0, 0xffffff, 0x440154, 0x472c7a, 0x3b518b, 0x2c718e, 0x21908d, 0x27ad81, 0x5cc863, 0xaadc32, 0xfde725),
    /** Blue over white to red: for quantities around zero, such as strain. */
    DIVERGING(0x7f7f7f, 0xa91e2d, 0x1f4ea3, 0x5f8dd3, 0xb3cbed, 0xf7f7f7, 0xf2bdb0, 0xd9705c, 0xa91e2d);

    private final int undefined;
    private final int infinite;
    private final int[] colours;

    ColourMap(final int undefined, final int infinite, final int... colours) {
        this.undefined = undefined;
        this.infinite = infinite;
        this.colours = colours;
    }

    /**
     * @param part 0 to 1; beyond that the colours of the ends, infinity that of the map, and for NaN a colour that no number
     *        has
     * @return red, green and blue in the lower 24 bits
     */
    public int rgb(final double part) {
        if (Double.isNaN(part)) {
            return undefined;
        } else if (part == Double.POSITIVE_INFINITY) {
            return infinite;
        }
        final double position = Math.max(0, Math.min(1, part)) * (colours.length - 1);
        final int lower = Math.min((int)position, colours.length - 2);
        final double weight = position - lower;
        return mix(lower, weight, 16) | mix(lower, weight, 8) | mix(lower, weight, 0);
    }

    private int mix(final int lower, final double weight, final int shift) {
        final int a = colours[lower] >> shift & 0xff;
        final int b = colours[lower + 1] >> shift & 0xff;
        return (int)Math.round(a + weight * (b - a)) << shift;
    }
}
