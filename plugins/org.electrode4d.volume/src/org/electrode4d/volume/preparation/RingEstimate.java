// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import org.electrode4d.volume.Progress;

/**
 * Finds the rings of slices of one size, one slice after the other. Belongs to one thread.
 *
 * <p>The slice is sampled in polar coordinates at the nearest voxel, because interpolation would blur rings that are
 * one voxel wide. Along each radius the running median follows the structure, edges included; what differs from it is
 * noise or ring, and the median of that around a ring is the ring. Near the centre the line of the median goes on at
 * the opposite side, and angular windows are wide enough to hold {@value #LEAST_ARC} voxels of the ring.
 */
final class RingEstimate {

    private static final double LEAST_ARC = 16;
    /** The robust standard deviations above which a difference is structure: noise has none of that size. */
    private static final double STRUCTURE = 10;
    private static final double MAD_TO_DEVIATION = 1.4826;
    private static final int SAMPLES = 1 << 18;
    private static final int BATCH = 16;
    private static final int LEAST_REACH = 3;

    private final RingGrid grid;
    private final RingSettings settings;
    private final float[] polar;
    private final float[] differences;
    private final float[] selected;
    private final float[] line;
    private final RunningMedian median;

    RingEstimate(final RingGrid grid, final RingSettings settings) {
        this.grid = grid;
        this.settings = settings;
        polar = new float[grid.angles() * grid.rings()];
        differences = new float[polar.length];
        selected = new float[Math.max(grid.angles(), SAMPLES)];
        line = new float[grid.rings() + settings.medianWindow() / 2];
        median = new RunningMedian(settings.medianWindow() + 2);
    }

    /**
     * The rings of a slice.
     *
     * @param slice x fastest; its rings are taken away
     * @return grey values: {@code profile[window * rings + radius]}
     */
    float[] rings(final float[] slice, final Progress progress) {
        final float[] sum = new float[grid.values()];
        for (int pass = 0; pass < settings.passes(); pass++) {
            progress.check();
            sample(slice);
            subtractMedians(progress);
            final float[] profile = profile(limit());
            for (int i = 0; i < sum.length; i++) {
                sum[i] += profile[i];
            }
            if (pass < settings.passes() - 1) {
                subtract(profile, slice);
            }
        }
        return sum;
    }

    private void sample(final float[] slice) {
        final int width = grid.width();
        final int height = grid.height();
        for (int angle = 0; angle < grid.angles(); angle++) {
            final double turn = 2 * Math.PI * angle / grid.angles();
            final double cos = Math.cos(turn);
            final double sin = Math.sin(turn);
            final int line = angle * grid.rings();
            for (int ring = 0; ring < grid.rings(); ring++) {
                final double x = grid.right() + ring * cos + 0.5;
                final double y = grid.down() + ring * sin + 0.5;
                final boolean inside = x >= 0 && y >= 0 && x < width && y < height;
                final float value = inside ? slice[(int)y * width + (int)x] : Float.NaN;
                polar[line + ring] = Float.isFinite(value) ? value : Float.NaN;
            }
        }
    }

    /** The differences of all samples, ring by ring; a batch of lines at a time, whose ends share cache lines. */
    private void subtractMedians(final Progress progress) {
        final int rings = grid.rings();
        final float[] batch = new float[BATCH * rings];
        for (int first = 0; first < grid.angles(); first += BATCH) {
            progress.check();
            final int count = Math.min(BATCH, grid.angles() - first);
            for (int i = 0; i < count; i++) {
                subtractMedian(first + i, batch, i * rings);
            }
            for (int ring = 0; ring < rings; ring++) {
                for (int i = 0; i < count; i++) {
                    differences[ring * grid.angles() + first + i] = batch[i * rings + ring];
                }
            }
        }
    }

    /**
     * Where the line begins or ends, the window shrinks on both sides, because the median of one side alone is not that
     * of the place; where it becomes too short, there is no difference.
     */
    private void subtractMedian(final int angle, final float[] target, final int to) {
        final int half = settings.medianWindow() / 2;
        fill(angle, half);
        final int first = first();
        final int last = last();
        int left = first;
        int right = first - 1;
        median.clear();
        for (int ring = 0; ring < grid.rings(); ring++) {
            final int place = ring + half;
            final int reach = Math.min(half, Math.min(place - first, last - place));
            if (reach < Math.min(half, LEAST_REACH)) {
                target[to + ring] = Float.NaN;
                continue;
            }
            if (right == place + reach - 1 && left == place - reach - 1) {
                median.replace(line[left++], line[++right]);
            }
            while (right < place + reach) {
                median.add(line[++right]);
            }
            while (left < place - reach) {
                median.remove(line[left++]);
            }
            target[to + ring] = line[place] - median.median();
        }
    }

    /** A radius, and before it the beginning of the opposite one. */
    private void fill(final int angle, final int half) {
        final int rings = grid.rings();
        final int opposite = (angle + grid.angles() / 2) % grid.angles();
        for (int i = 1; i <= half; i++) {
            line[half - i] = i < rings ? polar[opposite * rings + i] : Float.NaN;
        }
        System.arraycopy(polar, angle * rings, line, half, rings);
    }

    private int first() {
        int first = 0;
        while (first < line.length && line[first] != line[first]) {
            first++;
        }
        return first;
    }

    private int last() {
        int last = line.length - 1;
        while (last >= 0 && line[last] != line[last]) {
            last--;
        }
        return last;
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
        int inside = 0;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            final float difference = differences[ring * angles + Math.floorMod(first + i, angles)];
            if (difference == difference) {
                inside++;
                if (Math.abs(difference) <= limit) {
                    selected[kept++] = difference;
                }
            }
        }
        return kept == 0 || 2 * kept < inside ? 0 : (float)Selection.median(selected, kept);
    }

    private void subtract(final float[] profile, final float[] slice) {
        for (int y = 0; y < grid.height(); y++) {
            for (int x = 0; x < grid.width(); x++) {
                slice[y * grid.width() + x] -= grid.at(profile, x, y);
            }
        }
    }
}
