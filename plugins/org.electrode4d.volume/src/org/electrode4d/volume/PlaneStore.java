// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

/**
 * A volume under construction, plane by plane along z, in memory or in a temporary file (see {@link ScratchSpace}).
 * Different planes may be worked on by several threads at once; one plane belongs to one thread between
 * {@link #load} and {@link #store}.
 */
public abstract sealed class PlaneStore permits MemoryPlanes, FilePlanes {

    private final Shape shape;
    private final VoxelType type;

    PlaneStore(final Shape shape, final VoxelType type) {
        this.shape = shape;
        this.type = type;
    }

    public final Shape shape() {
        return shape;
    }

    public final VoxelType type() {
        return type;
    }

    /** Voxels of a plane. */
    public final int planeVoxels() {
        return (int)(shape.x() * shape.y());
    }

    /**
     * The values of a plane, x fastest; zeros where nothing was stored yet. In memory this is the plane itself and not
     * a copy: write into it only to {@link #store} it.
     *
     * @return an array as {@link VoxelType#newArray} makes it
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public abstract Object load(long z);

    /**
     * Keeps the values of a plane: the array that {@link #load} gave, or another one, which must not be changed
     * afterwards.
     *
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public abstract void store(long z, Object values);

    /** What was stored, as a volume; complete it before somebody reads it, since planes of files are cached. */
    public abstract Volume volume(String name, VoxelSize size);

    /** As {@link #volume(String, VoxelSize)}, with voxel size, origin and metadata of another volume. */
    public final Volume like(final Volume other, final String name) {
        return volume(name, other.voxelSize()).withOrigin(other.origin()).withMetadata(other.metadata());
    }

    abstract void close();
}
