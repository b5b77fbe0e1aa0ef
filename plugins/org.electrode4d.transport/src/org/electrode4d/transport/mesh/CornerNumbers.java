// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import org.electrode4d.transport.TransportException;

/**
 * Numbers for some of the corners of the cells of an image: a bit for each corner and a count for each 64 of them, some
 * 0.2 bytes per corner, whatever their number. Numbers rise with x, then y, then z.
 */
final class CornerNumbers {

    private final int nx;
    private final int ny;
    private final int nz;
    private final int wordsPerRow;
    private final long[][] planes;
    private int[][] before;
    private int size;

    /** @param nx corners along x, one more than cells; as y and z */
    CornerNumbers(final int nx, final int ny, final int nz) {
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
        wordsPerRow = (nx - 1 >> 6) + 1;
        planes = new long[nz][Math.multiplyExact(wordsPerRow, ny)];
    }

    void add(final int x, final int y, final int z) {
        planes[z][y * wordsPerRow + (x >> 6)] |= 1L << x;
    }

    /** Ends the adding; numbers are given from here on. */
    void close() {
        before = new int[nz][];
        long count = 0;
        for (int z = 0; z < nz; z++) {
            before[z] = new int[planes[z].length];
            for (int word = 0; word < planes[z].length; word++) {
                before[z][word] = (int)count;
                count += Long.bitCount(planes[z][word]);
            }
        }
        if (count > Integer.MAX_VALUE) {
            throw new TransportException("The mesh would have " + count
                + " vertices, more than 2^31. Choose coarser elements or crop the image.");
        }
        size = (int)count;
    }

    int size() {
        return size;
    }

    boolean has(final int x, final int y, final int z) {
        return x >= 0 && x < nx && y >= 0 && y < ny && z >= 0 && z < nz
            && (planes[z][y * wordsPerRow + (x >> 6)] >>> x & 1) != 0;
    }

    /** The number of a corner that was added. */
    int of(final int x, final int y, final int z) {
        final int word = y * wordsPerRow + (x >> 6);
        return before[z][word] + Long.bitCount(planes[z][word] & (1L << x) - 1);
    }

    /** Visits the corners in the order of their numbers. */
    void forEach(final BitGrid.PlaceVisitor visitor) {
        for (int z = 0; z < nz; z++) {
            for (int word = 0; word < planes[z].length; word++) {
                for (long bits = planes[z][word]; bits != 0; bits &= bits - 1) {
                    visitor.place((word % wordsPerRow << 6) + Long.numberOfTrailingZeros(bits), word / wordsPerRow, z);
                }
            }
        }
    }
}
