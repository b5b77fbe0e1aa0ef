// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * Brings predicted grey values to the brightness and contrast of measured ones.
 *
 * @param gain what predicted values are multiplied with
 * @param offset what is added then
 */
record GreyMatch(double gain, double offset) {

    /** Greys as they are. */
    static final GreyMatch NONE = new GreyMatch(1, 0);

    private static final int EDGE = 64;
    private static final int BLOCKS = 64;

    /** Equal mean and contrast over at most 127 blocks of 64 voxels, evenly taken from the volume. */
    static GreyMatch of(final Volume measured, final DeformedReference predicted, final Progress progress) {
        final List<Block> all = Blocks.tile(measured.shape(), EDGE);
        final int every = Math.max(1, all.size() / BLOCKS);
        final int count = (all.size() + every - 1) / every;
        final GreySums s = Blocks.map(count, progress, "Matching grey values", i -> {
            final Block block = all.get(i * every);
            final float[] g = new float[block.voxels()];
            final float[] p = new float[block.voxels()];
            measured.read(block, g);
            predicted.compute(block, p);
            final GreySums sums = new GreySums();
            for (int k = 0; k < g.length; k++) {
                sums.add(g[k], p[k]);
            }
            return sums;
        }).stream().reduce(new GreySums(), GreySums::join);
        if (!(s.varianceOfMeasured() > 0 && s.varianceOfPredicted() > 0)) {
            return NONE;
        }
        final double gain = Math.sqrt(s.varianceOfMeasured() / s.varianceOfPredicted());
        return new GreyMatch(gain, s.meanOfMeasured() - gain * s.meanOfPredicted());
    }

    /** Changes the values in place. */
    void apply(final float[] predicted) {
        final float g = (float)gain;
        final float o = (float)offset;
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = g * predicted[i] + o;
        }
    }
}
