// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.ChunkLoader;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * Values of the blocks of a volume on their way to a volume, each block in one piece, so that several threads may store
 * blocks that share planes: in the scratch space a block is a plane of one row.
 */
final class BlockStore {

    private final Layout layout;
    private final int[] across = new int[2];
    private final PlaneStore rows;

    /**
     * @param layout of the blocks; FLOAT32 volumes may be stored as another type and converted by {@link #volume}
     * @param stored type of the values of blocks
     * @throws IOException if there is no room
     */
    BlockStore(final Layout layout, final VoxelType stored, final ScratchSpace scratch) throws IOException {
        this.layout = layout;
        final Shape shape = layout.shape();
        across[0] = count(shape.x(), layout.chunkX());
        across[1] = count(shape.y(), layout.chunkY());
        final long voxels = Math.min(layout.chunkX(), shape.x()) * Math.min(layout.chunkY(), shape.y())
            * Math.min(layout.chunkZ(), shape.z());
        rows = scratch.create(new Shape(voxels, 1,
            (long)across[0] * across[1] * count(shape.z(), layout.chunkZ())), stored);
    }

    /** The blocks, in their order. */
    List<Block> blocks() {
        return Blocks.tile(layout.shape(), layout.chunkX(), layout.chunkY(), layout.chunkZ());
    }

    /** @param values of a block, of the stored type; as many as the block has voxels */
    void store(final Block block, final Object values) {
        final Object row = rows.type().newArray(rows.planeVoxels());
        System.arraycopy(values, 0, row, 0, block.voxels());
        rows.store(index(block), row);
    }

    /**
     * What was stored, with voxel size, origin and metadata of another volume.
     *
     * @param convert from the stored values of a block to those of the layout
     */
    Volume volume(final String name, final Volume like, final UnaryOperator<Object> convert) {
        final ChunkLoader loader = block -> {
            final Object values = rows.type().newArray(block.voxels());
            System.arraycopy(rows.load(index(block)), 0, values, 0, block.voxels());
            return convert.apply(values);
        };
        return LazyVolume.load(name, layout, like.voxelSize(), loader).withOrigin(like.origin())
            .withMetadata(like.metadata());
    }

    private long index(final Block block) {
        return (block.minZ() / layout.chunkZ() * across[1] + block.minY() / layout.chunkY()) * across[0]
            + block.minX() / layout.chunkX();
    }

    private static int count(final long extent, final int edge) {
        return (int)((extent + edge - 1) / edge);
    }
}
