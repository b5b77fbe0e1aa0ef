// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

import java.util.function.LongFunction;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/** Compares voxels with thresholds, on demand. */
final class ClassVolume {

    private static final int EDGE = 64;

    private final Volume volume;
    private final Volume mask;
    private final LongFunction<double[]> thresholds;

    /**
     * @param mask null for none
     * @param thresholds of each slice, ascending; none where no voxel has a class
     */
    ClassVolume(final Volume volume, final Volume mask, final LongFunction<double[]> thresholds) {
        if (mask != null) {
            Masks.requireAlike(volume, Masks.requireIntegers(mask, "the mask"));
        }
        this.volume = volume;
        this.mask = mask;
        this.thresholds = thresholds;
    }

    /** The classes from one to another, numbered from 1, with 0 for all other voxels; classes count from 1. */
    Volume classes(final int from, final int to) {
        final byte[] numbers = new byte[256];
        for (int k = from; k <= to; k++) {
            numbers[k] = (byte)(k - from + 1);
        }
        return mapped(numbers);
    }

    /** @param numbers what each class becomes, from 1; what no class has is the first entry */
    Volume mapped(final byte[] numbers) {
        final Layout layout = new Layout(volume.shape(), VoxelType.UINT8, EDGE, EDGE, EDGE);
        return LazyVolume.load(volume.name(), layout, volume.voxelSize(), block -> compute(block, numbers))
            .withOrigin(volume.origin()).withMetadata(volume.metadata());
    }

    private byte[] compute(final Block block, final byte[] numbers) {
        final float[] values = new float[block.voxels()];
        volume.read(block, values);
        final byte[] classes = new byte[values.length];
        final int plane = block.sizeX() * block.sizeY();
        for (int z = 0; z < block.sizeZ(); z++) {
            classify(values, z * plane, (z + 1) * plane, thresholds.apply(block.minZ() + z), classes);
        }
        if (mask != null) {
            final float[] inside = new float[values.length];
            mask.read(block, inside);
            for (int i = 0; i < inside.length; i++) {
                classes[i] = inside[i] == 0 ? 0 : classes[i];
            }
        }
        for (int i = 0; i < classes.length; i++) {
            classes[i] = numbers[classes[i] & 0xff];
        }
        return classes;
    }

    private static void classify(final float[] values, final int from, final int to, final double[] limits,
        final byte[] classes) {
        if (limits.length == 0) {
            return;
        }
        for (int i = from; i < to; i++) {
            final float value = values[i];
            if (Float.isFinite(value)) {
                int k = 1;
                for (final double limit : limits) {
                    k += value > limit ? 1 : 0;
                }
                classes[i] = (byte)k;
            }
        }
    }
}
