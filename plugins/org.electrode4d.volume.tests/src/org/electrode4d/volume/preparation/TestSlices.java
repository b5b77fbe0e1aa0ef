// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Volumes for tests, and their values. */
final class TestSlices {

    static final VoxelSize ONE = VoxelSize.isotropic(1);

    private TestSlices() {
    }

    static Volume floats(final Shape shape, final float... values) {
        return Volume.of("floats", ArrayImgs.floats(values, shape.x(), shape.y(), shape.z()), ONE);
    }

    static Volume bytes(final Shape shape, final int... values) {
        final byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)values[i];
        }
        return Volume.of("bytes", ArrayImgs.unsignedBytes(bytes, shape.x(), shape.y(), shape.z()), ONE);
    }

    /** The same voxels in chunks of another size. */
    static Volume chunked(final Volume volume, final int edge) {
        return LazyVolume.load(volume.name(), new Layout(volume.shape(), volume.type(), edge, edge, edge),
            volume.voxelSize(), block -> {
                final Object values = volume.type().newArray(block.voxels());
                volume.readNative(block, values);
                return values;
            });
    }

    static float[] read(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    /** Grains of two grey values, some ten voxels wide, with noise. */
    static float[] grains(final Shape shape, final double noise, final long seed) {
        final Random random = new Random(seed);
        final float[] values = new float[(int)shape.voxels()];
        for (int i = 0; i < values.length; i++) {
            final double x = i % shape.x();
            final double y = i / shape.x() % shape.y();
            final double z = i / shape.x() / shape.y();
            final double waves = Math.sin(0.21 * x + 0.6 * Math.sin(0.17 * y)) + Math.sin(0.19 * y + 0.13 * x + 0.3 * z)
                + Math.sin(0.23 * z - 0.11 * x);
            values[i] = (float)((waves > 0 ? 140 : 80) + noise * random.nextGaussian());
        }
        return values;
    }

    static double rootMeanSquare(final float[] a, final float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum / a.length);
    }
}
