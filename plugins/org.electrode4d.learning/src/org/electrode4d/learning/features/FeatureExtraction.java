// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

import java.util.List;
import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * Computes the features of a volume block by block: those of a block equal those of the whole volume bit for bit. At
 * the border the volume is mirrored without repeating the border voxel. Voxels that are not finite numbers count as the
 * zero of the grey scale. Safe to be used from several threads at once.
 *
 * <p>A block needs a halo of {@code ceil(3.5 sigma) + ceil(3.5 sigma / 2)} voxels of its largest sigma, and memory for
 * about 15 floats per voxel of it; the second part of the halo is that of the structure tensor. Each scale costs
 * proportionally to its sigma.
 */
public final class FeatureExtraction {

    private final Volume volume;
    private final FeatureSet features;
    private final GreyScale scale;

    /** @param scale of grey values, before anything else */
    public FeatureExtraction(final Volume volume, final FeatureSet features, final GreyScale scale) {
        this.volume = volume;
        this.features = features;
        this.scale = scale;
    }

    /**
     * Blocks of about a million voxels, at most this many along each axis: the halo of the largest usual scale costs
     * less than the block itself, and a block takes about a second.
     */
    public static int[] blockEdges(final FeatureSpace space) {
        return space == FeatureSpace.PLANAR ? new int[] {512, 512, 4} : new int[] {128, 128, 64};
    }

    /**
     * @param block inside the volume
     * @param sink receives as many arrays as the set has features, in their order
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public void compute(final Block block, final Progress progress, final FeatureSink sink) {
        final Block outer = outer(block);
        final float[] values = new float[outer.voxels()];
        volume.read(outer, Extension.MIRROR, values);
        scale.apply(values);
        int feature = 0;
        for (final double sigma : features.sigmas()) {
            final ScaleFeatures ofScale = new ScaleFeatures(values, outer, block, along(sigma));
            for (final FeatureKind kind : features.ordered()) {
                progress.check();
                for (final float[] numbers : ofScale.of(kind)) {
                    sink.accept(feature++, numbers);
                }
            }
        }
    }

    private Block outer(final Block block) {
        final List<FeatureKind> kinds = features.ordered();
        return ScaleFeatures.outer(block, along(features.sigmas().get(features.sigmas().size() - 1)),
            kinds.get(kinds.size() - 1));
    }

    private Point along(final double sigma) {
        return features.along(sigma, volume.voxelSize());
    }
}
