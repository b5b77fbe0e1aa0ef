// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.BlockSource;
import org.electrode4d.volume.VoxelType;

/** The grey values of one state of a phantom, noise included. */
final class StateSource implements BlockSource {

    // x, y and z of a voxel side by side in one number: the noise of a place is the same in every shape
    private static final int BITS_PER_AXIS = 20;

    private final TextureRenderer renderer;
    private final GreyLaw law;
    private final Detector detector;
    private final CounterRandom noise;

    StateSource(final TextureRenderer renderer, final GreyLaw law, final Detector detector, final int state) {
        this.renderer = renderer;
        this.law = law;
        this.detector = detector;
        noise = CounterRandom.of(detector.noiseSeed(), state);
    }

    @Override
    public void compute(final Block block, final float[] destination) {
        renderer.render(block, destination);
        int row = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                develop(destination, row, block.sizeX());
                if (detector.noise() > 0) {
                    addNoise(destination, row, block.sizeX(), (z << BITS_PER_AXIS | y) << BITS_PER_AXIS | block.minX());
                }
                row += block.sizeX();
            }
        }
        if (detector.type() == VoxelType.UINT16) {
            quantise(destination, block.voxels());
        }
    }

    /** The voxels of a block as the detector's type keeps them: {@code short[]} or {@code float[]}. */
    Object load(final Block block) {
        final float[] values = new float[block.voxels()];
        compute(block, values);
        if (detector.type() == VoxelType.FLOAT32) {
            return values;
        }
        final short[] unsigned = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            unsigned[i] = (short)(int)values[i];
        }
        return unsigned;
    }

    private void develop(final float[] values, final int from, final int count) {
        final float offset = (float)law.offset();
        final float factor = (float)law.factor();
        for (int i = from; i < from + count; i++) {
            values[i] = offset + factor * values[i];
        }
    }

    private void addNoise(final float[] values, final int from, final int count, final long firstVoxel) {
        final double deviation = detector.noise();
        for (int i = 0; i < count; i++) {
            values[from + i] += (float)(deviation * noise.normal(firstVoxel + i));
        }
    }

    private static void quantise(final float[] values, final int count) {
        for (int i = 0; i < count; i++) {
            values[i] = (float)Math.rint(Math.max(0, Math.min(65_535, values[i])));
        }
    }
}
