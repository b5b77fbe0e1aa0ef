// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.electrode4d.segmentation.PairCounts;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * Which measured particle shows which true one: two particles match where each is the one that the other shares most
 * voxels with (of equal ones the lower label), and the overlap is enough. So a particle has one partner at most, a
 * fragment beside a larger one has none, and so has the smaller of two that were merged. One pass over both volumes in
 * blocks of 64 voxels; memory goes with the number of particles that touch.
 *
 * @param matches in the order of the measured labels
 * @param unmatchedMeasured measured labels without a partner
 * @param unmatchedTruth true labels in the measured volume without a partner
 */
public record LabelMatching(List<LabelMatch> matches, SortedSet<Integer> unmatchedMeasured,
    SortedSet<Integer> unmatchedTruth) {

    private static final int EDGE = 64;

    /**
     * @param truth volume of the same voxel size, which may have another shape: places are compared in µm, to whole
     *     voxels, and what is beyond one of the volumes is background there
     * @param leastOverlap that a match has, 0 to 1
     * @throws SegmentationException if the voxel sizes differ
     */
    public static LabelMatching of(final LabelVolume measured, final LabelVolume truth, final double leastOverlap,
        final Progress progress) {
        final Volume volume = Masks.requireIntegers(measured.volume(), "the measured labels");
        if (!volume.voxelSize().equals(Masks.requireIntegers(truth.volume(), "the true labels").voxelSize())) {
            throw new SegmentationException(volume.name() + " has voxels of " + volume.voxelSize() + ", but "
                + truth.volume().name() + " of " + truth.volume().voxelSize()
                + ". Both need the same voxel size: resample one.");
        }
        final PairCounts counts = new PairCounts();
        Blocks.map(Blocks.tile(volume.shape(), EDGE), progress, "Comparing particles",
            block -> count(measured, truth, block)).forEach(counts::addAll);
        return new Candidates(counts.entries()).matching(leastOverlap);
    }

    /** Who shares how many voxels with whom. */
    private static final class Candidates {

        private final List<PairCounts.Entry> pairs = new ArrayList<>();
        private final Map<Integer, Long> measured = new TreeMap<>();
        private final Map<Integer, Long> truth = new TreeMap<>();

        /** @param entries in ascending order, so that of equal ones the lower label is the first */
        Candidates(final List<PairCounts.Entry> entries) {
            for (final PairCounts.Entry entry : entries) {
                measured.merge(entry.first(), entry.count(), Long::sum);
                truth.merge(entry.second(), entry.count(), Long::sum);
                if (entry.first() > 0 && entry.second() > 0) {
                    pairs.add(entry);
                }
            }
            measured.remove(0);
            truth.remove(0);
        }

        LabelMatching matching(final double leastOverlap) {
            final Map<Integer, PairCounts.Entry> ofMeasured = best(PairCounts.Entry::first);
            final Map<Integer, PairCounts.Entry> ofTruth = best(PairCounts.Entry::second);
            final List<LabelMatch> matches = new ArrayList<>();
            final SortedSet<Integer> alone = new TreeSet<>(measured.keySet());
            final SortedSet<Integer> missed = new TreeSet<>(truth.keySet());
            for (final PairCounts.Entry pair : ofMeasured.values()) {
                final double overlap = pair.count() / (double)(measured.get(pair.first())
                    + truth.get(pair.second()) - pair.count());
                if (ofTruth.get(pair.second()).equals(pair) && overlap >= leastOverlap) {
                    matches.add(new LabelMatch(pair.first(), pair.second(), overlap));
                    alone.remove(pair.first());
                    missed.remove(pair.second());
                }
            }
            return new LabelMatching(List.copyOf(matches), alone, missed);
        }

        private Map<Integer, PairCounts.Entry> best(final ToIntFunction<PairCounts.Entry> label) {
            final Map<Integer, PairCounts.Entry> best = new TreeMap<>();
            for (final PairCounts.Entry pair : pairs) {
                best.merge(label.applyAsInt(pair), pair,
                    (first, other) -> other.count() > first.count() ? other : first);
            }
            return best;
        }
    }

    private static PairCounts count(final LabelVolume measured, final LabelVolume truth, final Block block) {
        final int[] labels = new int[block.voxels()];
        measured.read(block, labels);
        final Point shift = measured.volume().origin().minus(truth.volume().origin())
            .dividedBy(truth.volume().voxelSize());
        final Block there =
            block.translate(Math.round(shift.x()), Math.round(shift.y()), Math.round(shift.z()));
        final int[] others = read(truth, there);
        final PairCounts counts = new PairCounts();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] > 0 || others[i] > 0) {
                counts.add(Math.max(0, labels[i]), Math.max(0, others[i]), 1);
            }
        }
        return counts;
    }

    /** A block that may stick out of the volume. */
    private static int[] read(final LabelVolume labels, final Block block) {
        final Block inside = block.clip(labels.volume().shape());
        final int[] all = new int[block.voxels()];
        if (inside.isEmpty()) {
            return all;
        } else if (inside.equals(block)) {
            labels.read(block, all);
            return all;
        }
        final int[] values = new int[inside.voxels()];
        labels.read(inside, values);
        for (int row = 0; row < inside.sizeY() * inside.sizeZ(); row++) {
            final long y = inside.minY() - block.minY() + row % inside.sizeY();
            final long z = inside.minZ() - block.minZ() + row / inside.sizeY();
            System.arraycopy(values, row * inside.sizeX(), all,
                (int)((z * block.sizeY() + y) * block.sizeX() + inside.minX() - block.minX()), inside.sizeX());
        }
        return all;
    }
}
