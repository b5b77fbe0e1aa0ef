// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

import java.util.Arrays;
import org.electrode4d.volume.Progress;

/**
 * Shows the edges of a grid in ascending order of their weights, and in the order of the grid where weights are equal,
 * with a buffer for a part of them. A pass over the grid counts edges by weight; the next one collects the lightest
 * ones that fit, sorted by the counts; and so on. Edges that nobody wants any more are skipped, so that later rounds
 * take many at once. The order does not depend on the size of the buffer.
 */
final class OrderedEdges {

    /** Key of an infinite weight: one past the last. */
    private static final int END = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);
    private static final int EDGES_PER_CHECK = 1 << 16;
    private static final int MOST_BITS = 20;
    private static final int KEY_BITS = 31;

    private final GreyGrid grid;
    private final int[] voxels;
    private final byte[] directions;
    private final long[] counts;
    private final int bits;
    private final int shift;

    /** What is done with edges. */
    interface Use {

        /** Called before edges are asked for, and after others were given. */
        void prepare(float lightest);

        /** Whether an edge can matter. Must not change anything. */
        boolean wants(int first, int second);

        void take(int first, int second, float weight);
    }

    /** @param capacity of the buffer, in edges of five bytes; at least one */
    OrderedEdges(final GreyGrid grid, final int capacity) {
        this.grid = grid;
        voxels = new int[capacity];
        directions = new byte[capacity];
        bits = Math.max(8, Math.min(MOST_BITS, 62 - Long.numberOfLeadingZeros(grid.edges() | 1)));
        shift = KEY_BITS - bits;
        counts = new long[1 << bits];
    }

    void forEach(final Use use, final Progress progress) {
        int low = 0;
        while (low < END) {
            use.prepare(Float.intBitsToFloat(low));
            low = next(low, use, progress);
            progress.report(Math.min(1, low / (double)END), "Superpixels");
        }
    }

    /** Shows some of the edges with this key and more; gives the first key that is left. */
    private int next(final int lowest, final Use use, final Progress progress) {
        int low = lowest;
        int width = shift;
        int first = low >>> width << width;
        while (true) {
            count(first, low, width, use, progress);
            final int bins = fitting();
            if (bins == counts.length || hasEdges(bins)) {
                final int high = (int)Math.min(END, first + ((long)bins << width));
                collect(low, high, width, first, use, progress);
                return high;
            }
            // a bin has more edges than fit: look at its part with narrower bins
            first += bins << width;
            low = Math.max(low, first);
            if (width == 0) {
                return stream(low, use, progress);
            }
            width = Math.max(0, width - bits);
        }
    }

    /** Edges of one weight need no buffer, for they are in order already. */
    private int stream(final int only, final Use use, final Progress progress) {
        final float weight = Float.intBitsToFloat(only);
        grid.forEach(only, only + 1, row -> {
            final int offset = grid.offset(row.direction);
            for (int i = 0; i < row.count; i++) {
                use.take(row.voxels[i], row.voxels[i] + offset, weight);
            }
        }, progress);
        return only + 1;
    }

    private void count(final int first, final int low, final int width, final Use use, final Progress progress) {
        Arrays.fill(counts, 0);
        final long end = Math.min(END, first + ((long)counts.length << width));
        grid.forEach(low, (int)end, row -> {
            final int offset = grid.offset(row.direction);
            for (int i = 0; i < row.count; i++) {
                if (use.wants(row.voxels[i], row.voxels[i] + offset)) {
                    counts[row.keys[i] - first >>> width]++;
                }
            }
        }, progress);
    }

    /** How many of the first bins have edges that fit into the buffer together. */
    private int fitting() {
        long sum = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            sum += counts[bin];
            if (sum > voxels.length) {
                return bin;
            }
        }
        return counts.length;
    }

    private boolean hasEdges(final int bins) {
        for (int bin = 0; bin < bins; bin++) {
            if (counts[bin] > 0) {
                return true;
            }
        }
        return false;
    }

    /** Shows the wanted edges with {@code low <= key < high}, which fit; counts becomes where each bin ends. */
    private void collect(final int low, final int high, final int width, final int first, final Use use,
        final Progress progress) {
        long start = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            final long count = counts[bin];
            counts[bin] = start;
            start += count;
        }
        grid.forEach(low, high, row -> {
            final int offset = grid.offset(row.direction);
            for (int i = 0; i < row.count; i++) {
                if (use.wants(row.voxels[i], row.voxels[i] + offset)) {
                    final int place = (int)counts[row.keys[i] - first >>> width]++;
                    voxels[place] = row.voxels[i];
                    directions[place] = (byte)row.direction;
                }
            }
        }, progress);
        final int bins = (int)((high - 1L - first >>> width) + 1);
        int from = 0;
        for (int bin = 0; bin < bins; bin++) {
            final int to = (int)counts[bin];
            if (width > 0) {
                sort(from, to);
            }
            from = to;
        }
        for (int i = 0; i < from; i++) {
            if (i % EDGES_PER_CHECK == 0) {
                progress.check();
            }
            use.take(voxels[i], voxels[i] + grid.offset(directions[i]), grid.weight(voxels[i], directions[i]));
        }
    }

    /** Sorts the edges of a bin, which are in the order of the grid, by their weights. */
    private void sort(final int from, final int to) {
        if (to - from < 2) {
            return;
        }
        final long[] order = new long[to - from];
        for (int i = 0; i < order.length; i++) {
            final float weight = grid.weight(voxels[from + i], directions[from + i]);
            order[i] = (long)Float.floatToRawIntBits(weight) << Integer.SIZE | i;
        }
        Arrays.sort(order);
        final int[] firsts = Arrays.copyOfRange(voxels, from, to);
        final byte[] ways = Arrays.copyOfRange(directions, from, to);
        for (int i = 0; i < order.length; i++) {
            voxels[from + i] = firsts[(int)order[i]];
            directions[from + i] = ways[(int)order[i]];
        }
    }
}
