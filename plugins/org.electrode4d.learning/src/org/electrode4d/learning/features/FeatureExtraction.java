// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

import java.util.List;
import java.util.function.Consumer;
import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Computes the features of a volume block by block: those of a block equal those of the whole volume bit for bit. At
 * the border the volume is mirrored without repeating the border voxel. Safe to be used from several threads at once.
 *
 * <p>A block needs a halo of {@code ceil(3.5 sigma) + ceil(3.5 sigma / 2)} voxels of its largest sigma, and memory for
 * about 15 floats per voxel of it; the second part of the halo is that of the structure tensor. Each scale costs
 * proportionally to its sigma.
 */
public final class FeatureExtraction {

    private final Volume volume;
    private final FeatureSet features;
    private final Consumer<float[]> normalisation;

    /** @param normalisation of grey values, in place, before anything else */
    public FeatureExtraction(final Volume volume, final FeatureSet features, final Consumer<float[]> normalisation) {
        this.volume = volume;
        this.features = features;
        this.normalisation = normalisation;
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
     * @throws LearningException where a voxel of the block or its halo is not a finite number
     */
    public void compute(final Block block, final FeatureSink sink) {
        final Block outer = outer(block);
        final float[] values = new float[outer.voxels()];
        volume.read(outer, Extension.MIRROR, values);
        requireFinite(values, outer);
        normalisation.accept(values);
        int feature = 0;
        for (final double sigma : features.sigmas()) {
            final ScaleFeatures scale = new ScaleFeatures(values, outer, block, along(sigma));
            for (final FeatureKind kind : features.ordered()) {
                for (final float[] numbers : scale.of(kind)) {
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

    private void requireFinite(final float[] values, final Block block) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                final long z = i / (block.sizeX() * block.sizeY());
                final long y = i / block.sizeX() % block.sizeY();
                throw new LearningException("The voxel " + place(block.minX() + i % block.sizeX(), block.minY() + y,
                    block.minZ() + z) + " of " + volume.name() + " is " + values[i] + ", and spoils all features "
                    + "around it. Crop the scan to where it has numbers, or give voxels that "
                    + "no scan covers a grey value when scans are aligned.");
            }
        }
    }

    /** Of the volume, where a block sticks out of it. */
    private String place(final long x, final long y, final long z) {
        final Shape shape = volume.shape();
        return "(" + inside(x, shape.x()) + ", " + inside(y, shape.y()) + ", " + inside(z, shape.z()) + ")";
    }

    private static long inside(final long position, final long extent) {
        if (extent == 1) {
            return 0;
        }
        final long phase = Math.floorMod(position, 2 * (extent - 1));
        return Math.min(phase, 2 * (extent - 1) - phase);
    }
}
