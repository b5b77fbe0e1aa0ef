// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import org.electrode4d.learning.LearningException;

/**
 * The pieces in which an image goes through a network.
 *
 * @param size largest rows and columns of a tile, pixels; 512 by custom: more needs more memory and gains nothing
 * @param overlap pixels that neighbouring tiles share at least, where one blends into the other
 */
public record Tiles(int size, int overlap) {

    /** What all engines are known to work with. */
    public static final Tiles DEFAULT = new Tiles(512, 64);

    /** @throws LearningException for an overlap that is negative or larger than half of a tile */
    public Tiles {
        if (size < 1 || overlap < 0 || 2 * overlap > size) {
            throw new LearningException("Tiles need at least 1 pixel and an overlap of at most half their size, not "
                + size + " pixels and an overlap of " + overlap + ".");
        }
    }
}
