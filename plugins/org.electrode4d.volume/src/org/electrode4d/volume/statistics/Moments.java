// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

/**
 * Count, extremes, mean and sum of squared deviations of values. Parts are joined as T. F. Chan, G. H. Golub and R. J.
 * LeVeque give it ("Updating formulae and a pairwise algorithm for computing sample variances", COMPSTAT 1982, 30-41),
 * which loses no digits to a large mean.
 */
record Moments(long count, double min, double max, double mean, double squares, long notFinite) {

    static final Moments NONE = new Moments(0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 0, 0);

    /** Of the values whose mask is not zero; without mask of all. */
    static Moments of(final float[] values, final float[] mask) {
        long count = 0;
        long notFinite = 0;
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (mask == null || mask[i] != 0) {
                final float value = values[i];
                if (Float.isFinite(value)) {
                    count++;
                    sum += value;
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                } else {
                    notFinite++;
                }
            }
        }
        final double mean = count == 0 ? 0 : sum / count;
        return new Moments(count, min, max, mean, squares(values, mask, mean), notFinite);
    }

    /** Of values that all have a bin of their own. */
    static Moments of(final Histogram exact) {
        long count = 0;
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int bin = 0; bin < exact.bins(); bin++) {
            if (exact.count(bin) > 0) {
                count += exact.count(bin);
                sum += exact.count(bin) * exact.value(bin);
                min = Math.min(min, exact.value(bin));
                max = exact.value(bin);
            }
        }
        final double mean = count == 0 ? 0 : sum / count;
        double squares = 0;
        for (int bin = 0; bin < exact.bins(); bin++) {
            final double deviation = exact.value(bin) - mean;
            squares += exact.count(bin) * deviation * deviation;
        }
        return new Moments(count, min, max, mean, squares, 0);
    }

    Moments join(final Moments other) {
        if (other.count == 0 || count == 0) {
            final Moments full = count == 0 ? other : this;
            return new Moments(full.count, full.min, full.max, full.mean, full.squares,
                notFinite + other.notFinite);
        }
        final long total = count + other.count;
        final double difference = other.mean - mean;
        return new Moments(total, Math.min(min, other.min), Math.max(max, other.max),
            mean + difference * other.count / total,
            squares + other.squares + difference * difference * ((double)count * other.count / total),
            notFinite + other.notFinite);
    }

    private static double squares(final float[] values, final float[] mask, final double mean) {
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            if ((mask == null || mask[i] != 0) && Float.isFinite(values[i])) {
                squares += (values[i] - mean) * (values[i] - mean);
            }
        }
        return squares;
    }
}
