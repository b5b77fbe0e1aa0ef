// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * Draws bodies of one profile, one after the other. A working object that belongs to one thread; what it draws at a
 * voxel follows from the body and the voxel's place alone, never from what was drawn before.
 */
public interface Brush {

    /** Takes up the next body. */
    void take(double size, double amplitude);

    /**
     * Adds the body to the part of a row that passes it.
     *
     * @param row receives the sum; voxel x is element {@code x + offset}
     */
    void draw(Chord chord, float[] row, int offset);

    /** The body's value at a squared distance within its reach, for voxels that lie on no straight row. */
    float at(double squaredDistance);
}
