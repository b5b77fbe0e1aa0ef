// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.filter.BlockMean;

/**
 * Coordinates and volumes at a bin: the centre of binned voxel i lies at {@code bin i + (bin - 1) / 2} of the unbinned
 * volume; F is the same, displacements are {@code bin} times smaller.
 */
record Binning(int bin) {

    /** Means over cubes of {@code bin} voxels, lazily; what does not fill a cube at the far ends is left out. */
    Volume apply(final Volume volume) {
        return bin == 1 ? volume : BlockMean.of(volume, bin);
    }

    VolumePair apply(final VolumePair pair) {
        return bin == 1 ? pair : new VolumePair(apply(pair.reference()), apply(pair.deformed()));
    }

    /** The means in memory: chunk by chunk, because behind a small result may lie a large volume. */
    VolumePair load(final VolumePair pair, final Progress progress) {
        return new VolumePair(load(apply(pair.reference()), progress.part(0, 0.5)),
            load(apply(pair.deformed()), progress.part(0.5, 1)));
    }

    private static Volume load(final Volume volume, final Progress progress) {
        final Shape shape = volume.shape();
        final float[] means = new float[Math.toIntExact(shape.voxels())];
        final int[] chunk = volume.chunkSize();
        Blocks.forEach(Blocks.tile(shape, chunk[0], chunk[1], chunk[2]), progress, "Reading " + volume.name(),
            block -> copy(volume, block, means));
        return Volume.of(volume.name(), ArrayImgs.floats(means, shape.x(), shape.y(), shape.z()), volume.voxelSize());
    }

    private static void copy(final Volume volume, final Block block, final float[] means) {
        final float[] values = new float[block.voxels()];
        volume.read(block, values);
        for (int row = 0; row < block.sizeY() * block.sizeZ(); row++) {
            final long y = block.minY() + row % block.sizeY();
            final long z = block.minZ() + row / block.sizeY();
            System.arraycopy(values, row * block.sizeX(), means,
                (int)((z * volume.shape().y() + y) * volume.shape().x() + block.minX()), block.sizeX());
        }
    }

    Point toBinned(final Point point) {
        return new Point(toBinned(point.x()), toBinned(point.y()), toBinned(point.z()));
    }

    private double toBinned(final double position) {
        return (position - (bin - 1) / 2.0) / bin;
    }
}
