// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeFace;
import org.electrode4d.volume.VoxelSize;

/**
 * The voxels as they are seen from the entry face, so that one algorithm serves all faces: planes at increasing depth,
 * in them rows. A row is followed by one place that belongs to no voxel, a plane by one such row: whatever steps over
 * the end of a row or a plane ends there.
 */
final class EntryFrame {

    private static final int[][] AXES = {{1, 2, 0}, {0, 2, 1}, {0, 1, 2}};

    private final Shape shape;
    private final VoxelSize size;
    private final Point origin;
    private final int[] axes;
    private final boolean backwards;
    private final long[] step = new long[3];

    EntryFrame(final Volume volume, final VolumeFace entry) {
        shape = volume.shape();
        size = volume.voxelSize();
        origin = volume.origin();
        axes = AXES[entry.axis()];
        backwards = entry.isLast();
        step[0] = 1;
        step[1] = shape.along(axes[0]) + 1;
        step[2] = step[1] * (shape.along(axes[1]) + 1);
    }

    Shape shape() {
        return shape;
    }

    int width() {
        return (int)shape.along(axes[0]);
    }

    int height() {
        return (int)shape.along(axes[1]);
    }

    /** The number of planes. */
    int depth() {
        return (int)shape.along(axes[2]);
    }

    /** The number of places, which may be more than an array can have. */
    long length() {
        return step[2] * shape.along(axes[2]);
    }

    int rowStep() {
        return (int)step[1];
    }

    int planeStep() {
        return (int)step[2];
    }

    /** How far apart neighbours are in the array: within a row, between rows, between planes. */
    int[] steps() {
        return new int[] {1, rowStep(), planeStep()};
    }

    /** The edges of a voxel in µm: within a row, between rows, between planes. */
    double[] edges() {
        final double[] all = {size.x(), size.y(), size.z()};
        return new double[] {all[axes[0]], all[axes[1]], all[axes[2]]};
    }

    /** How far the place moves along an axis of the volume. */
    private int stepAlong(final int axis) {
        for (int i = 0; i < 2; i++) {
            if (axes[i] == axis) {
                return (int)step[i];
            }
        }
        return (int)(backwards ? -step[2] : step[2]);
    }

    /** Goes through the voxels of a block of the volume, x fastest. */
    void forEach(final Block block, final PlaceVisitor visitor) {
        final int first = place(new long[] {block.minX(), block.minY(), block.minZ()});
        final int stepX = stepAlong(0);
        int i = 0;
        for (int z = 0; z < block.sizeZ(); z++) {
            for (int y = 0; y < block.sizeY(); y++) {
                int place = first + z * stepAlong(2) + y * stepAlong(1);
                for (int x = 0; x < block.sizeX(); x++, i++, place += stepX) {
                    visitor.visit(i, place);
                }
            }
        }
    }

    private int place(final long[] voxel) {
        final long plane = backwards ? shape.along(axes[2]) - 1 - voxel[axes[2]] : voxel[axes[2]];
        return (int)(plane * step[2] + voxel[axes[1]] * step[1] + voxel[axes[0]]);
    }

    /** The voxels of the entry face. */
    Block entryPlane() {
        final long[] min = new long[3];
        final int[] extent = {(int)shape.x(), (int)shape.y(), (int)shape.z()};
        min[axes[2]] = backwards ? shape.along(axes[2]) - 1 : 0;
        extent[axes[2]] = 1;
        return new Block(min[0], min[1], min[2], extent[0], extent[1], extent[2]);
    }

    /**
     * A position in µm.
     *
     * @param seen in voxels: within a row, row, plane
     */
    Point position(final double[] seen) {
        final double[] voxel = new double[3];
        voxel[axes[0]] = seen[0];
        voxel[axes[1]] = seen[1];
        voxel[axes[2]] = backwards ? depth() - 1 - seen[2] : seen[2];
        return origin.plus(new Point(voxel[0], voxel[1], voxel[2]).times(size));
    }

    /** Row position, row and plane of a place. */
    double[] seen(final int place) {
        final int inPlane = place % planeStep();
        return new double[] {inPlane % rowStep(), inPlane / rowStep(), place / planeStep()};
    }

    /** Sees the voxels of a block: their number there and their place. */
    @FunctionalInterface
    interface PlaceVisitor {
        void visit(int index, int place);
    }
}
