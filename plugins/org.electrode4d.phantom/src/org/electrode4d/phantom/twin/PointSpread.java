// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.filter.Gaussian;

/**
 * The optics: point spread {@code (1 + a) G(s) - a G(2 s)}, G the normal density in three dimensions. It is as wide in
 * every direction, and its integral over planes, the line spread function, has the same form in one dimension.
 */
final class PointSpread {

    /** The smallest width of an edge that voxels show, in voxels. */
    static final double LEAST_VOXELS = 2;

    private static final double WIDE = 2;
    private static final int HALVINGS = 60;

    private final float fringes;
    private final double narrow;
    private final double further;
    private final int narrowReach;
    private final int furtherReach;

    /**
     * @param width full width at half maximum of the line spread function, voxels
     * @param fringes a
     */
    PointSpread(final double width, final double fringes) {
        this.fringes = (float)fringes;
        narrow = width / (2 * halfWidth(fringes));
        // what makes the wide Gaussian of the narrow one
        further = fringes == 0 ? 0 : narrow * Math.sqrt(WIDE * WIDE - 1);
        narrowReach = Gaussian.reach(narrow);
        furtherReach = Gaussian.reach(further);
    }

    /** Where the line spread function of s = 1 has half of its height: it falls all the way to there. */
    private static double halfWidth(final double fringes) {
        double low = 0;
        double high = 2;
        for (int i = 0; i < HALVINGS; i++) {
            final double middle = (low + high) / 2;
            if (line(middle, fringes) > line(0, fringes) / 2) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double line(final double x, final double fringes) {
        return (1 + fringes) * Math.exp(-x * x / 2) - fringes / WIDE * Math.exp(-x * x / (2 * WIDE * WIDE));
    }

    /** Voxels about a block that its image depends on. */
    int reach() {
        return narrowReach + furtherReach;
    }

    /**
     * The image of a block.
     *
     * @param greys of the block grown by {@link #reach}
     */
    float[] apply(final float[] greys, final Block block) {
        final Block outer = block.grow(furtherReach);
        final float[] sharp = Gaussian.smooth(greys, block.grow(reach()), narrow);
        if (fringes == 0) {
            return sharp;
        }
        final float[] soft = Gaussian.smooth(sharp, outer, further);
        int at = 0;
        for (int z = 0; z < block.sizeZ(); z++) {
            for (int y = 0; y < block.sizeY(); y++) {
                int from = ((z + furtherReach) * outer.sizeY() + y + furtherReach) * outer.sizeX() + furtherReach;
                for (int x = 0; x < block.sizeX(); x++, at++, from++) {
                    soft[at] = (1 + fringes) * sharp[from] - fringes * soft[at];
                }
            }
        }
        return soft;
    }
}
