// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.lang.reflect.Array;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.cell.AbstractCellImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * A three-dimensional image of a sample: voxels, their size in µm, and where the first of them is. Axes are x, y, z,
 * with x contiguous in memory and z across the electrode; a two-dimensional image is a volume with z = 1.
 *
 * <p>A volume is immutable and its voxels are lazy: making one, cropping it or changing its facts copies nothing.
 * Reading is safe from several threads at once.
 */
public final class Volume {

    private final RandomAccessibleInterval<? extends RealType<?>> image;
    private final VoxelReader reader;
    private final Chunk chunk;
    private final Facts facts;

    /** The edges in voxels of the pieces in which an image is loaded. */
    private record Chunk(int x, int y, int z) {
    }

    private record Facts(String name, VoxelSize size, Point origin, Map<String, String> metadata) {
        Facts {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(size, "voxel size");
            Objects.requireNonNull(origin, "origin");
            metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        }
    }

    private Volume(final RandomAccessibleInterval<? extends RealType<?>> image, final VoxelReader reader,
        final Chunk chunk, final Facts facts) {
        this.image = image;
        this.reader = reader;
        this.chunk = chunk;
        this.facts = facts;
    }

    /**
     * A volume of the voxels of an image, with the centre of the first voxel at the origin.
     *
     * @param image two- or three-dimensional; not to be changed afterwards
     * @throws IllegalArgumentException for any other number of dimensions
     */
    public static Volume of(final String name, final RandomAccessibleInterval<? extends RealType<?>> image,
        final VoxelSize size) {
        final int dimensions = image.numDimensions();
        if (dimensions != 2 && dimensions != 3) {
            throw new IllegalArgumentException("A volume has two or three dimensions, but " + name + " has "
                + dimensions + ". Choose one channel and one time.");
        }
        final RandomAccessibleInterval<? extends RealType<?>> view = threeDimensional(image);
        final Facts facts = new Facts(name, size, Point.ORIGIN, Map.of());
        return new Volume(view, VoxelReader.of(image, view), chunk(image), facts);
    }

    public String name() {
        return facts.name();
    }

    public Shape shape() {
        return shape(image);
    }

    /** The type of the voxels; images of 64-bit and other types count as FLOAT32. */
    public VoxelType type() {
        return VoxelType.of(image.getType());
    }

    public VoxelSize voxelSize() {
        return facts.size();
    }

    /** Where the centre of the first voxel is, in µm. */
    public Point origin() {
        return facts.origin();
    }

    /** What else is known, such as time, state of charge or potential; sorted by key, unmodifiable. */
    public Map<String, String> metadata() {
        return facts.metadata();
    }

    /** The voxels, three-dimensional and zero-min. */
    public RandomAccessibleInterval<? extends RealType<?>> image() {
        return image;
    }

    /**
     * The edges of the chunks in which the voxels are loaded, x, y, z: whoever walks the whole volume does so in
     * multiples of them. A volume in memory is one chunk, and so is the answer clipped to 2^31 - 1.
     */
    public int[] chunkSize() {
        return new int[] {chunk.x(), chunk.y(), chunk.z()};
    }

    /**
     * Reads a box of voxels as float; 32-bit integers beyond 2^24 are rounded.
     *
     * @param destination receives the values, x fastest
     * @throws IndexOutOfBoundsException if the block sticks out of the volume or the array is too short
     */
    public void read(final Block block, final float[] destination) {
        requireInside(block, destination.length);
        reader.read(block, destination);
    }

    /**
     * Reads a box of voxels without any conversion.
     *
     * @param destination of the kind that {@link VoxelType#newArray} makes for {@link #type()}
     * @throws IndexOutOfBoundsException if the block sticks out of the volume or the array is too short
     */
    public void readNative(final Block block, final Object destination) {
        requireInside(block, Array.getLength(destination));
        reader.read(block, destination);
    }

    /** Reads a box of voxels that may stick out of the volume, with the values that an extension says out there. */
    public void read(final Block block, final Extension outside, final float[] destination) {
        if (shape().contains(block)) {
            read(block, destination);
        } else {
            new ExtendedRead(this, outside).read(block, destination);
        }
    }

    public Volume withName(final String name) {
        return with(new Facts(name, facts.size(), facts.origin(), facts.metadata()));
    }

    /** @param origin of the centre of the first voxel, in µm */
    public Volume withOrigin(final Point origin) {
        return with(new Facts(facts.name(), facts.size(), origin, facts.metadata()));
    }

    public Volume withVoxelSize(final VoxelSize size) {
        return with(new Facts(facts.name(), size, facts.origin(), facts.metadata()));
    }

    public Volume withMetadata(final Map<String, String> metadata) {
        return with(new Facts(facts.name(), facts.size(), facts.origin(), metadata));
    }

    /**
     * A part of the volume, as a view; the origin moves with it, so that positions in µm stay what they are.
     *
     * @throws IndexOutOfBoundsException if the block sticks out of the volume
     * @throws IllegalArgumentException if the block is empty
     */
    public Volume crop(final Block block) {
        requireInside(block, Integer.MAX_VALUE);
        if (block.isEmpty()) {
            throw new IllegalArgumentException("Cropping " + name() + " to " + block + " leaves nothing.");
        }
        final long[] min = {block.minX(), block.minY(), block.minZ()};
        final long[] max = {block.endX() - 1, block.endY() - 1, block.endZ() - 1};
        final VoxelReader part = (inner, destination) ->
            reader.read(inner.translate(min[0], min[1], min[2]), destination);
        final Point moved = origin().plus(new Point(min[0], min[1], min[2]).times(voxelSize()));
        final Facts partFacts = new Facts(name(), voxelSize(), moved, metadata());
        return new Volume(Views.zeroMin(Views.interval(image, min, max)), part, chunk, partFacts);
    }

    private Volume with(final Facts changed) {
        return new Volume(image, reader, chunk, changed);
    }

    private void requireInside(final Block block, final int length) {
        if (!shape().contains(block)) {
            throw new IndexOutOfBoundsException("The block of " + block + " sticks out of " + name() + ", which has "
                + shape() + " voxels.");
        }
        if (length != Integer.MAX_VALUE && block.voxels() > length) {
            throw new IndexOutOfBoundsException("The block of " + block + " has " + block.voxels()
                + " voxels, but the array has room for " + length + ".");
        }
    }

    static Shape shape(final RandomAccessibleInterval<?> image) {
        return new Shape(image.dimension(0), image.dimension(1), image.dimension(2));
    }

    private static RandomAccessibleInterval<? extends RealType<?>> threeDimensional(
        final RandomAccessibleInterval<? extends RealType<?>> image) {
        final RandomAccessibleInterval<? extends RealType<?>> zeroMin = Views.isZeroMin(image) ? image
            : Views.zeroMin(image);
        return image.numDimensions() == 3 ? zeroMin : Views.addDimension(zeroMin, 0, 0);
    }

    private static Chunk chunk(final RandomAccessibleInterval<?> image) {
        final int[] edge = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        if (image instanceof AbstractCellImg<?, ?, ?, ?> cells) {
            cells.getCellGrid().cellDimensions(edge);
        }
        return new Chunk(edge[0], edge[1], edge[2]);
    }

    @Override
    public String toString() {
        return name() + ": " + shape() + " " + type() + ", voxel " + voxelSize();
    }
}
