// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

/**
 * A box of voxels: its first corner and its sizes. A block may stick out of a volume or be empty. Arrays of a block's
 * values run with x fastest, then y, then z: {@code index = (z * sizeY + y) * sizeX + x} from the first corner.
 */
public record Block(long minX, long minY, long minZ, int sizeX, int sizeY, int sizeZ) {

    /** @throws IllegalArgumentException for a negative size */
    public Block {
        if (sizeX < 0 || sizeY < 0 || sizeZ < 0) {
            throw new IllegalArgumentException(
                "The sizes of a block must not be negative: " + sizeX + " x " + sizeY + " x " + sizeZ + ".");
        }
    }

    /**
     * The whole of a volume as one block.
     *
     * @throws ArithmeticException if an extent is beyond 2^31 - 1
     */
    public static Block of(final Shape shape) {
        return new Block(0, 0, 0, Math.toIntExact(shape.x()), Math.toIntExact(shape.y()),
            Math.toIntExact(shape.z()));
    }

    /** The cube of voxels at most {@code halfSize} away from a centre along every axis. */
    public static Block around(final long x, final long y, final long z, final int halfSize) {
        return new Block(x, y, z, 1, 1, 1).grow(halfSize);
    }

    /** @throws ArithmeticException beyond 2^31 - 1 voxels, which no array holds */
    public int voxels() {
        return Math.multiplyExact(Math.multiplyExact(sizeX, sizeY), sizeZ);
    }

    public boolean isEmpty() {
        return sizeX == 0 || sizeY == 0 || sizeZ == 0;
    }

    /** One past the last x. */
    public long endX() {
        return minX + sizeX;
    }

    /** One past the last y. */
    public long endY() {
        return minY + sizeY;
    }

    /** One past the last z. */
    public long endZ() {
        return minZ + sizeZ;
    }

    /** The block with a halo of so many voxels on every side; a negative halo shrinks it. */
    public Block grow(final int halo) {
        return grow(halo, halo, halo);
    }

    /** The block with a halo of its own along every axis. */
    public Block grow(final int haloX, final int haloY, final int haloZ) {
        return new Block(minX - haloX, minY - haloY, minZ - haloZ,
            sizeX + 2 * haloX, sizeY + 2 * haloY, sizeZ + 2 * haloZ);
    }

    public Block translate(final long x, final long y, final long z) {
        return new Block(minX + x, minY + y, minZ + z, sizeX, sizeY, sizeZ);
    }

    /** The part of the block inside a volume; empty where they do not meet. */
    public Block clip(final Shape shape) {
        return box(Math.max(minX, 0), Math.max(minY, 0), Math.max(minZ, 0),
            Math.min(endX(), shape.x()), Math.min(endY(), shape.y()), Math.min(endZ(), shape.z()));
    }

    /** The smallest block that holds both. */
    public Block hull(final Block other) {
        final long x = Math.min(minX, other.minX);
        final long y = Math.min(minY, other.minY);
        final long z = Math.min(minZ, other.minZ);
        return new Block(x, y, z, (int)(Math.max(endX(), other.endX()) - x), (int)(Math.max(endY(), other.endY()) - y),
            (int)(Math.max(endZ(), other.endZ()) - z));
    }

    /** What two blocks share; empty where they do not meet. */
    public Block intersect(final Block other) {
        return box(Math.max(minX, other.minX), Math.max(minY, other.minY), Math.max(minZ, other.minZ),
            Math.min(endX(), other.endX()), Math.min(endY(), other.endY()), Math.min(endZ(), other.endZ()));
    }

    private static Block box(final long x, final long y, final long z,
        final long endX, final long endY, final long endZ) {
        return new Block(x, y, z, size(x, endX), size(y, endY), size(z, endZ));
    }

    private static int size(final long min, final long end) {
        return (int)Math.max(0, end - min);
    }

    @Override
    public String toString() {
        return sizeX + " x " + sizeY + " x " + sizeZ + " voxels at (" + minX + ", " + minY + ", " + minZ + ")";
    }
}
