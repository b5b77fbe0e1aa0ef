// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

/**
 * The number of voxels along x, y and z, each at least one.
 */
public record Shape(long x, long y, long z) {

    /** @throws IllegalArgumentException for an extent smaller than one */
    public Shape {
        if (x < 1 || y < 1 || z < 1) {
            throw new IllegalArgumentException("A volume needs at least one voxel along every axis, but has "
                + x + " x " + y + " x " + z + ".");
        }
    }

    /** @throws ArithmeticException beyond 2^63 - 1 voxels */
    public long voxels() {
        return Math.multiplyExact(Math.multiplyExact(x, y), z);
    }

    /** The middle of the volume, {@code (n - 1) / 2} along every axis, in voxels: the centre of the first is 0. */
    public Point centre() {
        return new Point((x - 1) / 2.0, (y - 1) / 2.0, (z - 1) / 2.0);
    }

    public boolean contains(final Block block) {
        return block.minX() >= 0 && block.minY() >= 0 && block.minZ() >= 0
            && block.endX() <= x && block.endY() <= y && block.endZ() <= z;
    }

    /** The extent along an axis: 0 = x, 1 = y, 2 = z. */
    public long along(final int axis) {
        return switch (axis) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> z;
            default -> throw new IllegalArgumentException("Axis " + axis + " is none of 0 (x), 1 (y), 2 (z).");
        };
    }

    @Override
    public String toString() {
        return x + " x " + y + " x " + z;
    }
}
