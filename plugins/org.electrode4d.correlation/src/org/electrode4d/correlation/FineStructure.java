// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.filter.Gaussian;

/** Grey values less their Gaussian mean over a few voxels: what is left without outlines and slow shades. */
final class FineStructure {

    private static final double SIGMA = 2;
    private static final int EDGE = 64;

    private FineStructure() {
    }

    static VolumePair of(final VolumePair pair) {
        return new VolumePair(of(pair.reference()), of(pair.deformed()));
    }

    private static Volume of(final Volume volume) {
        final Volume smooth = Gaussian.of(volume, SIGMA);
        return LazyVolume.of(volume.name(), volume.shape(), volume.voxelSize(), EDGE, (block, values) ->
            subtract(volume, smooth, block, values));
    }

    private static void subtract(final Volume volume, final Volume smooth, final Block block, final float[] values) {
        final float[] mean = new float[values.length];
        smooth.read(block, mean);
        volume.read(block, values);
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean[i];
        }
    }
}
