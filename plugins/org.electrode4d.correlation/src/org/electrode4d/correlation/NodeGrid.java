// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;

/**
 * A regular grid of nodes. The index of node (ix, iy, iz) is {@code (iz * ny + iy) * nx + ix}.
 *
 * @param origin position of the first node, in voxels of the reference volume (the centre of its first voxel is 0)
 * @param spacing distance of neighbouring nodes in voxels, greater than zero along every axis
 * @param nx nodes along x, at least one; ny and nz likewise
 */
public record NodeGrid(Point origin, Point spacing, int nx, int ny, int nz) {

    /** The smallest distance of a centred grid's first node from the border, in node spacings. */
    private static final double BORDER = 0.6;

    /** @throws IllegalArgumentException for no nodes or a spacing that is not a positive number */
    public NodeGrid {
        if (nx < 1 || ny < 1 || nz < 1) {
            throw new IllegalArgumentException(
                "A grid needs at least one node along every axis, but has " + nx + " x " + ny + " x " + nz + ".");
        }
        if (!(spacing.x() > 0 && spacing.y() > 0 && spacing.z() > 0)) {
            throw new IllegalArgumentException("The node spacing must be greater than zero, but is " + spacing.x()
                + " x " + spacing.y() + " x " + spacing.z() + " voxels.");
        }
        Math.multiplyExact(Math.multiplyExact(nx, ny), nz);
    }

    /** One node, as a global registration has it. */
    public static NodeGrid single(final Point node) {
        return new NodeGrid(node, new Point(1, 1, 1), 1, 1, 1);
    }

    /**
     * A grid in the middle of a volume, on whole voxels. The outermost nodes are 0.6 to 1.1 spacings from the
     * border, so that a window of half-window size = node spacing keeps more than 0.6 of its voxels at an edge. In a
     * corner about half are left; the voxels at the border, that have no gradient, decide whether it counts.
     */
    public static NodeGrid centred(final Shape shape, final int spacing) {
        final int[] count = new int[3];
        final double[] first = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            final double last = shape.along(axis) - 1.0;
            count[axis] = Math.max(1, (int)Math.floor(last / spacing + 1 - 2 * BORDER));
            first[axis] = Math.floor((last - (count[axis] - 1.0) * spacing) / 2);
        }
        return new NodeGrid(new Point(first[0], first[1], first[2]), new Point(spacing, spacing, spacing),
            count[0], count[1], count[2]);
    }

    /**
     * SPAM's grid: nodes at ns, 2 ns, ... below the extent of the volume, hence not centred.
     *
     * @throws IllegalArgumentException if the volume is not larger than the spacing
     */
    public static NodeGrid spam(final Shape shape, final int spacing) {
        final int[] count = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            count[axis] = (int)((shape.along(axis) - 1) / spacing);
        }
        return new NodeGrid(new Point(spacing, spacing, spacing), new Point(spacing, spacing, spacing),
            count[0], count[1], count[2]);
    }

    public int size() {
        return nx * ny * nz;
    }

    public int index(final int ix, final int iy, final int iz) {
        return (iz * ny + iy) * nx + ix;
    }

    public int ix(final int node) {
        return node % nx;
    }

    public int iy(final int node) {
        return node / nx % ny;
    }

    public int iz(final int node) {
        return node / nx / ny;
    }

    /** Whether the grid has a node with these numbers. */
    public boolean contains(final int ix, final int iy, final int iz) {
        return ix >= 0 && iy >= 0 && iz >= 0 && ix < nx && iy < ny && iz < nz;
    }

    /** Position of a node in voxels. */
    public Point position(final int node) {
        return position(ix(node), iy(node), iz(node));
    }

    /** Position of a node in voxels. */
    public Point position(final int ix, final int iy, final int iz) {
        return new Point(origin.x() + ix * spacing.x(), origin.y() + iy * spacing.y(), origin.z() + iz * spacing.z());
    }

    /** The mean of the spacings along the axes that have more than one node; of all axes if there is one node. */
    public double meanSpacing() {
        final double sum = (nx > 1 ? spacing.x() : 0) + (ny > 1 ? spacing.y() : 0) + (nz > 1 ? spacing.z() : 0);
        final int axes = (nx > 1 ? 1 : 0) + (ny > 1 ? 1 : 0) + (nz > 1 ? 1 : 0);
        return axes == 0 ? (spacing.x() + spacing.y() + spacing.z()) / 3 : sum / axes;
    }
}
