// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/**
 * Divides the boxes of a balanced tree into simplices so that neighbours agree on what they share. An implementation
 * holds the box at hand and is used by one thread.
 */
interface BoxDivision {

    /** Takes the next box: its first corner and its level. */
    void box(int x, int y, int z, int level);

    /** The number of simplices of the box. */
    int count();

    /** Whether the box gets a vertex in its middle. */
    boolean hasCentre();

    /** @param centre number of the vertex in the middle; of no meaning where there is none */
    void divide(int phase, int centre, Simplices simplices);
}
