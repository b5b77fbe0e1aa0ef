// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.LabelledScan;
import org.electrode4d.learning.data.Normalization;
import org.electrode4d.learning.features.FeatureExtraction;
import org.electrode4d.learning.features.FeatureKind;
import org.electrode4d.learning.features.FeatureSet;
import org.electrode4d.learning.features.FeatureSpace;
import org.electrode4d.learning.forest.ForestSettings;
import org.electrode4d.learning.forest.RandomForest;
import org.electrode4d.learning.training.ForestTrainer;
import org.electrode4d.learning.training.ForestTraining;
import org.electrode4d.learning.training.TrainedForest;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * What the pixel classifier costs on one thread: features per voxel; and, on the labelled slices of a cathode, training
 * of 100 trees on 1e5 voxels with 30 features, and classifying the slices of the other scan, extrapolated to 1e8
 * voxels; and how many voxels of the other scan come out as labelled. The second of two runs counts, with the
 * compiler warm.
 */
public final class PixelClassifierCost {

    private static final double PART_OF_1E8 = 1e-8;
    private static final int PER_CLASS = 33_334;

    private PixelClassifierCost() {
    }

    public static void main(final String[] arguments) throws IOException {
        final List<LabelledSlice> slices = LabelledSlice.all();
        final List<String> scans = slices.stream().map(LabelledSlice::scan).distinct().toList();
        Parallelization.runSingleThreaded(() -> {
            System.out.println(features());
            System.out.println(forests(slices, scans));
        });
    }

    private static MarkdownTable features() {
        final MarkdownTable table = new MarkdownTable("features", "number", "ns per voxel", "ns per voxel and feature",
            "CPU s per 1e8 voxels");
        for (final FeatureSpace space : FeatureSpace.values()) {
            for (final double sigma : FeatureSet.USUAL_SIGMAS) {
                add(table, new FeatureSet(space, List.of(sigma), FeatureSet.usual(space).kinds()), "sigma " + sigma);
            }
            add(table, FeatureSet.usual(space), "all");
        }
        return table;
    }

    private static void add(final MarkdownTable table, final FeatureSet set, final String scales) {
        final int[] edges = FeatureExtraction.blockEdges(set.space());
        final Block block = new Block(0, 0, 0, edges[0], edges[1], edges[2]);
        final float[] noise = new float[block.voxels()];
        final Random random = new Random(1);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float)random.nextGaussian();
        }
        final Volume volume =
            Volume.of("noise", ArrayImgs.floats(noise, edges[0], edges[1], edges[2]), VoxelSize.isotropic(1));
        final FeatureExtraction extraction = new FeatureExtraction(volume, set,
            Normalization.DEVIATION.of(volume, Progress.NONE));
        extraction.compute(block, Progress.NONE, (feature, values) -> { });
        final double cpu = Measured.of(() -> {
            extraction.compute(block, Progress.NONE, (feature, values) -> { });
            return set;
        }).cpu();
        final double perVoxel = 1e9 * cpu / block.voxels();
        table.add(List.of(set.space().title() + ", " + scales, Integer.toString(set.size()), number(perVoxel),
            number(perVoxel / set.size()), number(perVoxel / 10)));
    }

    private static MarkdownTable forests(final List<LabelledSlice> slices, final List<String> scans) {
        final MarkdownTable table = new MarkdownTable("trained on", "voxels of a leaf", "training, CPU s",
            "out-of-bag error, %", "binning, CPU s per 1e8", "classes, CPU s per 1e8", "probabilities, CPU s per 1e8",
            "as labelled in the other scan, %", "mean Dice");
        final FeatureSet set = new FeatureSet(FeatureSpace.PLANAR, List.of(0.7, 1.6, 3.5, 5.0, 10.0),
            EnumSet.of(FeatureKind.GAUSSIAN, FeatureKind.GRADIENT_MAGNITUDE, FeatureKind.HESSIAN,
                FeatureKind.STRUCTURE_TENSOR));
        for (final String scan : scans) {
            for (final int minLeaf : new int[] {1, 5, 20}) {
                final ForestTraining training = new ForestTraining(
                    ClassScheme.parse("active = 0; binder = 1; pore = 2", OptionalInt.empty()), set,
                    Normalization.DEVIATION, PER_CLASS, new ForestSettings(100, 64, minLeaf, 0, true, 1));
                measure(table, training, slices, scan);
            }
        }
        return table;
    }

    private static void measure(final MarkdownTable table, final ForestTraining training,
        final List<LabelledSlice> slices, final String scan) {
        final List<LabelledScan> labelled = slices.stream().filter(slice -> slice.scan().equals(scan))
            .map(slice -> new LabelledScan(slice.name(), slice.grey(), slice.truth())).toList();
        final ForestTrainer trainer = new ForestTrainer(training);
        trainer.train(labelled, Progress.NONE);
        final Measured<TrainedForest> trained = Measured.of(() -> trainer.train(labelled, Progress.NONE));
        final RandomForest forest = trained.value().grown().forest();
        final Tested tested = new Tested(forest.classes());
        final double[] costs = new double[3];
        for (final LabelledSlice other : slices) {
            if (!other.scan().equals(scan)) {
                final float[][] features = features(other.grey(), training.features());
                final byte[] binned = new byte[features[0].length * features.length];
                final byte[] classes = new byte[features[0].length];
                costs[0] += Measured.of(() -> bin(forest, features, binned)).cpu();
                costs[1] += Measured.of(() -> {
                    forest.classify(binned, classes, Progress.NONE);
                    return classes;
                }).cpu();
                costs[2] += Measured.of(() -> {
                    forest.probabilities(binned, new float[forest.classes()][classes.length], Progress.NONE);
                    return classes;
                }).cpu();
                tested.add(other, classes);
            }
        }
        final List<String> cells = new ArrayList<>(List.of(scan, Integer.toString(training.forest().minLeaf()),
            number(trained.cpu()), number(100 * trained.value().grown().outOfBag().error())));
        for (final double cost : costs) {
            cells.add(number(cost / (tested.voxels * PART_OF_1E8)));
        }
        cells.add(number(100 * tested.right / (double)tested.voxels));
        cells.add(String.format(Locale.ROOT, "%.3f", tested.dice()));
        table.add(cells);
        System.err.println(String.join("  ", cells));
    }

    private static byte[] bin(final RandomForest forest, final float[][] features, final byte[] binned) {
        for (int f = 0; f < features.length; f++) {
            forest.bins().bin(f, features[f], binned);
        }
        return binned;
    }

    private static float[][] features(final Volume volume, final FeatureSet set) {
        final float[][] features = new float[set.size()][];
        new FeatureExtraction(volume, set, Normalization.DEVIATION.of(volume, Progress.NONE)).compute(
            Block.of(volume.shape()), Progress.NONE, (feature, values) -> features[feature] = values.clone());
        return features;
    }

    /** Agreement with the labels of slices that the forest has not seen. */
    private static final class Tested {

        private final long[] truth;
        private final long[] found;
        private final long[] both;
        private long voxels;
        private long right;

        Tested(final int classes) {
            truth = new long[classes];
            found = new long[classes];
            both = new long[classes];
        }

        void add(final LabelledSlice slice, final byte[] classes) {
            final int[] labels = new int[classes.length];
            slice.truth().read(Block.of(slice.grey().shape()), labels);
            for (int i = 0; i < labels.length; i++) {
                truth[labels[i]]++;
                found[classes[i]]++;
                if (labels[i] == classes[i]) {
                    both[labels[i]]++;
                    right++;
                }
            }
            voxels += labels.length;
        }

        double dice() {
            double sum = 0;
            for (int c = 0; c < truth.length; c++) {
                sum += 2.0 * both[c] / (truth[c] + found[c]);
            }
            return sum / truth.length;
        }
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
