// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

import org.electrode4d.volume.BlockSource;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Volume;

/**
 * Lazy volumes that have the shape and the facts of the volume they are computed from.
 */
final class Derived {

    /** Voxels of a computed chunk along every axis: a halo of ten costs as much again, and a chunk some 10 ms. */
    static final int BLOCK_EDGE = 64;

    private Derived() {
    }

    static Volume of(final Volume source, final BlockSource values) {
        return LazyVolume.of(source.name(), source.shape(), source.voxelSize(), BLOCK_EDGE, values)
            .withOrigin(source.origin()).withMetadata(source.metadata());
    }
}
