// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Shape;

/** The division of a volume into slabs of whole planes, which are worked on at the same time and joined afterwards. */
public final class Slabs {

    /** More planes would leave processors idle, fewer cost more in joining them. */
    public static final int PLANES = 16;

    private Slabs() {
    }

    /** Slabs of so many planes, or of fewer, so that an int can count the voxels of each. */
    public static List<Block> of(final Shape shape, final int planes) {
        final long countable = Math.max(1, Integer.MAX_VALUE / (shape.x() * shape.y()));
        return Blocks.tile(shape, (int)shape.x(), (int)shape.y(), (int)Math.min(planes, countable));
    }
}
