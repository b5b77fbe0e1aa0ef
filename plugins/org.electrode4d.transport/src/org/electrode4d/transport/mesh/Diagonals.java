// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/** Chooses the diagonals of squares, from what their corners are moved to. */
interface Diagonals {

    /** Nothing is moved, and the regular diagonal is always taken. */
    Diagonals REGULAR = new Diagonals() {
        @Override
        public boolean isMoved(final int vertex) {
            return false;
        }

        @Override
        public boolean isFromFirst(final int[] square, final boolean regular) {
            return regular;
        }
    };

    boolean isMoved(int vertex);

    /**
     * Whether the diagonal runs from the first corner of a square, and not from the second.
     *
     * @param square its corners; both cubes at a face give them in the same order
     * @param regular what holds for squares of which nothing is moved, or if both diagonals are as good
     */
    boolean isFromFirst(int[] square, boolean regular);
}
