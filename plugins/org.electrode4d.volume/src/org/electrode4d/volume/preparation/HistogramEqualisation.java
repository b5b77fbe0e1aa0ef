// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import java.io.IOException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.filter.Conversion;

/**
 * Spreads the grey values so that each is as frequent as any other: a value becomes the part of the voxels that is not
 * brighter, {@link GreyDistribution}. The same function as {@code skimage.exposure.equalize_hist}, in double; it
 * computes in the precision of its input where that is single, and so differs by 1e-7 there.
 *
 * <p>The result is computed on demand, without halo: FLOAT32 from 0 to 1, or UINT16 from 0 to 65535 (rounded). What is
 * not a number stays so in FLOAT32 and becomes 0 in UINT16; infinities become the value at that end.
 */
public final class HistogramEqualisation {

    private static final long SLAB_VOXELS = 1 << 23;
    private static final int CHUNK_WIDTH = 512;
    private static final int CHUNK_SLICES = 8;

    private final Volume volume;
    private final int bins;

    private HistogramEqualisation(final Volume volume, final int bins) {
        this.volume = volume;
        this.bins = bins;
    }

    /**
     * With one histogram: that of the volume, of a part of it inside a mask, or of the first scan of a series.
     *
     * @param type FLOAT32 or UINT16
     */
    public static Volume of(final Volume volume, final GreyDistribution distribution, final VoxelType type) {
        final double scale = scale(type);
        return Local.of(volume, type, (block, destination) -> {
            volume.read(block, destination);
            equalise(destination, 0, block.voxels(), distribution, scale);
        });
    }

    /**
     * With a histogram for each slice along z, as for a stack of images.
     *
     * @param bins of FLOAT32, 2 to 65536; without meaning for integers
     * @param type FLOAT32 or UINT16
     * @param space keeps the histograms; closed after the result was read for the last time
     * @throws IllegalArgumentException for volumes of 32-bit integers
     * @throws IOException if they fit neither into memory nor into a file
     */
    public static Volume slices(final Volume volume, final int bins, final VoxelType type, final ScratchSpace space,
        final Progress progress) throws IOException {
        if (volume.type().isInteger() && volume.type().bytes() > 2) {
            throw new IllegalArgumentException("A histogram for each slice is for 8 and 16 bit and FLOAT32, but "
                + volume.name() + " is of type " + volume.type() + ". Scale it to 16 bit first.");
        }
        return new HistogramEqualisation(volume, GreyDistribution.requireBins(bins)).slices(type, space, progress);
    }

    private Volume slices(final VoxelType type, final ScratchSpace space, final Progress progress)
        throws IOException {
        final double scale = scale(type);
        final PlaneStore rows = space.create(
            new Shape(GreyDistribution.numbers(volume.type(), bins), 1, volume.shape().z()), VoxelType.FLOAT32);
        measure(rows, progress);
        final Layout layout = new Layout(volume.shape(), VoxelType.FLOAT32, CHUNK_WIDTH, CHUNK_WIDTH, CHUNK_SLICES);
        return Conversion.of(LazyVolume.load(volume.name(), layout, volume.voxelSize(), block -> {
            final float[] values = new float[block.voxels()];
            volume.read(block, values);
            final int slice = block.sizeX() * block.sizeY();
            for (int z = 0; z < block.sizeZ(); z++) {
                final float[] row = (float[])rows.load(block.minZ() + z);
                equalise(values, z * slice, slice, GreyDistribution.read(row, volume.type().isInteger()), scale);
            }
            return values;
        }).withOrigin(volume.origin()).withMetadata(volume.metadata()), type);
    }

    private static double scale(final VoxelType type) {
        if (type != VoxelType.FLOAT32 && type != VoxelType.UINT16) {
            throw new IllegalArgumentException("Equalised volumes are FLOAT32 or UINT16, not " + type + ".");
        }
        return type == VoxelType.UINT16 ? VoxelType.UINT16.max() : 1;
    }

    /** @param distribution null where there is no number in the slice: then nothing is there to change */
    private static void equalise(final float[] values, final int from, final int count,
        final GreyDistribution distribution, final double scale) {
        for (int i = from; distribution != null && i < from + count; i++) {
            values[i] = (float)(scale * distribution.at(values[i]));
        }
    }

    /** Slabs as thick as the chunks of the volume, as far as memory goes, so that each chunk is needed a short time. */
    private void measure(final PlaneStore rows, final Progress progress) {
        final Shape shape = volume.shape();
        final int thickness = (int)Math.min(Math.max(1, SLAB_VOXELS / (shape.x() * shape.y())),
            volume.chunkSize()[2]);
        final int slabs = Math.toIntExact((shape.z() + thickness - 1) / thickness);
        Blocks.map(slabs, progress, "Histograms of " + volume.name(), i -> {
            final long first = (long)i * thickness;
            for (long z = first; z < Math.min(first + thickness, shape.z()); z++) {
                final Block slice = RotationAxis.Z.slab(shape, z, 1);
                final float[] values = new float[slice.voxels()];
                volume.read(slice, values);
                final GreyDistribution distribution = GreyDistribution.of(volume, values, bins);
                final float[] row = new float[rows.planeVoxels()];
                if (distribution != null) {
                    distribution.write(row);
                }
                rows.store(z, row);
            }
            return null;
        });
    }
}
