// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import java.util.Arrays;
import org.electrode4d.volume.Progress;

/**
 * What the samples of a slice in polar coordinates differ by from the running median along their radius. Where the line
 * of samples begins or ends, the window shrinks on both sides, because the median of one side alone is not that of the
 * place; where it becomes too short, there is no difference. Belongs to one thread.
 */
final class RadialDifferences {

    private static final int LEAST_REACH = 3;
    /** Lines at a time: rows of so many are vectors, and what a window needs stays in the processor's cache. */
    private static final int BATCH = 256;
    /** The widest window that a network sorts faster than one value after the other. */
    private static final int WIDEST_NETWORK = 15;

    private final RingGrid grid;
    private final RingSamples samples;
    private final int half;
    private final int leastReach;
    private final float[][] rows;
    private final float[] row = new float[BATCH];
    private final float[] line;
    private final MedianRows network;
    private final RunningMedian median;

    /** @param half of the window of the median, without its middle */
    RadialDifferences(final RingGrid grid, final RingSamples samples, final int half) {
        this.grid = grid;
        this.samples = samples;
        this.half = half;
        leastReach = Math.min(half, LEAST_REACH);
        rows = new float[samples.places()][BATCH];
        line = new float[samples.places()];
        network = half <= WIDEST_NETWORK && rows.length > 2 * half ? new MedianRows(half, BATCH) : null;
        median = new RunningMedian(2 * half + 3);
    }

    /**
     * @param slice x fastest, and NaN at its end
     * @param differences receives {@code [ring * angles + angle]}
     */
    void find(final float[] slice, final float[] differences, final Progress progress) {
        final boolean whole = isWhole(slice);
        for (int first = 0; first < grid.angles(); first += BATCH) {
            progress.check();
            final int count = Math.min(BATCH, grid.angles() - first);
            for (int place = 0; place < rows.length; place++) {
                samples.read(slice, place, first, count, rows[place]);
            }
            if (network != null) {
                findRows(first, count, differences);
            }
            for (int i = 0; i < count; i++) {
                final int last = network != null && whole ? samples.last(first + i) : -1;
                if (last < 0) {
                    findLine(i, first + i, differences);
                } else {
                    findEnd(i, first + i, last, differences);
                }
            }
        }
    }

    /** Whether nothing in a slice is NaN but its end. */
    private static boolean isWhole(final float[] slice) {
        for (int i = 0; i < slice.length - 1; i++) {
            if (slice[i] != slice[i]) {
                return false;
            }
        }
        return true;
    }

    /** All places that have a whole window, of all lines. */
    private void findRows(final int first, final int count, final float[] differences) {
        for (int place = 0; place <= half; place++) {
            network.sort(rows, place);
        }
        for (int ring = 0; ring < grid.rings(); ring++) {
            final int place = ring + half;
            if (place + half < rows.length) {
                network.sort(rows, place + 1);
                network.differences(rows, place, row);
            } else {
                Arrays.fill(row, Float.NaN);
            }
            System.arraycopy(row, 0, differences, ring * grid.angles() + first, count);
        }
    }

    /** The last places of a line, from the one with the shortest window on. */
    private void findEnd(final int i, final int angle, final int last, final float[] differences) {
        median.clear();
        int left = last + 1;
        for (int place = last - leastReach; place > last - half && place >= half; place--) {
            while (left > 2 * place - last) {
                median.add(rows[--left][i]);
            }
            differences[(place - half) * grid.angles() + angle] = rows[place][i] - median.median();
        }
    }

    /** All places of a line, one after the other. */
    private void findLine(final int i, final int angle, final float[] differences) {
        for (int place = 0; place < line.length; place++) {
            line[place] = rows[place][i];
        }
        final int first = first();
        final int last = last();
        int left = first;
        int right = first - 1;
        median.clear();
        for (int ring = 0; ring < grid.rings(); ring++) {
            final int place = ring + half;
            final int reach = Math.min(half, Math.min(place - first, last - place));
            float difference = Float.NaN;
            if (reach >= leastReach) {
                if (right == place + reach - 1 && left == place - reach - 1) {
                    median.replace(line[left++], line[++right]);
                }
                while (right < place + reach) {
                    median.add(line[++right]);
                }
                while (left < place - reach) {
                    median.remove(line[left++]);
                }
                difference = line[place] - median.median();
            }
            differences[ring * grid.angles() + angle] = difference;
        }
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
}
