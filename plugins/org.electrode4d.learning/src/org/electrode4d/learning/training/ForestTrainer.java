// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.learning.data.LabelledScan;
import org.electrode4d.learning.features.FeatureExtraction;
import org.electrode4d.learning.forest.BinnedSamples;
import org.electrode4d.learning.forest.FeatureBins;
import org.electrode4d.learning.forest.RandomForest;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;

/**
 * Trains pixel classifiers on labelled scans, as a person paints them: sparse labels in a few slices are enough.
 * Features are computed around drawn voxels only. The same scans, settings and seed give the same forest on any number
 * of threads. Memory: {@code 4 drawn voxels * features} bytes, and a block per thread.
 */
public final class ForestTrainer {

    private final ForestTraining training;

    public ForestTrainer(final ForestTraining training) {
        this.training = training;
    }

    /**
     * Draws voxels, computes their features, and grows the forest.
     *
     * @param scans at least one
     * @throws LearningException if nothing is labelled, or a class has no labelled voxel
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public TrainedForest train(final List<LabelledScan> scans, final Progress progress) {
        final List<DrawnVoxels.Part> parts = new ArrayList<>();
        final int[] edges = FeatureExtraction.blockEdges(training.features().space());
        for (final LabelledScan scan : scans) {
            Blocks.tile(scan.image().shape(), edges[0], edges[1], edges[2])
                .forEach(block -> parts.add(new DrawnVoxels.Part(scan, block)));
        }
        final List<long[]> counts = Blocks.map(parts.size(), progress.part(0, 0.1), "Counting labels",
            i -> parts.get(i).counts(training.classes()));
        final int classes = training.classes().classes().size();
        final long[] labelled = IntStream.rangeClosed(0, classes)
            .mapToLong(c -> counts.stream().mapToLong(part -> part[c]).sum()).toArray();
        requireAll(labelled);
        final DrawnVoxels drawn = DrawnVoxels.draw(counts, training.mostPerClass(), training.forest().seed());
        final Drawn samples = samples(parts, drawn, progress.part(0.1, 0.6));
        final FeatureBins bins = FeatureBins.of(samples.columns);
        return new TrainedForest(RandomForest.grow(bins,
            new BinnedSamples(bins.bins(samples.columns), samples.classes, classes), training.forest(),
            progress.part(0.6, 1)), Arrays.copyOf(labelled, classes),
            IntStream.range(0, classes).mapToLong(drawn::ofClass).toArray(), labelled[classes]);
    }

    private void requireAll(final long[] labelled) {
        final List<String> names = training.classes().names();
        for (int c = 0; c < names.size(); c++) {
            if (labelled[c] == 0) {
                throw new LearningException("No voxel of the class \"" + names.get(c) + "\" is labelled in these "
                    + "scans" + (labelled[names.size()] > 0 ? " where they have grey values" : "") + ". Label some of "
                    + "its voxels, or take it out of the classes.");
            }
        }
    }

    /** Features of samples, [feature][sample], and their classes. */
    private record Drawn(float[][] columns, int[] classes) {
    }

    private Drawn samples(final List<DrawnVoxels.Part> parts, final DrawnVoxels drawn, final Progress progress) {
        final int[] from = new int[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            from[i + 1] = from[i] + drawn.count(i);
        }
        final Drawn samples = new Drawn(new float[training.features().size()][from[parts.size()]],
            new int[from[parts.size()]]);
        final Map<LabelledScan, GreyScale> scales = new HashMap<>();
        final int[] chosen = IntStream.range(0, parts.size()).filter(i -> drawn.count(i) > 0).toArray();
        for (final int i : chosen) {
            scales.computeIfAbsent(parts.get(i).scan(),
                scan -> training.normalization().of(scan.image(), progress.part(0, 0)));
        }
        Blocks.map(chosen.length, progress, "Computing features", i -> {
            final DrawnVoxels.Part part = parts.get(chosen[i]);
            final byte[] classes = part.classes(training.classes());
            final int[] places = drawn.places(chosen[i], classes);
            for (int k = 0; k < places.length; k++) {
                samples.classes[from[chosen[i]] + k] = classes[places[k]];
            }
            addFeatures(part, places, scales.get(part.scan()), new Place(samples.columns, from[chosen[i]], progress));
            return null;
        });
        return samples;
    }

    /** Where the samples of a part go. */
    private record Place(float[][] columns, int from, Progress progress) {
    }

    /** Features are the same in any block, so the smallest one that has all drawn voxels will do. */
    private void addFeatures(final DrawnVoxels.Part part, final int[] places, final GreyScale scale,
        final Place to) {
        final Block whole = part.block();
        final Block box = hull(whole, places);
        final int[] inBox = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            final Block voxel = voxel(whole, places[i]);
            inBox[i] = (int)(((voxel.minZ() - box.minZ()) * box.sizeY() + voxel.minY() - box.minY()) * box.sizeX()
                + voxel.minX() - box.minX());
        }
        new FeatureExtraction(part.scan().image(), training.features(), scale).compute(box, to.progress,
            (feature, values) -> {
                final float[] column = to.columns[feature];
                for (int i = 0; i < inBox.length; i++) {
                    column[to.from + i] = values[inBox[i]];
                }
            });
    }

    private static Block hull(final Block whole, final int[] places) {
        Block hull = voxel(whole, places[0]);
        for (final int place : places) {
            hull = hull.hull(voxel(whole, place));
        }
        return hull;
    }

    private static Block voxel(final Block whole, final int place) {
        return new Block(whole.minX() + place % whole.sizeX(), whole.minY() + place / whole.sizeX() % whole.sizeY(),
            whole.minZ() + place / whole.sizeX() / whole.sizeY(), 1, 1, 1);
    }
}
