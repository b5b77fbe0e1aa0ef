// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.score;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.electrode4d.segmentation.PairCounts;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;

/** How many voxels of each class of a reference have which class in a segmentation. */
public final class ConfusionTable {

    private static final int EDGE = 64;

    /** More are no classes but particles. */
    private static final int MOST_CLASSES = 256;

    private final PairCounts counts;
    private final SortedSet<Integer> classes = new TreeSet<>();
    private long voxels;
    private long agreeing;

    /** @param counts of voxels by label in the reference (first) and in the segmentation (second) */
    ConfusionTable(final PairCounts counts) {
        this.counts = counts;
        for (final PairCounts.Entry entry : counts.entries()) {
            classes.add(entry.first());
            classes.add(entry.second());
            voxels += entry.count();
            agreeing += entry.first() == entry.second() ? entry.count() : 0;
        }
    }

    static ConfusionTable of(final ScoredVoxels voxels, final Progress progress) {
        final List<Block> blocks = Blocks.tile(voxels.shape(), EDGE);
        final PairCounts all = new PairCounts();
        Blocks.map(blocks, progress, "Comparing labels", block -> count(voxels, block)).forEach(all::addAll);
        final ConfusionTable table = new ConfusionTable(all);
        requireFew(table.classes.size(), voxels);
        return table;
    }

    private static PairCounts count(final ScoredVoxels voxels, final Block block) {
        final ScoredVoxels.Labels labels = voxels.read(block);
        final PairCounts counts = new PairCounts();
        for (int i = 0; i < labels.scored().length; i++) {
            if (labels.scored()[i]) {
                counts.add(labels.reference()[i], labels.segmentation()[i], 1);
            }
        }
        requireFew((int)Math.sqrt(counts.size()), voxels);
        return counts;
    }

    private static void requireFew(final int classes, final ScoredVoxels voxels) {
        if (classes > MOST_CLASSES) {
            throw new SegmentationException(voxels.volume().name() + " and its segmentation have more than "
                + MOST_CLASSES + " different labels. Classes are scored, such as phases: make a mask of labels of "
                + "particles first.");
        }
    }

    /** The labels that occur in the reference or in the segmentation. */
    public SortedSet<Integer> classes() {
        return classes;
    }

    public long count(final int referenceLabel, final int segmentationLabel) {
        return counts.get(referenceLabel, segmentationLabel);
    }

    /** All voxels that were scored. */
    public long voxels() {
        return voxels;
    }

    /** Voxels of a class in the reference. */
    public long inReference(final int label) {
        return classes.stream().mapToLong(other -> count(label, other)).sum();
    }

    /** Voxels of a class in the segmentation. */
    public long inSegmentation(final int label) {
        return classes.stream().mapToLong(other -> count(other, label)).sum();
    }

    /** The share of voxels that have the right class; none where nothing was scored. */
    public OptionalDouble accuracy() {
        return voxels == 0 ? OptionalDouble.empty() : OptionalDouble.of(agreeing / (double)voxels);
    }
}
