// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.filter.Gaussian;

/** The tomogram of an electrode phantom: grey values of the phases, blurred, with rings, drift and noise. */
final class ElectrodeDetector {

    private static final int BITS_PER_AXIS = 20;
    private static final double GRAIN_OF_COPPER = 0.12;

    private final ElectrodeSettings settings;
    private final int scan;
    private final Deformation stage;
    private final SmoothNoise copper;
    private final CounterRandom noise;
    private final CounterRandom rings;

    ElectrodeDetector(final ElectrodeSettings settings, final int scan) {
        this.settings = settings;
        this.scan = scan;
        stage = settings.stage(scan);
        final long seed = settings.packing().seed();
        copper = new SmoothNoise(CounterRandom.of(seed, 0x636f7070), 4);
        noise = CounterRandom.of(seed, 0x6e6f6973, scan);
        rings = CounterRandom.of(seed, 0x72696e67, scan);
    }

    /** Grey values before the detector. The grains of copper are seen, so that it can be told where the foil is. */
    void develop(final Block block, final byte[] phases, final float[] greys) {
        int at = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                for (long x = block.minX(); x < block.endX(); x++, at++) {
                    greys[at] = ElectrodePhase.values()[phases[at]].grey();
                    if (phases[at] == ElectrodePhase.COLLECTOR.ordinal()) {
                        final Point foil = stage.inverse(new Point(x, y, z));
                        greys[at] *= (float)(1 + GRAIN_OF_COPPER * (copper.at(foil.x(), foil.y(), foil.z()) - 0.5));
                    }
                }
            }
        }
    }

    Volume blurred(final Volume greys) {
        return settings.imaging().blur() == 0 ? greys : Gaussian.of(greys, settings.imaging().blur());
    }

    /** Voxels as the detector keeps them, 16 bit. */
    short[] detect(final Volume blurred, final Block block) {
        final float[] values = new float[block.voxels()];
        blurred.read(block, values);
        final ElectrodeImaging imaging = settings.imaging();
        final double gain = 1 + imaging.greyDrift() * settings.moves(scan);
        final short[] counts = new short[values.length];
        int at = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                for (long x = block.minX(); x < block.endX(); x++, at++) {
                    final double value = gain * values[at] + ring(x, y, z)
                        + imaging.noise() * noise.normal((z << BITS_PER_AXIS | y) << BITS_PER_AXIS | x);
                    counts[at] = (short)(int)Math.rint(Math.max(0, Math.min(65_535, value)));
                }
            }
        }
        return counts;
    }

    /** Full rings about the middle of each slice, a tenth of the radii having one. */
    private double ring(final long x, final long y, final long z) {
        if (settings.imaging().rings() == 0) {
            return 0;
        }
        final double radius = Math.hypot(x - (settings.shape().x() - 1) / 2.0, y - (settings.shape().y() - 1) / 2.0);
        final long index = z << BITS_PER_AXIS | Math.round(radius);
        return rings.uniform(3 * index) < 0.1 ? settings.imaging().rings() * rings.normal(index + (1L << 50)) : 0;
    }
}
