// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.BlockSource;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.filter.Gaussian;

/**
 * Where a sample did something else than its measured deformation says: cracks, dissolution, new phases. The reference
 * is deformed by the field onto the later state and subtracted from what was measured; the difference is smoothed by a
 * Gaussian, made positive, and what is below the noise threshold is set to 0 (Häusler et al. 2026).
 *
 * <p>Where nothing can be predicted (the material comes from outside the reference, or the field says nothing) the
 * difference is taken as 0: no prediction, no deviation. So no voxel of the result is NaN.
 */
public final class ResidualMap {

    private static final int EDGE = 64;
    private static final int GREY_BLOCKS = 64;

    private ResidualMap() {
    }

    /**
     * @param field measured from the pair's reference to its deformed state
     * @param progress of the matching of grey values, the only thing that is computed at once
     * @return lazy FLOAT32 volume of grey values, none negative; halo 4 sigma + 12 voxels
     */
    public static Volume of(final VolumePair pair, final DeformationField field, final ResidualSettings settings,
        final Progress progress) {
        final Volume predicted = DeformedReference.of(pair.reference(), field, settings.accuracy());
        final Greys greys = settings.matchGreys() ? match(pair.deformed(), predicted, progress) : new Greys(1, 0);
        final Volume difference = lazy(pair.deformed(), "difference", (block, values) ->
            subtract(predicted, pair.deformed(), greys, block, values));
        final Volume smooth = settings.sigma() > 0 ? Gaussian.of(difference, settings.sigma()) : difference;
        final float threshold = (float)settings.threshold();
        return lazy(pair.deformed(), pair.deformed().name() + " residual", (block, values) -> {
            smooth.read(block, values);
            for (int i = 0; i < values.length; i++) {
                final float size = Math.abs(values[i]);
                values[i] = size < threshold ? 0 : size;
            }
        });
    }

    private static Volume lazy(final Volume like, final String name,
        final BlockSource source) {
        return LazyVolume.of(name, like.shape(), like.voxelSize(), EDGE, source).withOrigin(like.origin());
    }

    /** What the predicted grey values are multiplied with and what is added. */
    private record Greys(double gain, double offset) {
    }

    private static void subtract(final Volume predicted, final Volume measured, final Greys greys, final Block block,
        final float[] values) {
        final float[] expected = new float[block.voxels()];
        predicted.read(block, expected);
        measured.read(block, values);
        final float gain = (float)greys.gain;
        final float offset = (float)greys.offset;
        for (int i = 0; i < expected.length; i++) {
            final float difference = values[i] - (gain * expected[i] + offset);
            values[i] = difference == difference ? difference : 0;
        }
    }

    /** Mean and contrast over blocks evenly taken from the volume. */
    private static Greys match(final Volume measured, final Volume predicted, final Progress progress) {
        final List<Block> all = Blocks.tile(measured.shape(), EDGE);
        final int every = Math.max(1, all.size() / GREY_BLOCKS);
        final int count = (all.size() + every - 1) / every;
        final double[] s = Blocks.map(count, progress, "Matching grey values",
            i -> sums(measured, predicted, all.get(i * every))).stream().reduce(ResidualMap::add).orElseThrow();
        final double varianceOfMeasured = s[2] / s[0] - s[1] * s[1] / s[0] / s[0];
        final double varianceOfPredicted = s[4] / s[0] - s[3] * s[3] / s[0] / s[0];
        if (!(varianceOfMeasured > 0 && varianceOfPredicted > 0)) {
            return new Greys(1, 0);
        }
        final double gain = Math.sqrt(varianceOfMeasured / varianceOfPredicted);
        return new Greys(gain, (s[1] - gain * s[3]) / s[0]);
    }

    private static double[] sums(final Volume measured, final Volume predicted, final Block block) {
        final float[] g = new float[block.voxels()];
        final float[] p = new float[block.voxels()];
        measured.read(block, g);
        predicted.read(block, p);
        final double[] sums = new double[5];
        for (int i = 0; i < g.length; i++) {
            if (g[i] == g[i] && p[i] == p[i]) {
                sums[0]++;
                sums[1] += g[i];
                sums[2] += (double)g[i] * g[i];
                sums[3] += p[i];
                sums[4] += (double)p[i] * p[i];
            }
        }
        return sums;
    }

    private static double[] add(final double[] a, final double[] b) {
        final double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }
}
