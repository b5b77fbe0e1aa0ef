// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import java.util.Arrays;
import java.util.List;
import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;

/**
 * A random forest over binned features (Breiman, Machine Learning 45, 5, 2001). Immutable; safe to be used from several
 * threads at once. The same samples, settings and seed give the same forest on any number of threads.
 *
 * <p>Each leaf votes with the weighted shares of the classes of its samples in 255ths, so that votes are integers: they
 * add up to the same in any order. The probability of a class is the mean share.
 *
 * <p>Growing costs {@code trees * samples * log(samples) * sqrt(features)}; classifying about {@code trees * depth}
 * steps per voxel, of which half are saved at best where only the class is asked for.
 */
public final class RandomForest {

    static final int MOST_CLASSES = 255;
    /** Voxels whose bins stay in the processor's second cache while all trees look at them. */
    private static final int BATCH = 8192;

    private final FeatureBins bins;
    private final int classes;
    private final Tree[] trees;

    RandomForest(final FeatureBins bins, final int classes, final Tree[] trees) {
        this.bins = bins;
        this.classes = classes;
        this.trees = trees;
    }

    /**
     * Grows a forest.
     *
     * @param bins that the samples were binned with
     * @throws LearningException for fewer than two classes, a class without samples, or more than 256 features
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static GrownForest grow(final FeatureBins bins, final BinnedSamples samples, final ForestSettings settings,
        final Progress progress) {
        check(samples);
        final List<TreeGrowth.Grown> grown = Blocks.map(settings.trees(), progress.part(0, 0.95), "Growing trees",
            tree -> new TreeGrowth(samples, settings, seed(settings.seed(), tree)).grow());
        final double[] importance = new double[samples.features()];
        for (final TreeGrowth.Grown tree : grown) {
            Arrays.setAll(importance, f -> importance[f] + tree.importance()[f]);
        }
        final double sum = Arrays.stream(importance).sum();
        Arrays.setAll(importance, f -> sum > 0 ? importance[f] / sum : 0);
        final Tree[] trees = grown.stream().map(TreeGrowth.Grown::tree).toArray(Tree[]::new);
        return new GrownForest(new RandomForest(bins, samples.classCount(), trees),
            OutOfBag.of(samples, grown, progress.part(0.95, 1)), importance);
    }

    private static void check(final BinnedSamples samples) {
        if (samples.classCount() < 2) {
            throw new LearningException("A forest needs at least two classes, but there is one only: label voxels of "
                + "another one too.");
        } else if (samples.classCount() > MOST_CLASSES || samples.features() > Tree.MOST_FEATURES) {
            throw new LearningException("A forest has at most " + MOST_CLASSES + " classes and " + Tree.MOST_FEATURES
                + " features, not " + samples.classCount() + " and " + samples.features() + ".");
        }
        final long[] perClass = samples.perClass();
        for (int c = 0; c < perClass.length; c++) {
            if (perClass[c] == 0) {
                throw new LearningException("Class " + c + " has no sample: label some of its voxels.");
            }
        }
    }

    /** Of a tree: far apart, though seeds and numbers of trees are near each other. */
    private static long seed(final long seed, final int tree) {
        return (seed * 0x9E3779B97F4A7C15L ^ tree) * 0xD1342543DE82EF95L;
    }

    public FeatureBins bins() {
        return bins;
    }

    public int classes() {
        return classes;
    }

    public int features() {
        return bins.features();
    }

    public int trees() {
        return trees.length;
    }

    /** Nodes of all trees. */
    public long nodes() {
        return Arrays.stream(trees).mapToLong(tree -> tree.nodes().length - 1).sum();
    }

    Tree tree(final int index) {
        return trees[index];
    }

    /**
     * The most probable class of each voxel; of equal ones the first. A voxel is left alone as soon as the trees to
     * come cannot change its class.
     *
     * @param binned features: [voxel * features + feature]
     * @param labels receives the class of each voxel; as long as there are voxels
     */
    public void classify(final byte[] binned, final byte[] labels, final Progress progress) {
        final ForestVotes votes = new ForestVotes(trees, classes, features(), Math.min(BATCH, labels.length));
        for (int from = 0; from < labels.length; from += BATCH) {
            progress.check();
            votes.decide(binned, from, Math.min(BATCH, labels.length - from), labels);
        }
    }

    /**
     * The probabilities of all classes.
     *
     * @param binned features: [voxel * features + feature]
     * @param probabilities [class][voxel], 0 to 1
     */
    public void probabilities(final byte[] binned, final float[][] probabilities, final Progress progress) {
        final int count = probabilities[0].length;
        final ForestVotes votes = new ForestVotes(trees, classes, features(), Math.min(BATCH, count));
        for (int from = 0; from < count; from += BATCH) {
            progress.check();
            votes.share(binned, from, Math.min(BATCH, count - from), probabilities);
        }
    }
}
