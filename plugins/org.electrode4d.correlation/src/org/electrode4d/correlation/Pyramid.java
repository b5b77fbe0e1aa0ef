// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.volume.Shape;

/**
 * The levels of node spacing that a volume has room for.
 *
 * @param levels from coarse to fine; the last is always the one that was asked for
 * @param bins of the levels
 * @param remarks on what was left out
 */
record Pyramid(List<NodeLevel> levels, List<Integer> bins, List<String> remarks) {

    /** A half-window smaller than this, in binned voxels, has too little texture. */
    private static final int LEAST_BINNED_HALF_WINDOW = 20;
    private static final int LARGEST_BIN = 8;

    static Pyramid of(final Shape shape, final LocalCorrelationSettings settings) {
        final double least = settings.convergence().minimumCoverage();
        final List<NodeLevel> levels = new ArrayList<>();
        final List<Integer> bins = new ArrayList<>();
        final List<String> remarks = new ArrayList<>();
        final int last = settings.levels().size() - 1;
        for (int i = 0; i <= last; i++) {
            final NodeLevel level = settings.levels().get(i);
            final double coverage = coverage(shape, level.halfWindow());
            if (coverage >= least && settings.placement().fits(shape, level.nodeSpacing())) {
                levels.add(level);
                bins.add(bin(level, i == last));
            } else if (i == last) {
                throw new CorrelationException(doesNotFit(shape, level, least));
            } else {
                remarks.add("The level with a node spacing of " + level.nodeSpacing() + " voxels was left out: its "
                    + "windows of " + (2 * level.halfWindow() + 1) + " voxels have too little room in a volume of "
                    + shape + " voxels.");
            }
        }
        return new Pyramid(levels, bins, remarks);
    }

    /** The part of a window in the middle of the volume that lies inside. */
    static double coverage(final Shape shape, final int halfWindow) {
        double part = 1;
        for (int axis = 0; axis < 3; axis++) {
            part *= Math.min(1, (shape.along(axis) - 2) / (2.0 * halfWindow + 1));
        }
        return part;
    }

    private static int bin(final NodeLevel level, final boolean finest) {
        if (level.bin() > 0 || finest) {
            return Math.max(1, level.bin());
        }
        int bin = 1;
        while (2 * bin <= LARGEST_BIN && level.halfWindow() / (2 * bin) >= LEAST_BINNED_HALF_WINDOW) {
            bin *= 2;
        }
        return bin;
    }

    private static String doesNotFit(final Shape shape, final NodeLevel level, final double least) {
        int fitting = level.halfWindow();
        while (fitting >= NodeLevel.SMALLEST_HALF_WINDOW && coverage(shape, fitting) < least) {
            fitting--;
        }
        final String problem = "A window of " + (2 * level.halfWindow() + 1) + " voxels (half-window size "
            + level.halfWindow() + ", node spacing " + level.nodeSpacing() + ") is too large for a volume of " + shape
            + " voxels: at least " + Math.round(100 * least) + " % of it must lie inside. ";
        return fitting < NodeLevel.SMALLEST_HALF_WINDOW ? problem + "This volume is too small for any window."
            : problem + "Use a node spacing and a half-window size of " + fitting + " voxels or less.";
    }
}
