// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * A part of a volume.
 *
 * @param mask not 0 inside
 * @param box the smallest one that holds it
 * @param voxels inside
 */
public record Region(Volume mask, Block box, long voxels) {

    private static final int EDGE = 64;

    private record Extent(Block box, long voxels) {
        Extent plus(final Extent other) {
            return new Extent(box.hull(other.box), voxels + other.voxels);
        }
    }

    /**
     * Reads the mask once, block by block.
     *
     * @return empty if the mask is 0 everywhere
     */
    public static Optional<Region> of(final Volume mask, final Progress progress) {
        final List<Optional<Extent>> extents = Blocks.map(MaskCover.blocks(mask), progress,
            "Looking at the mask " + mask.name(), block -> extent(mask, block));
        return extents.stream().flatMap(Optional::stream).reduce(Extent::plus)
            .map(extent -> new Region(mask, extent.box, extent.voxels));
    }

    /** The whole of a volume. */
    public static Region whole(final Volume volume) {
        final LazyVolume.Layout layout = new LazyVolume.Layout(volume.shape(), VoxelType.UINT8, EDGE, EDGE, EDGE);
        final Volume everywhere = LazyVolume.load("whole of " + volume.name(), layout, volume.voxelSize(), block -> {
            final byte[] ones = new byte[block.voxels()];
            Arrays.fill(ones, (byte)1);
            return ones;
        });
        return new Region(everywhere, Block.of(volume.shape()), volume.shape().voxels());
    }

    private static Optional<Extent> extent(final Volume mask, final Block block) {
        final float[] values = new float[block.voxels()];
        mask.read(block, values);
        final int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        final int[] high = {-1, -1, -1};
        long count = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                final int[] at = {i % block.sizeX(), i / block.sizeX() % block.sizeY(),
                    i / block.sizeX() / block.sizeY()};
                for (int k = 0; k < 3; k++) {
                    low[k] = Math.min(low[k], at[k]);
                    high[k] = Math.max(high[k], at[k]);
                }
                count++;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(new Extent(new Block(block.minX() + low[0],
            block.minY() + low[1], block.minZ() + low[2], high[0] - low[0] + 1, high[1] - low[1] + 1,
            high[2] - low[2] + 1), count));
    }

    /** The middle of the box, in voxels. */
    public Point centre() {
        return new Point(box.minX() + (box.sizeX() - 1) / 2.0, box.minY() + (box.sizeY() - 1) / 2.0,
            box.minZ() + (box.sizeZ() - 1) / 2.0);
    }
}
