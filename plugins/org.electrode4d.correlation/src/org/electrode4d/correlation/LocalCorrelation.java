// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * Local volume correlation on a regular grid, with a pyramid of node spacings: every level starts from the level
 * before (the first from the registration), whose nodes extrapolate their displacement with their own F. Coarse levels
 * run on averaged, smaller volumes. Nodes that fail get second chances from their converged neighbours; between levels
 * the remaining holes are filled. The last level is returned as it was measured, failed nodes included: see
 * {@link FieldFilter}.
 *
 * <p>Accuracy with {@link Accuracy#EXACT} on synthetic texture: bias and scatter of some 1e-4 voxels without noise.
 * Work: (nodes) x (window voxels) x (5 to 10 iterations); memory: {@link LocalCorrelationSettings#memory()} plus some
 * rows per thread. Results are the same bits for any number of threads.
 */
public final class LocalCorrelation {

    private LocalCorrelation() {
    }

    /**
     * Correlates two states.
     *
     * @param start a registration (one node), an earlier field, or {@link #noStart}
     * @return on the finest grid; remarks tell about levels that were left out and nodes that failed
     * @throws CorrelationException if the finest window does not fit the volume, or the mask the volumes
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static DeformationField correlate(final VolumePair pair, final DeformationField start,
        final LocalCorrelationSettings settings, final Progress progress) {
        settings.mask().ifPresent(mask -> requireShape(pair, mask));
        final Pyramid pyramid = Pyramid.of(pair.shape(), settings);
        final double[] share = shares(pair, pyramid, settings);
        final List<String> remarks = new ArrayList<>(pyramid.remarks());
        DeformationField guess = start;
        DeformationField field = start;
        for (int i = 0; i < pyramid.levels().size(); i++) {
            final NodeLevel level = pyramid.levels().get(i);
            final Progress part = progress.part(share[i], share[i + 1]);
            field = new LevelCorrelation(pair, level, pyramid.bins().get(i), settings).run(guess, part);
            remarks.add(summary(level, field));
            if (field.count(NodeStatus.CONVERGED) > 0) {
                guess = FieldFilter.apply(field, settings.fill());
            }
        }
        final DeformationField.Builder result = field.toBuilder();
        remarks.forEach(result::remark);
        return result.build();
    }

    /** A start that says that nothing has moved. */
    public static DeformationField noStart(final VolumePair pair) {
        return DeformationField.uniform(NodeGrid.single(pair.centre()), pair.reference().voxelSize(), pair.centre(),
            Transformation.IDENTITY);
    }

    private static void requireShape(final VolumePair pair, final Volume mask) {
        if (!mask.shape().equals(pair.shape())) {
            throw new ShapeMismatchException(mask, pair.reference(), "The mask must cover the reference.");
        }
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
    private static double[] shares(final VolumePair pair, final Pyramid pyramid,
        final LocalCorrelationSettings settings) {
        final double[] share = new double[pyramid.levels().size() + 1];
        for (int i = 0; i < pyramid.levels().size(); i++) {
            final NodeLevel level = pyramid.levels().get(i);
            final int nodes = settings.placement().place(pair.shape(), level.nodeSpacing()).size();
            share[i + 1] = share[i] + nodes * Math.pow((double)level.halfWindow() / pyramid.bins().get(i), 3);
        }
        for (int i = 0; i < share.length; i++) {
            share[i] /= share[share.length - 1];
        }
        return share;
    }
}
