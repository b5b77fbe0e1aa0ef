// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import org.electrode4d.volume.Progress;

/**
 * Finds the rings of slices of one size, one slice after the other. Belongs to one thread.
 *
 * <p>The slice is sampled in polar coordinates. Along each radius the running median follows the structure, edges
 * included; what differs from it is noise or ring, and the median of that around a ring is the ring. Near the centre
 * the line of the median goes on at the opposite side, and angular windows are wide enough to hold {@value #LEAST_ARC}
 * voxels of the ring.
 */
final class RingEstimate {

    private static final double LEAST_ARC = 16;
    /** The robust standard deviations above which a difference is structure: noise has none of that size. */
    private static final double STRUCTURE = 10;
    private static final double MAD_TO_DEVIATION = 1.4826;
    private static final int SAMPLES = 1 << 18;

    private final RingGrid grid;
    private final RingSettings settings;
    private final RadialDifferences radial;
    private final float[] differences;
    private final float[] selected;

    RingEstimate(final RingGrid grid, final RingSettings settings, final RingSamples samples) {
        this.grid = grid;
        this.settings = settings;
        radial = new RadialDifferences(grid, samples, settings.medianWindow() / 2);
        differences = new float[grid.angles() * grid.rings()];
        selected = new float[Math.max(grid.angles(), SAMPLES)];
    }

    /**
     * The rings of a slice.
     *
     * @param slice x fastest, and NaN at its end
     * @return grey values: {@code profile[window * rings + radius]}
     */
    float[] rings(final float[] slice, final Progress progress) {
        radial.find(slice, differences, progress);
        return profile(limit());
    }

    /** The largest difference that can be a ring. */
    private float limit() {
        if (settings.largestRing() > 0) {
            return (float)settings.largestRing();
        }
        final int step = (differences.length + SAMPLES - 1) / SAMPLES;
        int count = 0;
        for (int i = 0; i < differences.length; i += step) {
            if (differences[i] == differences[i]) {
                selected[count++] = Math.abs(differences[i]);
            }
        }
        final double deviation = count == 0 ? 0 : MAD_TO_DEVIATION * Selection.median(selected, count);
        return deviation == 0 ? Float.POSITIVE_INFINITY : (float)(STRUCTURE * deviation);
    }

    private float[] profile(final float limit) {
        final float[] profile = new float[grid.values()];
        final int angles = grid.angles();
        for (int ring = 0; ring < grid.rings(); ring++) {
            final double least = ring == 0 ? 360 : Math.min(360, Math.toDegrees(LEAST_ARC / ring));
            final double degrees = Math.max(settings.angularWindow(), least);
            final int half = degrees >= 360 ? angles / 2 : (int)Math.ceil(degrees / 720 * angles);
            if (half == angles / 2) {
                final float value = ring(ring, 0, angles, limit);
                for (int window = 0; window < grid.windows(); window++) {
                    profile[window * grid.rings() + ring] = value;
                }
                continue;
            }
            for (int window = 0; window < grid.windows(); window++) {
                final int middle = (int)((long)window * angles / grid.windows());
                profile[window * grid.rings() + ring] = ring(ring, middle - half, 2 * half + 1, limit);
            }
        }
        return profile;
    }

    /** The median of a part of a ring; 0 where most of it is structure, or outside of the slice. */
    private float ring(final int ring, final int first, final int count, final float limit) {
        final int angles = grid.angles();
        final int begin = Math.floorMod(first, angles);
        final int straight = Math.min(count, angles - begin);
        int inside = 0;
        int kept = 0;
        for (int part = 0; part < 2; part++) {
            final int from = ring * angles + (part == 0 ? begin : 0);
            final int to = from + (part == 0 ? straight : count - straight);
            for (int i = from; i < to; i++) {
                final float difference = differences[i];
                if (difference == difference) {
                    inside++;
                    if (Math.abs(difference) <= limit) {
                        selected[kept++] = difference;
                    }
                }
            }
        }
        return kept == 0 || 2 * kept < inside ? 0 : (float)Selection.median(selected, kept);
    }
}
