// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.phantom.CounterRandom;
import org.electrode4d.volume.Block;

/**
 * Ring artefacts: full circles about the middle of each slice, two voxels wide, a tenth of the radii having one. They
 * fade in and out over some slices, as faults of a scintillator do.
 */
final class Rings {

    private static final int SLICES = 12;
    private static final double SHARE = 0.1;
    private static final int BITS = 20;
    private static final long RINGS = 0x72696e6773L;

    private final CounterRandom random;
    private final double strength;
    private final double middleX;
    private final double middleY;
    private final int radii;

    Rings(final TwinSettings settings, final int scan) {
        random = CounterRandom.of(settings.seed(), RINGS, scan);
        strength = settings.imaging().rings();
        middleX = (settings.shape().x() - 1) / 2.0;
        middleY = (settings.shape().y() - 1) / 2.0;
        radii = 3 + (int)Math.hypot(middleX, middleY);
    }

    void add(final float[] image, final Block block) {
        final float[] radius = radius(block);
        final float[] rings = new float[radii];
        for (int k = 0; k < block.sizeZ(); k++) {
            fill(rings, block.minZ() + k);
            final int first = k * radius.length;
            for (int i = 0; i < radius.length; i++) {
                final int whole = (int)radius[i];
                image[first + i] += rings[whole] + (radius[i] - whole) * (rings[whole + 1] - rings[whole]);
            }
        }
    }

    private float[] radius(final Block block) {
        final float[] radius = new float[block.sizeX() * block.sizeY()];
        for (int i = 0; i < radius.length; i++) {
            final double dx = block.minX() + i % block.sizeX() - middleX;
            final double dy = block.minY() + i / block.sizeX() - middleY;
            radius[i] = (float)Math.sqrt(dx * dx + dy * dy);
        }
        return radius;
    }

    private void fill(final float[] rings, final long z) {
        final long group = z / SLICES;
        final double part = z % SLICES / (double)SLICES;
        for (int r = 0; r < radii; r++) {
            rings[r] = (float)((1 - part) * ring(group, r) + part * ring(group + 1, r));
        }
    }

    private double ring(final long group, final int radius) {
        final long index = group << BITS | radius;
        return random.uniform(index) < SHARE ? strength * random.between(-1.7, 1.7, ~index) : 0;
    }
}
