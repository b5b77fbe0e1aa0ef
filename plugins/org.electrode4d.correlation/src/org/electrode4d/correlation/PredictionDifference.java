// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.filter.Gaussian;

/**
 * Measured minus predicted grey values, block by block, as they are and smoothed. A block predicts its own halo for the
 * Gaussian instead of sharing it with its neighbours: nothing has to be kept in memory, whatever the volume.
 */
final class PredictionDifference {

    /** Edges of the blocks of work; x is longest, because the halo costs most along the short edges. */
    static final int EDGE_X = 128;
    static final int EDGE = 64;

    private final Volume measured;
    private final DeformedReference predicted;
    private final ResidualSettings settings;
    private final GreyMatch greys;
    private final int reach;

    private PredictionDifference(final Volume measured, final DeformedReference predicted,
        final ResidualSettings settings, final GreyMatch greys) {
        this.measured = measured;
        this.predicted = predicted;
        this.settings = settings;
        this.greys = greys;
        reach = Gaussian.reach(settings.sigma());
    }

    /** @param progress of matching the grey values, where that is wanted */
    static PredictionDifference of(final VolumePair pair, final DeformationField field,
        final ResidualSettings settings, final Progress progress) {
        final DeformedReference predicted = new DeformedReference(pair.reference(), field, settings.accuracy());
        return new PredictionDifference(pair.deformed(), predicted, settings,
            settings.matchGreys() ? GreyMatch.of(pair.deformed(), predicted, progress) : GreyMatch.NONE);
    }

    /**
     * Both grey values in a block, x fastest; NaN where there is none.
     *
     * @param predicted after matching of the grey values
     */
    record Greys(Block block, float[] measured, float[] predicted) {

        /**
         * Sums over the voxels of another block that count.
         *
         * @param counting of that block; NaN where a voxel does not count
         */
        GreySums sums(final Block part, final float[] counting) {
            final GreySums sums = new GreySums();
            int k = 0;
            for (long z = part.minZ(); z < part.endZ(); z++) {
                for (long y = part.minY(); y < part.endY(); y++) {
                    final int at = index(part.minX(), y, z);
                    for (int i = at; i < at + part.sizeX(); i++, k++) {
                        if (counting[k] == counting[k]) {
                            sums.add(measured[i], predicted[i]);
                        }
                    }
                }
            }
            return sums;
        }

        /** Whether a voxel, given in the volume's coordinates, is measured and predicted. */
        boolean isPredicted(final long x, final long y, final long z) {
            final int i = index(x, y, z);
            return measured[i] == measured[i] && predicted[i] == predicted[i];
        }

        private int index(final long x, final long y, final long z) {
            return (int)(((z - block.minZ()) * block.sizeY() + y - block.minY()) * block.sizeX() + x - block.minX());
        }
    }

    /** The grey values of a block and as much around it as the Gaussian needs of the volume. */
    Greys around(final Block block) {
        final Block inside = block.grow(reach).clip(measured.shape());
        final Greys both = new Greys(inside, new float[inside.voxels()], new float[inside.voxels()]);
        predicted.compute(inside, both.predicted);
        greys.apply(both.predicted);
        measured.read(inside, both.measured);
        return both;
    }

    /** The smoothed signed difference in a block; what is not predicted is 0 while smoothing. */
    float[] smooth(final Block block, final Greys around) {
        final float[] difference = new float[around.measured.length];
        for (int i = 0; i < difference.length; i++) {
            final float d = around.measured[i] - around.predicted[i];
            difference[i] = d == d ? d : 0;
        }
        final float[] smooth = Gaussian.smooth(extend(difference, around.block, block.grow(reach)),
            block.grow(reach), settings.sigma());
        if (settings.unpredicted() == Unpredicted.NAN) {
            erase(smooth, block, around);
        }
        return smooth;
    }

    private static void erase(final float[] values, final Block block, final Greys around) {
        int i = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                for (long x = block.minX(); x < block.endX(); x++) {
                    values[i] = around.isPredicted(x, y, z) ? values[i] : Float.NaN;
                    i++;
                }
            }
        }
    }

    /** Repeats the border of the volume. */
    private float[] extend(final float[] values, final Block inside, final Block outer) {
        if (inside.equals(outer)) {
            return values;
        }
        final float[] extended = new float[outer.voxels()];
        Volume.of(measured.name(), ArrayImgs.floats(values, inside.sizeX(), inside.sizeY(), inside.sizeZ()),
            measured.voxelSize()).read(outer.translate(-inside.minX(), -inside.minY(), -inside.minZ()),
                Extension.REPLICATE, extended);
        return extended;
    }
}
