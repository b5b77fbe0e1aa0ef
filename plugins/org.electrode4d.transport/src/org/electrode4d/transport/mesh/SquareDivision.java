// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/**
 * Squares of a quadtree as triangles. A square without vertices amid its edges becomes two triangles, whose diagonal
 * regularly ends at corners whose coordinates, counted in edges, have an even sum: a pattern without preferred
 * direction. Any other becomes a fan around its centre, all right-angled and isosceles, like the two.
 */
final class SquareDivision implements BoxDivision {

    /** Around a square in half edges, x + 3 y, counter-clockwise. */
    private static final int[] AROUND = {0, 1, 2, 5, 8, 7, 6, 3};

    private final CornerNumbers corners;
    private final Diagonals diagonals;
    private final int[] loop = new int[AROUND.length];
    private int size;
    private boolean even;

    SquareDivision(final CornerNumbers corners, final Diagonals diagonals) {
        this.corners = corners;
        this.diagonals = diagonals;
    }

    @Override
    public void box(final int x, final int y, final int z, final int level) {
        final int half = 1 << level >> 1;
        size = 0;
        for (int i = 0; i < AROUND.length; i++) {
            final int atX = half == 0 ? x + AROUND[i] % 3 / 2 : x + AROUND[i] % 3 * half;
            final int atY = half == 0 ? y + AROUND[i] / 3 / 2 : y + AROUND[i] / 3 * half;
            if (i % 2 == 0 || half > 0 && corners.has(atX, atY, 0)) {
                loop[size++] = corners.of(atX, atY, 0);
            }
        }
        even = ((x >> level) + (y >> level) & 1) == 0;
    }

    @Override
    public int count() {
        return hasCentre() ? size : 2;
    }

    @Override
    public boolean hasCentre() {
        return size > 4;
    }

    @Override
    public void divide(final int phase, final int centre, final Simplices simplices) {
        if (hasCentre()) {
            for (int i = 0; i < size; i++) {
                simplices.add(phase, centre, loop[i], loop[(i + 1) % size]);
            }
        } else {
            final int first = diagonals.isFromFirst(loop, even) ? 0 : 1;
            simplices.add(phase, loop[first], loop[first + 1], loop[first + 2]);
            simplices.add(phase, loop[first], loop[first + 2], loop[(first + 3) % 4]);
        }
    }
}
