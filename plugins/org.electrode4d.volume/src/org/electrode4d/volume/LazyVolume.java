// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.LongFunction;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Volumes whose voxels come into being when somebody looks: chunk by chunk, kept in the {@link ChunkCache}.
 */
public final class LazyVolume {

    private final Object owner = new Object();
    private final String name;
    private final CellGrid grid;
    private final VoxelType type;
    private final ChunkLoader loader;
    private final boolean cached;

    /**
     * How a volume is divided.
     *
     * @param type of the voxels
     * @param chunkX voxels of a chunk along x, and so on; chunks at the far ends may be smaller
     */
    public record Layout(Shape shape, VoxelType type, int chunkX, int chunkY, int chunkZ) {
    }

    private LazyVolume(final String name, final Layout layout, final ChunkLoader loader, final boolean cached) {
        this.name = name;
        this.cached = cached;
        this.type = layout.type();
        this.loader = loader;
        final Shape shape = layout.shape();
        grid = new CellGrid(new long[] {shape.x(), shape.y(), shape.z()}, new int[] {
            clip(layout.chunkX(), shape.x()), clip(layout.chunkY(), shape.y()), clip(layout.chunkZ(), shape.z())});
    }

    /**
     * A FLOAT32 volume computed on demand in cubes of {@code blockEdge} voxels.
     *
     * @param source runs in the thread that reads and must not depend on the division into blocks
     */
    public static Volume of(final String name, final Shape shape, final VoxelSize size, final int blockEdge,
        final BlockSource source) {
        final Layout layout = new Layout(shape, VoxelType.FLOAT32, blockEdge, blockEdge, blockEdge);
        return load(name, layout, size, chunk -> {
            final float[] values = new float[chunk.voxels()];
            source.compute(chunk, values);
            return values;
        });
    }

    /**
     * A volume of any type, loaded on demand. What goes wrong in the loader reaches the reader as
     * {@link UncheckedIOException} with the loader's message.
     */
    public static Volume load(final String name, final Layout layout, final VoxelSize size,
        final ChunkLoader loader) {
        return Volume.of(name, new LazyVolume(name, layout, loader, true).image(), size);
    }

    /** A volume whose planes are in memory already and need no cache. */
    static Volume ofPlanes(final String name, final Shape shape, final VoxelType type, final VoxelSize size,
        final LongFunction<Object> planes) {
        final Layout layout = new Layout(shape, type, (int)shape.x(), (int)shape.y(), 1);
        return Volume.of(name, new LazyVolume(name, layout, block -> planes.apply(block.minZ()), false).image(), size);
    }

    private RandomAccessibleInterval<? extends RealType<?>> image() {
        return switch (type) {
            case UINT8 -> image(new UnsignedByteType(), chunk -> new ByteArray((byte[])chunk));
            case INT8 -> image(new ByteType(), chunk -> new ByteArray((byte[])chunk));
            case UINT16 -> image(new UnsignedShortType(), chunk -> new ShortArray((short[])chunk));
            case INT16 -> image(new ShortType(), chunk -> new ShortArray((short[])chunk));
            case UINT32 -> image(new UnsignedIntType(), chunk -> new IntArray((int[])chunk));
            case INT32 -> image(new IntType(), chunk -> new IntArray((int[])chunk));
            case FLOAT32 -> image(new FloatType(), chunk -> new FloatArray((float[])chunk));
        };
    }

    private <T extends NativeType<T> & RealType<T>, A extends DataAccess>
        RandomAccessibleInterval<T> image(final T voxel, final Function<Object, A> wrap) {
        if (!cached) {
            return new LazyCellImg<>(grid, voxel, index -> cell(index, wrap));
        }
        return new LazyCellImg<>(grid, voxel, index -> ChunkCache.shared().get(owner, index,
            () -> cell(index, wrap), cell -> cell.size() * type.bytes()));
    }

    private <A> Cell<A> cell(final long index, final Function<Object, A> wrap) {
        final long[] min = new long[3];
        final int[] size = new int[3];
        grid.getCellDimensions(index, min, size);
        try {
            final Object values = loader.load(new Block(min[0], min[1], min[2], size[0], size[1], size[2]));
            return new Cell<>(size, min, wrap.apply(values));
        } catch (ClosedByInterruptException e) {
            throw new CancellationException("Reading " + name + " was interrupted.");
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new IllegalStateException("Not enough memory for a chunk of " + size[0] + " x " + size[1] + " x "
                + size[2] + " voxels of " + name + ". Give the program more heap (-Xmx).", e);
        }
    }

    private static int clip(final int chunk, final long extent) {
        if (chunk < 1) {
            throw new IllegalArgumentException("A chunk needs at least one voxel along every axis, not " + chunk + ".");
        }
        return (int)Math.min(chunk, extent);
    }
}
