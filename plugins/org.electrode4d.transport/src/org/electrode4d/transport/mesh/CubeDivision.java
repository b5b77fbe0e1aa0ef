// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/**
 * Cubes of an octree as tetrahedra. A cube without vertices amid its edges and faces becomes five of them: a regular one
 * over the four corners whose coordinates, counted in edges, have an even sum, and one at each other corner. Any other,
 * and any with a corner that is moved, becomes a fan around its centre over its faces, which both cubes at a face
 * divide alike: along a diagonal if there is nothing amid its edges, regularly that of the five; else as a fan from
 * that vertex amid an edge that has the smallest number; a face with a vertex in its middle is four squares.
 */
final class CubeDivision implements BoxDivision {

    private static final int[] STRIDE = {1, 3, 9};
    private static final int FACES = 6;

    private final CornerNumbers corners;
    private final Diagonals diagonals;
    /** Numbers of the vertices at whole and half edges, x + 3 y + 9 z, or -1. */
    private final int[] vertices = new int[27];
    private final int[] polygon = new int[8];
    private int size;
    private int firstAmid;
    private boolean even;
    private boolean plain;

    CubeDivision(final CornerNumbers corners, final Diagonals diagonals) {
        this.corners = corners;
        this.diagonals = diagonals;
    }

    @Override
    public void box(final int x, final int y, final int z, final int level) {
        final int half = 1 << level >> 1;
        plain = true;
        for (int i = 0; i < vertices.length; i++) {
            final int u = i % 3;
            final int v = i / 3 % 3;
            final int w = i / 9;
            if (u != 1 && v != 1 && w != 1) {
                vertices[i] = corners.of(x + (u >> 1 << level), y + (v >> 1 << level), z + (w >> 1 << level));
                plain &= !diagonals.isMoved(vertices[i]);
            } else {
                vertices[i] = half > 0 && corners.has(x + u * half, y + v * half, z + w * half)
                    ? corners.of(x + u * half, y + v * half, z + w * half) : -1;
                plain &= vertices[i] < 0;
            }
        }
        even = ((x >> level) + (y >> level) + (z >> level) & 1) == 0;
    }

    @Override
    public int count() {
        if (plain) {
            return 5;
        }
        int count = 0;
        for (int face = 0; face < FACES; face++) {
            if (vertices[middle(face)] >= 0) {
                count += 8;
            } else {
                square(first(face), 2 * STRIDE[u(face)], 2 * STRIDE[v(face)]);
                count += size - 2;
            }
        }
        return count;
    }

    @Override
    public boolean hasCentre() {
        return !plain;
    }

    @Override
    public void divide(final int phase, final int centre, final Simplices simplices) {
        if (plain) {
            five(phase, simplices);
            return;
        }
        for (int face = 0; face < FACES; face++) {
            final int du = STRIDE[u(face)];
            final int dv = STRIDE[v(face)];
            if (vertices[middle(face)] < 0) {
                square(first(face), 2 * du, 2 * dv);
                fan(phase, centre, start(face % 2 == 0 == even), face % 2 == 0, simplices);
            } else {
                for (int quarter = 0; quarter < 4; quarter++) {
                    final int corner = first(face) + quarter % 2 * du + quarter / 2 * dv;
                    square(corner, du, dv);
                    fan(phase, centre, start(quarter % 3 == 0), face % 2 == 0, simplices);
                }
            }
        }
    }

    /** The axis that a face is across; u and v are the next two in cyclic order. */
    private static int axis(final int face) {
        return face / 2;
    }

    private static int u(final int face) {
        return (axis(face) + 1) % 3;
    }

    private static int v(final int face) {
        return (axis(face) + 2) % 3;
    }

    private static int first(final int face) {
        return face % 2 * 2 * STRIDE[axis(face)];
    }

    private static int middle(final int face) {
        return first(face) + STRIDE[u(face)] + STRIDE[v(face)];
    }

    /** The vertices around a square, from its first corner along u; (u, v, axis of the face) is right-handed. */
    private void square(final int corner, final int du, final int dv) {
        size = 0;
        firstAmid = -1;
        side(corner, du);
        side(corner + du, dv);
        side(corner + du + dv, -du);
        side(corner + dv, -dv);
    }

    /** Quarters have odd steps and nothing amid their sides, whole faces even ones. */
    private void side(final int from, final int step) {
        polygon[size++] = vertices[from];
        final int amid = step % 2 == 0 ? vertices[from + step / 2] : -1;
        if (amid >= 0) {
            if (firstAmid < 0 || amid < polygon[firstAmid]) {
                firstAmid = size;
            }
            polygon[size++] = amid;
        }
    }

    /** Where a fan over the square begins; {@code regular} whether the regular diagonal is from the first corner. */
    private int start(final boolean regular) {
        return firstAmid >= 0 ? firstAmid : diagonals.isFromFirst(polygon, regular) ? 0 : 1;
    }

    private void fan(final int phase, final int centre, final int start, final boolean inwards,
        final Simplices simplices) {
        for (int i = 1; i < size - 1; i++) {
            final int b = polygon[(start + i) % size];
            final int c = polygon[(start + i + 1) % size];
            simplices.add(phase, polygon[start], inwards ? b : c, inwards ? c : b, centre);
        }
    }

    private void five(final int phase, final Simplices simplices) {
        for (int corner = 0; corner < 8; corner++) {
            final boolean odd = Integer.bitCount(corner) % 2 == 1;
            if (odd == even) {
                final int alongX = at(corner ^ 1);
                final int alongY = at(corner ^ 2);
                simplices.add(phase, at(corner), odd ? alongY : alongX, odd ? alongX : alongY, at(corner ^ 4));
            }
        }
        if (even) {
            simplices.add(phase, at(0), at(5), at(3), at(6));
        } else {
            simplices.add(phase, at(1), at(2), at(4), at(7));
        }
    }

    /** The vertex of a corner of the cube: bit 0 for x, 1 for y, 2 for z. */
    private int at(final int corner) {
        return vertices[2 * (corner & 1) + 3 * (corner & 2) + 18 * (corner >> 2)];
    }
}
