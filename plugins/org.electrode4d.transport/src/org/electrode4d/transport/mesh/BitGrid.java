// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/** Bits on a grid, x fastest. Outside of the grid they are not set and cannot be. */
final class BitGrid {

    private final int nx;
    private final int ny;
    private final int nz;
    private final int wordsPerRow;
    private final long[][] planes;

    /** Receives the places of bits that are set. */
    @FunctionalInterface
    interface PlaceVisitor {
        void place(int x, int y, int z);
    }

    BitGrid(final int nx, final int ny, final int nz) {
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
        wordsPerRow = (nx - 1 >> 6) + 1;
        planes = new long[nz][Math.multiplyExact(wordsPerRow, ny)];
    }

    boolean get(final int x, final int y, final int z) {
        return x >= 0 && x < nx && y >= 0 && y < ny && z >= 0 && z < nz
            && (planes[z][y * wordsPerRow + (x >> 6)] >>> x & 1) != 0;
    }

    void set(final int x, final int y, final int z) {
        planes[z][y * wordsPerRow + (x >> 6)] |= 1L << x;
    }

    /** Sets a box of bits, both ends included; what is outside of the grid is left out. */
    void setBox(final int x0, final int y0, final int z0, final int x1, final int y1, final int z1) {
        for (int z = Math.max(0, z0); z <= Math.min(nz - 1, z1); z++) {
            for (int y = Math.max(0, y0); y <= Math.min(ny - 1, y1); y++) {
                for (int x = Math.max(0, x0); x <= Math.min(nx - 1, x1); x++) {
                    set(x, y, z);
                }
            }
        }
    }

    void forEach(final PlaceVisitor visitor) {
        for (int z = 0; z < nz; z++) {
            final long[] plane = planes[z];
            for (int word = 0; word < plane.length; word++) {
                for (long bits = plane[word]; bits != 0; bits &= bits - 1) {
                    final int x = (word % wordsPerRow << 6) + Long.numberOfTrailingZeros(bits);
                    visitor.place(x, word / wordsPerRow, z);
                }
            }
        }
    }
}
