// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;

/**
 * The outline of a window about the centre of its map.
 *
 * @param low smallest corner, voxels from the centre
 * @param high largest corner, voxels from the centre
 * @param voxels of the window when nothing is missing
 * @param searchRange how far a corner may move from where the start value puts it, in voxels
 */
record WindowFrame(Point low, Point high, double voxels, double searchRange) {

    /**
     * The part of the window that is left if every axis loses two voxels: what gradient and spline cannot use beside
     * the faces of the volumes, although it lies inside.
     */
    double withoutFaces() {
        final Point extent = high.minus(low);
        return (extent.x() - 1) / (extent.x() + 1) * ((extent.y() - 1) / (extent.y() + 1))
            * ((extent.z() - 1) / (extent.z() + 1));
    }

    /** The largest movement of a corner by which two maps about the centre differ. */
    double cornerDistance(final Transformation a, final Transformation b) {
        double largest = 0;
        for (int i = 0; i < 8; i++) {
            final Point corner = corner(i);
            final double distance = a.apply(corner, Point.ORIGIN).distance(b.apply(corner, Point.ORIGIN));
            largest = distance > largest || distance != distance ? distance : largest;
        }
        return largest;
    }

    /** The voxels that hold the window mapped about {@code centre}, and {@code margin} voxels more on every side. */
    Block mapped(final Transformation map, final Point centre, final double margin) {
        double[] min = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        double[] max = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i < 8; i++) {
            final Point p = centre.plus(map.apply(corner(i), Point.ORIGIN));
            min = new double[] {Math.min(min[0], p.x()), Math.min(min[1], p.y()), Math.min(min[2], p.z())};
            max = new double[] {Math.max(max[0], p.x()), Math.max(max[1], p.y()), Math.max(max[2], p.z())};
        }
        final long x = (long)Math.floor(min[0] - margin);
        final long y = (long)Math.floor(min[1] - margin);
        final long z = (long)Math.floor(min[2] - margin);
        return new Block(x, y, z, size(x, max[0] + margin), size(y, max[1] + margin), size(z, max[2] + margin));
    }

    private static int size(final long min, final double max) {
        return (int)Math.min(Integer.MAX_VALUE / 2, (long)Math.ceil(max) - min + 1);
    }

    private Point corner(final int i) {
        return new Point((i & 1) == 0 ? low.x() : high.x(), (i & 2) == 0 ? low.y() : high.y(),
            (i & 4) == 0 ? low.z() : high.z());
    }
}
