// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.phantom.CounterRandom;
import org.electrode4d.volume.Block;

/** From what is there to what a scan holds: point spread, drift of the grey values, rings, noise, 16 bit. */
final class Tomograph {

    private static final int BITS_PER_AXIS = 20;
    private static final float BRIGHTEST = 65_535;
    /** Grey values about which the contrast drifts: between silicon and all else. */
    private static final float PIVOT = 31_000;
    private static final long NOISE = 0x6e6f697365L;

    private final TwinImaging imaging;
    private final PointSpread spread;
    private final Rings rings;
    private final NormalNoise noise;
    private final float gain;
    private final float offset;

    Tomograph(final TwinSettings settings, final PointSpread spread, final int scan) {
        imaging = settings.imaging();
        this.spread = spread;
        rings = new Rings(settings, scan);
        noise = new NormalNoise(CounterRandom.of(settings.seed(), NOISE, scan));
        // gain and offset drift against each other: the contrast grows while the darkest voxels stay dark
        final float drift = (float)(imaging.greyDrift() * settings.moves(scan));
        gain = 1 + drift;
        offset = -drift * PIVOT / 2;
    }

    /** @param greys of the block grown by the reach of the point spread */
    short[] detect(final float[] greys, final Block block) {
        final float[] image = spread.apply(greys, block);
        for (int i = 0; i < block.voxels(); i++) {
            image[i] = gain * image[i] + offset;
        }
        if (imaging.rings() > 0) {
            rings.add(image, block);
        }
        final short[] counts = new short[block.voxels()];
        final float deviation = (float)imaging.noise();
        int at = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                final long first = (z << BITS_PER_AXIS | y) << BITS_PER_AXIS | block.minX();
                for (int x = 0; x < block.sizeX(); x++, at++) {
                    final float value = image[at] + deviation * noise.at(first + x);
                    counts[at] = (short)(int)(Math.max(0, Math.min(BRIGHTEST, value)) + 0.5f);
                }
            }
        }
        return counts;
    }
}
