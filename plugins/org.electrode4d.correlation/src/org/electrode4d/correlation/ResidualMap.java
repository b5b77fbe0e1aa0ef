// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.BlockSource;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * Where a sample did something else than its measured deformation says: cracks, dissolution, new phases. The reference
 * is deformed by the field onto the later state and subtracted from what was measured; the difference is smoothed by a
 * Gaussian, made positive, and what is below the noise threshold is set to 0 (Häusler et al. 2026, in this order).
 *
 * <p>Where nothing can be predicted (the material comes from outside the reference, or the field says nothing) the
 * difference is taken as 0: no prediction, no deviation. So no voxel of the result is NaN, unless
 * {@link Unpredicted#NAN} asks for it: the difference is 0 there while smoothing, and becomes NaN afterwards.
 *
 * <p>Blocks of 128 x 64 x 64 voxels, each with its own halo of {@code ceil(4 sigma)} voxels, and of 12 more for the
 * spline: about 30 MB per thread with the published sigma, whatever the volume.
 */
public final class ResidualMap {

    private ResidualMap() {
    }

    /**
     * @param field measured from the pair's reference to its deformed state
     * @param progress of the matching of grey values, the only thing that is computed at once
     * @return lazy FLOAT32 volume of grey values, none negative
     */
    public static Volume of(final VolumePair pair, final DeformationField field, final ResidualSettings settings,
        final Progress progress) {
        final PredictionDifference difference = PredictionDifference.of(pair, field, settings, progress);
        return lazy(pair.deformed(), pair.deformed().name() + " residual", (block, values) -> {
            final float[] smooth = difference.smooth(block, difference.around(block));
            threshold(smooth, settings.threshold(), values);
        });
    }

    /**
     * The smoothed difference with its sign, measured minus predicted: positive where the sample became brighter than
     * its deformation explains. The threshold plays no part.
     */
    public static Volume signed(final VolumePair pair, final DeformationField field, final ResidualSettings settings,
        final Progress progress) {
        final PredictionDifference difference = PredictionDifference.of(pair, field, settings, progress);
        return lazy(pair.deformed(), pair.deformed().name() + " signed residual", (block, values) -> {
            final float[] smooth = difference.smooth(block, difference.around(block));
            System.arraycopy(smooth, 0, values, 0, smooth.length);
        });
    }

    /** The residual map of a signed one: what {@link #of} gives, without computing the difference again. */
    public static Volume of(final Volume signed, final double threshold) {
        return lazy(signed, signed.name(), (block, values) -> {
            signed.read(block, values);
            threshold(values, threshold, values);
        });
    }

    private static void threshold(final float[] signed, final double threshold, final float[] values) {
        final float least = (float)threshold;
        for (int i = 0; i < signed.length; i++) {
            final float size = Math.abs(signed[i]);
            values[i] = size < least ? 0 : size;
        }
    }

    private static Volume lazy(final Volume like, final String name, final BlockSource source) {
        final LazyVolume.Layout layout = new LazyVolume.Layout(like.shape(), VoxelType.FLOAT32,
            PredictionDifference.EDGE_X, PredictionDifference.EDGE, PredictionDifference.EDGE);
        return LazyVolume.load(name, layout, like.voxelSize(), chunk -> {
            final float[] values = new float[chunk.voxels()];
            source.compute(chunk, values);
            return values;
        }).withOrigin(like.origin());
    }
}
