// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Point;

/**
 * Bricks of eight usable nodes that a field turns inside out: at one of their corners the three edges have changed
 * their sense, or a node's own det F is not positive. Several material points lead to the places that such a brick
 * covers.
 */
final class FoldedCells {

    private final DeformationField field;
    private final NodeGrid grid;
    private final boolean[] covered;

    private FoldedCells(final DeformationField field) {
        this.field = field;
        grid = field.grid();
        covered = new boolean[grid.size()];
    }

    /** Which of the grid's positions lie within the bounding box of a folded brick in the deformed state. */
    static boolean[] covered(final DeformationField field) {
        final FoldedCells cells = new FoldedCells(field);
        for (int iz = 0; iz < field.grid().nz() - 1; iz++) {
            for (int iy = 0; iy < field.grid().ny() - 1; iy++) {
                for (int ix = 0; ix < field.grid().nx() - 1; ix++) {
                    cells.add(ix, iy, iz);
                }
            }
        }
        return cells.covered;
    }

    private void add(final int ix, final int iy, final int iz) {
        final Point[] corners = new Point[8];
        boolean folded = false;
        for (int corner = 0; corner < 8; corner++) {
            final int node = grid.index(ix + (corner & 1), iy + (corner >> 1 & 1), iz + (corner >> 2));
            if (!field.status(node).isUsable()) {
                return;
            }
            folded |= !(field.transformation(node).determinant() > 0);
            corners[corner] = grid.position(node).plus(field.displacement(node));
        }
        for (int corner = 0; corner < 8 && !folded; corner++) {
            folded = !(sense(corners, corner) > 0);
        }
        if (folded) {
            cover(corners);
        }
    }

    /** The triple product of the edges from a corner towards larger x, y, z; positive where nothing is turned over. */
    private static double sense(final Point[] corners, final int corner) {
        final Point a = corners[corner | 1].minus(corners[corner & ~1]);
        final Point b = corners[corner | 2].minus(corners[corner & ~2]);
        final Point c = corners[corner | 4].minus(corners[corner & ~4]);
        return Matrix3.determinant(new double[] {a.x(), b.x(), c.x(), a.y(), b.y(), c.y(), a.z(), b.z(), c.z()});
    }

    private void cover(final Point[] corners) {
        Point low = corners[0];
        Point high = corners[0];
        for (final Point p : corners) {
            low = new Point(Math.min(low.x(), p.x()), Math.min(low.y(), p.y()), Math.min(low.z(), p.z()));
            high = new Point(Math.max(high.x(), p.x()), Math.max(high.y(), p.y()), Math.max(high.z(), p.z()));
        }
        final Point o = grid.origin();
        final Point s = grid.spacing();
        for (int iz = first(low.z(), o.z(), s.z()); iz <= last(high.z(), o.z(), s.z(), grid.nz()); iz++) {
            for (int iy = first(low.y(), o.y(), s.y()); iy <= last(high.y(), o.y(), s.y(), grid.ny()); iy++) {
                for (int ix = first(low.x(), o.x(), s.x()); ix <= last(high.x(), o.x(), s.x(), grid.nx()); ix++) {
                    covered[grid.index(ix, iy, iz)] = true;
                }
            }
        }
    }

    private static int first(final double low, final double origin, final double spacing) {
        return (int)Math.max(0, Math.ceil((low - origin) / spacing));
    }

    private static int last(final double high, final double origin, final double spacing, final int count) {
        return (int)Math.min(count - 1, Math.floor((high - origin) / spacing));
    }
}
