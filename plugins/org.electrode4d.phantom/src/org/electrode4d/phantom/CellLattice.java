// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;

/**
 * Space divided into cubic cells, so that an endless pattern can be made piece by piece.
 *
 * @param edge of a cell, voxels
 */
record CellLattice(double edge) {

    /** What happens in a cell. */
    @FunctionalInterface
    interface Visitor {
        void visit(Cell cell);
    }

    /** A cell by its indices, which run from minus to plus infinity. */
    record Cell(long x, long y, long z) {

        Cell plus(final int dx, final int dy, final int dz) {
            return new Cell(x + dx, y + dy, z + dz);
        }
    }

    /** Visits every cell that a box meets, z slowest, x fastest. */
    void visit(final Bounds box, final Visitor visitor) {
        for (long z = index(box.min().z()); z <= index(box.max().z()); z++) {
            for (long y = index(box.min().y()); y <= index(box.max().y()); y++) {
                for (long x = index(box.min().x()); x <= index(box.max().x()); x++) {
                    visitor.visit(new Cell(x, y, z));
                }
            }
        }
    }

    /** The box that a cell fills. */
    Bounds bounds(final Cell cell) {
        final Point min = new Point(cell.x() * edge, cell.y() * edge, cell.z() * edge);
        return new Bounds(min, min.plus(new Point(edge, edge, edge)));
    }

    private long index(final double position) {
        return (long)Math.floor(position / edge);
    }
}
