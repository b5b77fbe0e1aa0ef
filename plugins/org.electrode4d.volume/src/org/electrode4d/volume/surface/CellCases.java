// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How an iso-surface runs through a cell of 2 x 2 x 2 voxel centres, for each of the 256 ways in which the corners are
 * at or above the level. Made from one rule instead of a published table: on each face of a cell, every row of
 * neighbouring corners inside is cut off by a line of its own. The rule knows nothing but the corners of the face, so
 * that the cells on both sides draw the same lines, and surfaces have no holes. (The table of Lorensen and Cline,
 * Computer Graphics 21, 163, 1987, has holes where faces are ambiguous.) Where a face has two corners inside that are
 * opposite to each other, they are apart: what is inside is connected through faces of voxels, what is outside through
 * edges as well.
 *
 * <p>The lines of all faces make closed loops of 3 to 7 corners. A loop becomes triangles whose inner edges are never
 * in a face, where the triangles of the next cell may have the same, and whose area, with the surface halfway between
 * voxels, is the smallest possible.
 */
final class CellCases {

    static final int COUNT = 256;
    static final int EDGES = 12;

    private static final int FACES = 6;
    /** In each triple the edges that the corners of a triangle are on, counter-clockwise seen from below the level. */
    private static final byte[][] TRIANGLES = new byte[COUNT][];
    /** The edges that the surface crosses, one bit for each. */
    private static final short[] CROSSED = new short[COUNT];

    static {
        final int[][] faces = faces();
        for (int inside = 0; inside < COUNT; inside++) {
            TRIANGLES[inside] = triangles(nextEdges(inside, faces), faces);
            for (final byte edge : TRIANGLES[inside]) {
                CROSSED[inside] |= 1 << edge;
            }
        }
    }

    private CellCases() {
    }

    /** The corner of a cell with these coordinates, 0 or 1: those with the same x are in one half byte. */
    static int corner(final int x, final int y, final int z) {
        return y | z << 1 | x << 2;
    }

    static int coordinate(final int corner, final int axis) {
        return switch (axis) {
            case 0 -> corner >> 2;
            case 1 -> corner & 1;
            default -> corner >> 1 & 1;
        };
    }

    /** The first corner of an edge; the second is one step further along {@link #axis}. */
    static int start(final int edge) {
        final int axis = axis(edge);
        final int first = edge & 1;
        final int second = edge >> 1 & 1;
        return switch (axis) {
            case 0 -> corner(0, first, second);
            case 1 -> corner(second, 0, first);
            default -> corner(first, second, 0);
        };
    }

    static int axis(final int edge) {
        return edge >> 2;
    }

    /** Triples of edges; the array must not be changed. */
    static byte[] triangles(final int inside) {
        return TRIANGLES[inside];
    }

    static int crossed(final int inside) {
        return CROSSED[inside];
    }

    /** The corners of each face, counter-clockwise seen from outside of the cell. */
    private static int[][] faces() {
        final int[][] faces = new int[FACES][];
        for (int axis = 0; axis < 3; axis++) {
            for (int side = 0; side < 2; side++) {
                final int[] face = new int[4];
                for (int i = 0; i < 4; i++) {
                    final int[] at = new int[3];
                    final int place = side == 1 ? i : 3 - i;
                    at[axis] = side;
                    at[(axis + 1) % 3] = place == 1 || place == 2 ? 1 : 0;
                    at[(axis + 2) % 3] = place >> 1;
                    face[i] = corner(at[0], at[1], at[2]);
                }
                faces[2 * axis + side] = face;
            }
        }
        return faces;
    }

    static int end(final int edge) {
        return start(edge) | corner(axis(edge) == 0 ? 1 : 0, axis(edge) == 1 ? 1 : 0, axis(edge) == 2 ? 1 : 0);
    }

    private static int edge(final int corner, final int other) {
        int edge = 0;
        while ((1 << start(edge) | 1 << end(edge)) != (1 << corner | 1 << other)) {
            edge++;
        }
        return edge;
    }

    /**
     * The lines on the faces: from the edge on which the way round a face enters the inside to the one on which it
     * leaves it again. Each crossed edge is entered on one of its two faces and left on the other.
     */
    private static int[] nextEdges(final int inside, final int[][] faces) {
        final int[] next = new int[EDGES];
        Arrays.fill(next, -1);
        for (final int[] face : faces) {
            for (int i = 0; i < 4; i++) {
                if (!isIn(inside, face[i]) && isIn(inside, face[(i + 1) % 4])) {
                    int last = i + 1;
                    while (isIn(inside, face[(last + 1) % 4])) {
                        last++;
                    }
                    next[edge(face[i], face[(i + 1) % 4])] = edge(face[last % 4], face[(last + 1) % 4]);
                }
            }
        }
        return next;
    }

    private static boolean isIn(final int inside, final int corner) {
        return (inside >> corner & 1) != 0;
    }

    private static byte[] triangles(final int[] next, final int[][] faces) {
        final List<Integer> triangles = new ArrayList<>();
        int done = 0;
        for (int edge = 0; edge < EDGES; edge++) {
            if (next[edge] >= 0 && (done >> edge & 1) == 0) {
                final List<Integer> loop = new ArrayList<>();
                for (int at = edge; (done >> at & 1) == 0; at = next[at]) {
                    done |= 1 << at;
                    loop.add(at);
                }
                new LoopTriangles(loop, faces).addTo(triangles);
            }
        }
        final byte[] edges = new byte[triangles.size()];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = triangles.get(i).byteValue();
        }
        return edges;
    }

    /** Whether two edges belong to a common face. */
    static boolean isInFace(final int edge, final int other, final int[][] faces) {
        final int ends = 1 << start(edge) | 1 << end(edge) | 1 << start(other) | 1 << end(other);
        for (final int[] face : faces) {
            int corners = 0;
            for (final int corner : face) {
                corners |= 1 << corner;
            }
            if ((ends & ~corners) == 0) {
                return true;
            }
        }
        return false;
    }
}
