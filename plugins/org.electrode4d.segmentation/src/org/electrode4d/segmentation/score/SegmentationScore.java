// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.score;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * How well a segmentation agrees with a reference.
 *
 * @param classes that occur in the reference or in the segmentation, by label
 */
public record SegmentationScore(List<ClassScore> classes, ConfusionTable table) {

    /**
     * Compares two label volumes. Costs one pass; with boundaries two distance transforms per class besides, with their
     * memory.
     *
     * @param mask of the voxels that are scored, 0 = not; empty for all
     * @param scratch for the distances; opened and closed for each class
     * @throws SegmentationException if shapes or voxel sizes differ, there are more than 256 classes, or no voxel is
     *     scored
     * @throws IOException if there is no room for the distances
     */
    public static SegmentationScore of(final LabelVolume reference, final LabelVolume segmentation,
        final Optional<Volume> mask, final ScoreSettings settings, final Scoring scoring) throws IOException {
        final ScoredVoxels voxels = new ScoredVoxels(reference, segmentation, mask, settings);
        final Progress progress = scoring.progress();
        final double share = settings.boundaries() ? 0.1 : 1;
        final ConfusionTable table = ConfusionTable.of(voxels, progress.part(0, share));
        if (table.voxels() == 0) {
            throw new SegmentationException("No voxel of " + reference.volume().name() + " can be scored: the mask is "
                + "empty, or all voxels have the label that is ignored.");
        }
        final List<ClassScore> scores = new ArrayList<>();
        final double step = (1 - share) / table.classes().size();
        for (final int label : table.classes()) {
            final double done = share + scores.size() * step;
            final long inReference = table.inReference(label);
            final long inSegmentation = table.inSegmentation(label);
            final Optional<BoundaryScore> boundary =
                settings.boundaries() && inReference > 0 && inSegmentation > 0
                    ? boundary(voxels, label, settings.tolerance(), new Scoring(scoring.scratch(),
                        progress.part(done, done + step))) : Optional.empty();
            scores.add(new ClassScore(label, voxels.name(label), inReference, inSegmentation,
                table.count(label, label), boundary));
        }
        return new SegmentationScore(List.copyOf(scores), table);
    }

    /** Where distances are kept, and who is told. */
    public record Scoring(Supplier<ScratchSpace> scratch, Progress progress) {
    }

    private static Optional<BoundaryScore> boundary(final ScoredVoxels voxels, final int label,
        final double tolerance, final Scoring scoring) throws IOException {
        final ClassBoundary reference = new ClassBoundary(voxels, true, label);
        final ClassBoundary segmentation = new ClassBoundary(voxels, false, label);
        final Progress progress = scoring.progress();
        if (reference.isEmpty(progress.part(0, 0.1)) || segmentation.isEmpty(progress.part(0.1, 0.2))) {
            return Optional.empty();
        }
        final BoundaryDistances toReference;
        try (ScratchSpace scratch = scoring.scratch().get()) {
            toReference = segmentation.to(reference, scratch, progress.part(0.2, 0.6));
        }
        final BoundaryDistances toSegmentation;
        try (ScratchSpace scratch = scoring.scratch().get()) {
            toSegmentation = reference.to(segmentation, scratch, progress.part(0.6, 1));
        }
        final VoxelSize size = voxels.volume().voxelSize();
        final double within = tolerance > 0 ? tolerance : Math.max(size.x(), Math.max(size.y(), size.z()));
        return Optional.of(BoundaryScore.of(toReference, toSegmentation, within));
    }

    /** The mean of a score over the classes that have one; none where no class has. */
    public OptionalDouble mean(final Function<ClassScore, OptionalDouble> score) {
        return classes.stream().map(score).filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble)
            .average();
    }

    /** The classes that the reference or the segmentation lacks: some of their scores have no value. */
    public List<ClassScore> oneSided() {
        return classes.stream().filter(score -> score.inReference() == 0 || score.inSegmentation() == 0).toList();
    }
}
