// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.score;

import java.util.List;
import org.electrode4d.segmentation.PairCounts;

/**
 * The distances from the voxels of one boundary to another boundary: the different values, which are few on a grid, and
 * how often each occurs, so that quantiles are exact.
 */
final class BoundaryDistances {

    /** Distances are floats: what is the tolerance but for rounding is within. */
    private static final double ROUNDING = 1e-6;

    private final PairCounts counts;
    private final List<PairCounts.Entry> entries;

    /** @param counts by the bits of the distance in µm, whose order is that of the distances */
    BoundaryDistances(final PairCounts counts) {
        this.counts = counts;
        entries = counts.entries();
    }

    BoundaryDistances with(final BoundaryDistances other) {
        final PairCounts sum = new PairCounts();
        sum.addAll(counts);
        sum.addAll(other.counts);
        return new BoundaryDistances(sum);
    }

    private static double distance(final PairCounts.Entry entry) {
        return Float.intBitsToFloat(entry.first());
    }

    long count() {
        return entries.stream().mapToLong(PairCounts.Entry::count).sum();
    }

    double mean() {
        double sum = 0;
        for (final PairCounts.Entry entry : entries) {
            sum += distance(entry) * entry.count();
        }
        return sum / count();
    }

    /** Linear between the distances whose ranks are nearest, as numpy has it. */
    double quantile(final double share) {
        final double rank = share * (count() - 1);
        final long lower = (long)Math.floor(rank);
        final double low = ofRank(lower);
        return rank == lower ? low : low + (rank - lower) * (ofRank(lower + 1) - low);
    }

    private double ofRank(final long rank) {
        long before = 0;
        for (final PairCounts.Entry entry : entries) {
            before += entry.count();
            if (rank < before) {
                return distance(entry);
            }
        }
        return distance(entries.get(entries.size() - 1));
    }

    double shareWithin(final double tolerance) {
        final long within = entries.stream()
            .filter(entry -> distance(entry) <= tolerance * (1 + ROUNDING)).mapToLong(PairCounts.Entry::count).sum();
        return within / (double)count();
    }
}
