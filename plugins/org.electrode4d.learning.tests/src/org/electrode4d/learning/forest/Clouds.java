// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import java.util.Random;
import org.electrode4d.volume.Progress;

/** Samples of classes that lie in clouds around points, some nearer to each other than their width. */
final class Clouds {

    static final int FEATURES = 5;

    final float[][] columns;
    final int[] classes;

    /**
     * @param centres along the first feature, one per class; the others are noise
     * @param counts of samples per class
     */
    Clouds(final double[] centres, final int[] counts, final long seed) {
        final Random random = new Random(seed);
        int all = 0;
        for (final int count : counts) {
            all += count;
        }
        columns = new float[FEATURES][all];
        classes = new int[all];
        int next = 0;
        for (int c = 0; c < counts.length; c++) {
            for (int i = 0; i < counts[c]; i++, next++) {
                classes[next] = c;
                for (int f = 0; f < FEATURES; f++) {
                    columns[f][next] = (float)((f == 0 ? centres[c] : 0) + random.nextGaussian());
                }
            }
        }
    }

    GrownForest grow(final ForestSettings settings) {
        final FeatureBins bins = FeatureBins.of(columns);
        return RandomForest.grow(bins, new BinnedSamples(bins.bins(columns), classes,
            classes[classes.length - 1] + 1), settings, Progress.NONE);
    }

    /** Features of the samples as a forest classifies them. */
    byte[] binned(final RandomForest forest) {
        final byte[] binned = new byte[FEATURES * classes.length];
        for (int f = 0; f < FEATURES; f++) {
            forest.bins().bin(f, columns[f], binned);
        }
        return binned;
    }

    byte[] classified(final RandomForest forest) {
        final byte[] found = new byte[classes.length];
        forest.classify(binned(forest), found, Progress.NONE);
        return found;
    }

    double error(final RandomForest forest) {
        final byte[] found = classified(forest);
        int wrong = 0;
        for (int i = 0; i < found.length; i++) {
            wrong += found[i] == classes[i] ? 0 : 1;
        }
        return wrong / (double)found.length;
    }
}
