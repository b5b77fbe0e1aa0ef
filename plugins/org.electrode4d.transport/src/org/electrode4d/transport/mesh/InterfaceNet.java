// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.Arrays;
import org.electrode4d.volume.Progress;

/**
 * The corners of cells where phases meet, each with those along the axes to which it belongs: all others on the same
 * interface; along a line where three phases or the corners of two bodies meet those of the line; on the border of the
 * image those in the same face of it, so that they do not leave it. A corner on an edge of the image, or where an
 * interface in the plane ends at the border, has none and stays; so do those where more than two lines meet.
 */
final class InterfaceNet {

    private static final int DIRECTIONS = 6;
    private static final int NONE = -1;

    private final int[] last;
    private final boolean planar;
    private final CornerNumbers corners;
    private byte[] faces;
    private int[] neighbours;

    private InterfaceNet(final PhaseCells cells) {
        planar = cells.isPlanar();
        last = new int[] {cells.nx(), cells.ny(), planar ? 0 : cells.nz()};
        corners = new CornerNumbers(last[0] + 1, last[1] + 1, last[2] + 1);
    }

    /** Walks over the image twice. */
    static InterfaceNet of(final PhaseCells cells, final Progress progress) {
        final InterfaceNet net = new InterfaceNet(cells);
        CellInterfaces.forEach(cells, progress.part(0, 0.5), "Finding corners at interfaces", net::addCorners);
        net.corners.close();
        net.faces = new byte[Math.multiplyExact(DIRECTIONS, net.corners.size())];
        CellInterfaces.forEach(cells, progress.part(0.5, 1), "Joining corners at interfaces", net::countFaces);
        net.neighbours = new int[net.faces.length];
        final int[] vertex = {0};
        net.corners.forEach((x, y, z) -> net.join(vertex[0]++, x, y, z));
        net.faces = null;
        return net;
    }

    CornerNumbers corners() {
        return corners;
    }

    int dimension() {
        return planar ? 2 : 3;
    }

    /** The neighbour of a corner in one of 2 or 3 times two directions, or -1. */
    int neighbour(final int vertex, final int direction) {
        return neighbours[DIRECTIONS * vertex + direction];
    }

    private void addCorners(final int axis, final int x, final int y, final int z) {
        for (int corner = 0; corner < 4; corner++) {
            final int[] at = corner(axis, x, y, z, corner);
            corners.add(at[0], at[1], at[2]);
        }
    }

    /** In the plane a face has no extent along z, and two of its corners are the same. */
    private int[] corner(final int axis, final int x, final int y, final int z, final int corner) {
        final int[] at = {x, y, z};
        at[(axis + 1) % 3] += corner & 1;
        at[(axis + 2) % 3] += corner >> 1;
        at[2] = Math.min(at[2], last[2]);
        return at;
    }

    private void countFaces(final int axis, final int x, final int y, final int z) {
        for (int corner = 0; corner < 4; corner++) {
            final int[] at = corner(axis, x, y, z, corner);
            final int vertex = corners.of(at[0], at[1], at[2]);
            faces[DIRECTIONS * vertex + direction((axis + 1) % 3, (corner & 1) == 0)]++;
            faces[DIRECTIONS * vertex + direction((axis + 2) % 3, corner >> 1 == 0)]++;
        }
    }

    private static int direction(final int axis, final boolean up) {
        return 2 * axis + (up ? 1 : 0);
    }

    private void join(final int vertex, final int x, final int y, final int z) {
        final int[] at = {x, y, z};
        int lines = 0;
        for (int direction = 0; direction < 2 * dimension(); direction++) {
            lines += isLine(vertex, direction) && !leavesBorder(at, direction) ? 1 : 0;
        }
        int count = 0;
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            neighbours[DIRECTIONS * vertex + direction] = NONE;
            if (direction < 2 * dimension() && faces[DIRECTIONS * vertex + direction] > 0
                && !leavesBorder(at, direction) && (lines < 2 || isLine(vertex, direction))) {
                final int[] to = at.clone();
                to[direction / 2] += direction % 2 == 1 ? 1 : -1;
                neighbours[DIRECTIONS * vertex + direction] = corners.of(to[0], to[1], to[2]);
                count++;
            }
        }
        if (count > 2 && (lines > 1 || isOnCurve(at))) {
            Arrays.fill(neighbours, DIRECTIONS * vertex, DIRECTIONS * (vertex + 1), NONE);
        }
    }

    /** In the plane and in the faces of the border interfaces are lines. */
    private boolean isOnCurve(final int[] at) {
        boolean border = planar;
        for (int axis = 0; axis < 3; axis++) {
            border |= at[axis] == 0 || at[axis] == last[axis];
        }
        return border;
    }

    /** More than two faces at an edge in space: three phases, or bodies that touch there. */
    private boolean isLine(final int vertex, final int direction) {
        return !planar && faces[DIRECTIONS * vertex + direction] > 2;
    }

    private boolean leavesBorder(final int[] at, final int direction) {
        final int axis = direction / 2;
        return at[axis] == 0 || at[axis] == last[axis];
    }
}
