// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;

/**
 * How open a place must be to be a pore: more than {@code first}, and more than {@code first - delay + growth weight}
 * (see {@link OpennessField}). The first threshold is the one that leaves the pristine pore volume; the growth at an
 * age is the one that leaves what the law wants then. Both are quantiles over all voxels of the volume itself, so that
 * the pore volumes are met whatever the grains are.
 */
final class PoreThreshold {

    private static final int EDGE = 32;
    private static final int BINS = 1 << 16;
    /** Above all growths, also those that close channels. */
    private static final double MOST_GROWTH = 2 * (OpennessField.END + 1);

    private final AgeingSettings settings;
    private final double first;
    /** Voxels by the growth that closes them. */
    private final long[] closing;

    /**
     * Looks at all voxels twice.
     *
     * @throws IllegalArgumentException if there is less room than pores
     */
    PoreThreshold(final AgeingSettings settings, final OpennessField field, final Progress progress) {
        this.settings = settings;
        first = OpennessField.END
            * quantile(settings.pores().fraction(), histogram(field, 0, progress.part(0, 0.5)));
        if (first == 0) {
            throw new IllegalArgumentException("Pores of " + 100 * settings.pores().fraction() + " % do not fit between"
                + " the grains and the room in which silicon compound breaks up. Ask for less pores, graphite or "
                + "silicon compound.");
        }
        closing = histogram(field, first, progress.part(0.5, 1));
    }

    /** The growth that leaves the pores of an age. */
    double growth(final double cycles) {
        return cycles == 0 ? 0 : MOST_GROWTH
            * quantile(settings.pores().fraction() * (1 - AgeingLaw.poreLoss(cycles)), closing);
    }

    boolean isPore(final float openness, final float weight, final double growth) {
        return openness > first && closing(openness, first, weight) > growth;
    }

    /** The growth that closes a pore. */
    private double closing(final float openness, final double threshold, final float weight) {
        return (openness - threshold + settings.pores().closing().delay()) / weight;
    }

    /** Counts the openness itself where the threshold is 0, else the growth after which it is passed. */
    private long[] histogram(final OpennessField field, final double threshold, final Progress progress) {
        final long[] total = new long[BINS];
        Blocks.forEach(Blocks.tile(settings.shape(), EDGE), progress, "Measuring the pores", block -> {
            final int[] counts = histogram(field, block, threshold);
            synchronized (total) {
                for (int bin = 0; bin < BINS; bin++) {
                    total[bin] += counts[bin];
                }
            }
        });
        return total;
    }

    private int[] histogram(final OpennessField field, final Block block, final double threshold) {
        final float[] openness = new float[block.voxels()];
        final float[] weight = new float[block.voxels()];
        field.compute(block, openness, weight);
        final int[] counts = new int[BINS];
        for (int i = 0; i < openness.length; i++) {
            final double part = threshold == 0 ? openness[i] / OpennessField.END
                : openness[i] > threshold ? closing(openness[i], threshold, weight[i]) / MOST_GROWTH : 0;
            counts[(int)(part * BINS)]++;
        }
        return counts;
    }

    /**
     * The value that a part of the volume exceeds, over the end of the last bin; 0 if all that is greater than 0 is
     * less than that.
     */
    private double quantile(final double part, final long[] counts) {
        final double wanted = part * settings.shape().voxels();
        double above = 0;
        for (int bin = BINS - 1; bin > 0; bin--) {
            if (above + counts[bin] >= wanted) {
                return (bin + (above + counts[bin] - wanted) / counts[bin]) / BINS;
            }
            above += counts[bin];
        }
        return 0;
    }
}
