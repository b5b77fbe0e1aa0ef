// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.LabelledScan;
import org.electrode4d.volume.Block;

/**
 * A random choice of the labelled voxels: of each class at most as many as asked for, each set of that size equally
 * likely (selection sampling, Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S). The choice depends on the
 * seed and the division into blocks, not on threads.
 */
final class DrawnVoxels {

    /** A part of a scan. */
    record Part(LabelledScan scan, Block block) {

        /** Classes of the voxels; none where there is no label or no grey value. */
        byte[] classes(final ClassScheme scheme) {
            final byte[] classes = labels(scheme);
            final float[] greys = new float[classes.length];
            scan.image().read(block, greys);
            for (int i = 0; i < classes.length; i++) {
                classes[i] = Float.isFinite(greys[i]) ? classes[i] : ClassScheme.UNLABELLED;
            }
            return classes;
        }

        private byte[] labels(final ClassScheme scheme) {
            final int[] labels = new int[block.voxels()];
            scan.labels().read(block, labels);
            final byte[] classes = new byte[labels.length];
            scheme.classify(labels, classes);
            return classes;
        }

        /** Labelled voxels of each class, and at the end those without a grey value. */
        long[] counts(final ClassScheme scheme) {
            final int classes = scheme.classes().size();
            final long[] counts = new long[classes + 1];
            final byte[] labelled = labels(scheme);
            final byte[] known = classes(scheme);
            for (int i = 0; i < known.length; i++) {
                if (known[i] >= 0) {
                    counts[known[i]]++;
                } else if (labelled[i] >= 0) {
                    counts[classes]++;
                }
            }
            return counts;
        }
    }

    /** Of each part and class, which of its labelled voxels were drawn: numbers in their order, ascending. */
    private final int[][][] ranks;

    private DrawnVoxels(final int[][][] ranks) {
        this.ranks = ranks;
    }

    /** @param counts of each part, as {@link Part#counts} tells */
    static DrawnVoxels draw(final List<long[]> counts, final int most, final long seed) {
        final int classes = counts.get(0).length - 1;
        final int[][][] ranks = new int[counts.size()][classes][];
        for (int c = 0; c < classes; c++) {
            final int one = c;
            long left = counts.stream().mapToLong(part -> part[one]).sum();
            long wanted = Math.min(most, left);
            final SplittableRandom random = new SplittableRandom(seed + c);
            for (int part = 0; part < ranks.length; part++) {
                final int[] drawn = new int[(int)Math.min(wanted, counts.get(part)[c])];
                int count = 0;
                for (int i = 0; i < counts.get(part)[c]; i++) {
                    if (random.nextLong(left--) < wanted) {
                        drawn[count++] = i;
                        wanted--;
                    }
                }
                ranks[part][c] = Arrays.copyOf(drawn, count);
            }
        }
        return new DrawnVoxels(ranks);
    }

    /** Voxels drawn of a part. */
    int count(final int part) {
        return Arrays.stream(ranks[part]).mapToInt(ofClass -> ofClass.length).sum();
    }

    /** Voxels drawn of a class. */
    long ofClass(final int c) {
        return Arrays.stream(ranks).mapToLong(part -> part[c].length).sum();
    }

    /**
     * Where in a part the drawn voxels are.
     *
     * @param classes of its voxels
     * @return indices, ascending
     */
    int[] places(final int part, final byte[] classes) {
        final int[] places = new int[count(part)];
        final int[] seen = new int[ranks[part].length];
        final int[] taken = new int[ranks[part].length];
        int count = 0;
        for (int i = 0; i < classes.length; i++) {
            final int c = classes[i];
            if (c >= 0) {
                final int[] drawn = ranks[part][c];
                if (taken[c] < drawn.length && drawn[taken[c]] == seen[c]) {
                    taken[c]++;
                    places[count++] = i;
                }
                seen[c]++;
            }
        }
        return places;
    }
}
