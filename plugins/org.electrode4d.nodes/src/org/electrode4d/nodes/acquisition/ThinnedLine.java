// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.util.stream.IntStream;

/**
 * Fewer points that draw the same line: of each of 1200 parts of the axis, as many as a picture has columns of pixels,
 * the first and last point and those with the smallest and largest value.
 */
final class ThinnedLine {

    private static final int PARTS = 1200;

    private ThinnedLine() {
    }

    /**
     * Which points to draw, in their order.
     *
     * @param x in ascending order
     * @param y as many
     */
    static int[] of(final double[] x, final double[] y) {
        if (x.length <= 4 * PARTS) {
            return IntStream.range(0, x.length).toArray();
        }
        final double part = (x[x.length - 1] - x[0]) / PARTS;
        final IntStream.Builder kept = IntStream.builder();
        int first = 0;
        while (first < x.length) {
            final double end = x[0] + part * (Math.floor((x[first] - x[0]) / part) + 1);
            int least = first;
            int most = first;
            int next = first + 1;
            while (next < x.length && x[next] < end) {
                least = y[next] < y[least] ? next : least;
                most = y[next] > y[most] ? next : most;
                next++;
            }
            IntStream.of(first, least, most, next - 1).sorted().distinct().forEach(kept::add);
            first = next;
        }
        return kept.build().toArray();
    }
}
