// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

/**
 * A position or a vector in three dimensions. Whoever returns one says whether it is in voxels or in µm.
 */
public record Point(double x, double y, double z) {

    public static final Point ORIGIN = new Point(0, 0, 0);

    public Point plus(final Point other) {
        return new Point(x + other.x, y + other.y, z + other.z);
    }

    public Point minus(final Point other) {
        return new Point(x - other.x, y - other.y, z - other.z);
    }

    public Point times(final double factor) {
        return new Point(x * factor, y * factor, z * factor);
    }

    /** The vector with every component multiplied by the edge of a voxel: from voxels to µm. */
    public Point times(final VoxelSize size) {
        return new Point(x * size.x(), y * size.y(), z * size.z());
    }

    /** The vector with every component divided by the edge of a voxel: from µm to voxels. */
    public Point dividedBy(final VoxelSize size) {
        return new Point(x / size.x(), y / size.y(), z / size.z());
    }

    public double dot(final Point other) {
        return x * other.x + y * other.y + z * other.z;
    }

    public double norm() {
        return Math.sqrt(dot(this));
    }

    public double distance(final Point other) {
        return minus(other).norm();
    }
}
