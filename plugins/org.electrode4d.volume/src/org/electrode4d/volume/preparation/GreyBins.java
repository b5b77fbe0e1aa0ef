// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

/**
 * Bins of grey values: one per value, or bins of equal width, each with its lower edge, the last with both.
 *
 * @param first the first value where each has its bin, else the lower edge of the first bin
 * @param last the last value where each has its bin, else the upper edge of the last bin
 * @param exact whether each value has a bin of its own
 */
record GreyBins(double first, double last, int count, boolean exact) {

    static GreyBins exact(final double first, final double last) {
        return new GreyBins(first, last, (int)(last - first) + 1, true);
    }

    /** From the smallest to the largest value; half a grey value around it if they are the same. */
    static GreyBins wide(final double smallest, final double largest, final int count) {
        // beyond 2^23 half a grey value is less than float resolves
        final double half = Math.max(0.5, Math.ulp((float)smallest));
        return smallest < largest ? new GreyBins(smallest, largest, count, false)
            : new GreyBins(smallest - half, largest + half, count, false);
    }

    /** Which bin holds a value between the first and the last. */
    int bin(final double value) {
        if (exact) {
            return (int)(value - first);
        }
        int bin = Math.min((int)((value - first) * (count / (last - first))), count - 1);
        if (value < edge(bin)) {
            bin--;
        } else if (bin < count - 1 && value >= edge(bin + 1)) {
            bin++;
        }
        return bin;
    }

    private double edge(final int index) {
        return index == count ? last : index * ((last - first) / count) + first;
    }

    /** The middle of a bin. */
    double centre(final int bin) {
        return exact ? first + bin : (edge(bin) + edge(bin + 1)) / 2;
    }

    /** The last bin whose middle is not above a value; -1 if there is none. */
    int below(final double value) {
        if (value < centre(0)) {
            return -1;
        }
        if (value >= centre(count - 1)) {
            return count - 1;
        }
        int bin = bin(value);
        while (centre(bin) > value) {
            bin--;
        }
        return bin;
    }
}
