// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Block;

/** The rows of a block's voxels along x, which know where they lie in the reference state. */
interface Rows {

    /**
     * Adds a body to a part of the block.
     *
     * @param part holds every voxel within the body's reach
     * @param values of the whole block
     */
    void draw(Body body, Block part, float[] values);
}
