// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

import java.util.Arrays;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;

/**
 * Reduces a volume by whole factors: each voxel of the result is the mean of a block of the source, summed in double.
 *
 * <p>Voxels at the far ends that fill no whole block are dropped: the mean of a part of a block would stand at another
 * place than its neighbours say. Voxel sizes grow by the factors and the origin moves to the centre of the first block,
 * half of {@code factor - 1} voxels, so that positions in µm stay what they are. FLOAT32, computed on demand, no halo.
 */
public final class BlockMean {

    private static final int LARGEST = 64;
    private static final int SOURCE_VOXELS = 1 << 22;

    private final Volume volume;
    private final int factorX;
    private final int factorY;
    private final int factorZ;

    private BlockMean(final Volume volume, final int factorX, final int factorY, final int factorZ) {
        this.volume = volume;
        this.factorX = factorX;
        this.factorY = factorY;
        this.factorZ = factorZ;
    }

    /** Reduces every axis by the same factor. */
    public static Volume of(final Volume volume, final int factor) {
        return of(volume, factor, factor, factor);
    }

    /**
     * @throws IllegalArgumentException for a factor that is not 1 to 64, or larger than the volume
     */
    public static Volume of(final Volume volume, final int factorX, final int factorY, final int factorZ) {
        final Shape shape = volume.shape();
        requireFactor(volume, "x", factorX, shape.x());
        requireFactor(volume, "y", factorY, shape.y());
        requireFactor(volume, "z", factorZ, shape.z());
        final BlockMean mean = new BlockMean(volume, factorX, factorY, factorZ);
        final Point centre = new Point((factorX - 1) / 2.0, (factorY - 1) / 2.0, (factorZ - 1) / 2.0);
        final VoxelSize size = volume.voxelSize().times(factorX, factorY, factorZ);
        return LazyVolume.load(volume.name(), mean.layout(), size, mean::load)
            .withOrigin(volume.origin().plus(centre.times(volume.voxelSize()))).withMetadata(volume.metadata());
    }

    private static void requireFactor(final Volume volume, final String axis, final int factor, final long extent) {
        if (factor < 1 || factor > LARGEST || factor > extent) {
            throw new IllegalArgumentException("The factor along " + axis + " must be 1 to "
                + Math.min(LARGEST, extent) + " for " + volume.name() + " with " + extent + " voxels there, but is "
                + factor + ".");
        }
    }

    /** Chunks as wide as those of the source and for the rest flat, so that each of those is needed a short time. */
    private Layout layout() {
        final Shape shape = volume.shape();
        final int width = Math.max(16, Math.min(512, volume.chunkSize()[0] / factorX));
        final int rows = Math.max(1, SOURCE_VOXELS / (width * factorX * factorY * factorZ));
        final int high = Integer.highestOneBit((int)Math.sqrt(2.0 * rows));
        return new Layout(new Shape(shape.x() / factorX, shape.y() / factorY, shape.z() / factorZ),
            VoxelType.FLOAT32, width, high, Math.max(1, rows / high));
    }

    private float[] load(final Block block) {
        final float[] means = new float[block.voxels()];
        compute(block, means);
        return means;
    }

    /** Row by row of the result, so that the source's part in memory stays small. */
    private void compute(final Block block, final float[] destination) {
        final Block rows = new Block(block.minX() * factorX, block.minY() * factorY, block.minZ() * factorZ,
            block.sizeX() * factorX, factorY, factorZ);
        final float[] values = new float[rows.voxels()];
        final double[] sums = new double[block.sizeX()];
        final double count = (double)factorX * factorY * factorZ;
        int index = 0;
        for (int z = 0; z < block.sizeZ(); z++) {
            for (int y = 0; y < block.sizeY(); y++) {
                volume.read(rows.translate(0, (long)y * factorY, (long)z * factorZ), values);
                Arrays.fill(sums, 0);
                addRows(values, sums);
                for (final double sum : sums) {
                    destination[index++] = (float)(sum / count);
                }
            }
        }
    }

    private void addRows(final float[] values, final double[] sums) {
        int index = 0;
        for (int row = 0; row < factorY * factorZ; row++) {
            for (int x = 0; x < sums.length; x++) {
                double sum = sums[x];
                for (int i = 0; i < factorX; i++) {
                    sum += values[index++];
                }
                sums[x] = sum;
            }
        }
    }
}
