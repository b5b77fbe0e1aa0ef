// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * Local volume correlation on a regular grid, with a pyramid of node spacings: every level starts from the level
 * before (the first from the registration), whose nodes extrapolate their displacement with their own F. Coarse levels
 * run on averaged, smaller volumes. Nodes that fail get second chances from their converged neighbours, then from a
 * search; between levels the remaining holes are filled. The last level is returned as it was measured, failed nodes
 * included: see {@link FieldFilter}.
 *
 * <p>Accuracy with {@link Accuracy#EXACT} on synthetic texture: bias and scatter of some 1e-4 voxels without noise.
 * Work: (nodes) x (window voxels) x (5 to 10 iterations); memory: {@link LocalCorrelationSettings#memory()} plus some
 * rows per thread, 20 MB per thread while start values are searched. Results are the same bits for any number of
 * threads, and for a run that was killed and went on from its {@link Checkpoints}.
 */
public final class LocalCorrelation {

    private LocalCorrelation() {
    }

    /**
     * What a correlation gives.
     *
     * @param field on the finest grid; its remarks hold the warnings and a summary of every level
     * @param warnings what a user should know: levels without room, slices that were not used, a checkpoint replaced
     */
    public record Outcome(DeformationField field, List<String> warnings) {
    }

    /** The field of {@link #outcome}. */
    public static DeformationField correlate(final VolumePair pair, final DeformationField start,
        final LocalCorrelationSettings settings, final Progress progress) {
        return outcome(pair, start, settings, progress).field();
    }

    /**
     * Correlates two states.
     *
     * @param start a registration (one node), an earlier field, or {@link #noStart}
     * @throws CorrelationException if the finest window does not fit the volume, the mask has another shape or covers
     *     nothing, or another run uses the checkpoint
     * @throws java.io.UncheckedIOException if volumes cannot be read, or the checkpoint cannot be written
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static Outcome outcome(final VolumePair pair, final DeformationField start,
        final LocalCorrelationSettings settings, final Progress progress) {
        settings.mask().ifPresent(mask -> requireUsable(pair, mask, progress));
        final Pyramid pyramid = Pyramid.of(pair.shape(), settings);
        final Progress silent = new SilentProgress(progress);
        final LevelVolumes volumes = new LevelVolumes(pair, settings.mask(),
            FlatSlices.of(pair.reference(), silent), FlatSlices.of(pair.deformed(), silent));
        if (settings.checkpoints().isEmpty()) {
            return levels(new CorrelationRun(volumes, settings, Optional.empty()), pyramid, start, progress);
        }
        final Checkpoints checkpoints = settings.checkpoints().get();
        final Outcome outcome;
        try (Checkpoint checkpoint = checkpoints.open(pair, start, settings, progress)) {
            outcome = levels(new CorrelationRun(volumes, settings, Optional.of(checkpoint)), pyramid, start, progress);
            checkpoints.finished(checkpoint);
        }
        checkpoints.tidy();
        return outcome;
    }

    private static Outcome levels(final CorrelationRun run, final Pyramid pyramid,
        final DeformationField start, final Progress progress) {
        final double[] share = shares(run, pyramid);
        final List<String> warnings = new ArrayList<>(pyramid.remarks());
        warnings.addAll(run.remarks());
        final List<String> remarks = new ArrayList<>(warnings);
        DeformationField guess = start;
        DeformationField field = start;
        for (int i = 0; i < pyramid.levels().size(); i++) {
            final NodeLevel level = pyramid.levels().get(i);
            field = new LevelCorrelation(run, level, pyramid.bins().get(i)).run(guess, i == 0,
                progress.part(share[i], share[i + 1]));
            remarks.add(summary(level, field));
            if (field.count(NodeStatus.CONVERGED) > 0) {
                guess = FieldFilter.apply(field, run.settings().fill());
            }
        }
        final NodeLevel finest = pyramid.levels().get(pyramid.levels().size() - 1);
        final boolean correct = run.settings().correctStrainGradients()
            && run.settings().convergence().freedom() == Freedom.AFFINE;
        final DeformationField.Builder result = (correct
            ? CurvatureCorrection.apply(field, finest.halfWindow(), run.volumes().pair().shape(), progress.part(1, 1))
            : field).toBuilder();
        remarks.forEach(result::remark);
        return new Outcome(result.build(), List.copyOf(warnings));
    }

    /** A start that says that nothing has moved. */
    public static DeformationField noStart(final VolumePair pair) {
        return DeformationField.uniform(NodeGrid.single(pair.centre()), pair.reference().voxelSize(), pair.centre(),
            Transformation.IDENTITY);
    }

    private static void requireUsable(final VolumePair pair, final Volume mask, final Progress progress) {
        if (!mask.shape().equals(pair.shape())) {
            throw new ShapeMismatchException(mask, pair.reference(), "The mask must cover the reference.");
        }
        MaskCover.requireAny(mask, progress);
    }

    private static String summary(final NodeLevel level, final DeformationField field) {
        final long converged = field.count(NodeStatus.CONVERGED);
        final long refused = field.count(NodeStatus.REFUSED);
        final String text = "Node spacing " + level.nodeSpacing() + " voxels: " + converged + " of "
            + field.grid().size() + " nodes converged" + (refused > 0
            ? ", " + refused + " windows had too few voxels in the volumes or the mask." : ".");
        return 2 * converged >= field.grid().size() - refused ? text : text + " Most nodes failed: try a larger "
            + "window, a coarser first level, or check the registration.";
    }

    /** Where every level begins on a progress bar, by its number of voxels to compare. */
    private static double[] shares(final CorrelationRun run, final Pyramid pyramid) {
        final double[] share = new double[pyramid.levels().size() + 1];
        for (int i = 0; i < pyramid.levels().size(); i++) {
            final NodeLevel level = pyramid.levels().get(i);
            final int nodes = run.settings().placement().place(run.volumes().pair().shape(), level.nodeSpacing())
                .size();
            share[i + 1] = share[i] + nodes * Math.pow((double)level.halfWindow() / pyramid.bins().get(i), 3);
        }
        for (int i = 0; i < share.length; i++) {
            share[i] /= share[share.length - 1];
        }
        return share;
    }
}
