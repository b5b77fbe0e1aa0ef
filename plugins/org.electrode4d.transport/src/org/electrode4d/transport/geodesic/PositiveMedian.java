// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * The exact median of numbers that are too many to be sorted. The bits of positive numbers are in the order of the
 * numbers: in four passes, 16 bits of the median are found at a time from a histogram.
 */
final class PositiveMedian {

    private static final int BITS = 16;
    private static final int BINS = 1 << BITS;

    private final Consumer<DoubleConsumer> numbers;
    private final int[] histogram = new int[BINS];

    /** @param numbers hands all of them over, the same at every call; fewer than 2^31, none below 0 */
    PositiveMedian(final Consumer<DoubleConsumer> numbers) {
        this.numbers = numbers;
    }

    /** Between the two middle numbers if they are even in number; infinity if there are none. */
    double find() {
        final Count count = new Count();
        numbers.accept(count);
        if (count.all == 0) {
            return Double.POSITIVE_INFINITY;
        }
        final double lower = select((count.all - 1) / 2);
        if (count.all % 2 == 1) {
            return lower;
        }
        final Above above = new Above(lower);
        numbers.accept(above);
        return above.notAbove > count.all / 2 ? lower : (lower + above.smallest) / 2;
    }

    /** The number that has so many before it. */
    private double select(final long before) {
        long left = before;
        long known = 0;
        for (int shift = Long.SIZE - BITS; shift >= 0; shift -= BITS) {
            Arrays.fill(histogram, 0);
            numbers.accept(new Fill(known, shift));
            int bin = 0;
            while (left >= histogram[bin]) {
                left -= histogram[bin++];
            }
            known |= (long)bin << shift;
        }
        return Double.longBitsToDouble(known);
    }

    private static final class Count implements DoubleConsumer {
        private long all;

        @Override
        public void accept(final double number) {
            all++;
        }
    }

    /** Counts the next bits of the numbers that begin with the known ones. */
    private final class Fill implements DoubleConsumer {
        private final long known;
        private final int shift;

        Fill(final long known, final int shift) {
            this.known = known;
            this.shift = shift;
        }

        @Override
        public void accept(final double number) {
            final long difference = Double.doubleToRawLongBits(number) - known >> shift;
            if (difference >= 0 && difference < BINS) {
                histogram[(int)difference]++;
            }
        }
    }

    private static final class Above implements DoubleConsumer {
        private final double limit;
        private double smallest = Double.POSITIVE_INFINITY;
        private long notAbove;

        Above(final double limit) {
            this.limit = limit;
        }

        @Override
        public void accept(final double number) {
            if (number <= limit) {
                notAbove++;
            } else if (number < smallest) {
                smallest = number;
            }
        }
    }
}
