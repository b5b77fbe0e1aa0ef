// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import org.electrode4d.volume.BlockSource;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.filter.Conversion;

/** Lazy volumes with the shape and the facts of the volume they are computed from. */
final class Local {

    /** Voxels of a computed chunk along every axis. */
    static final int BLOCK_EDGE = 64;

    private Local() {
    }

    /** @param type that the values are rounded and clipped to */
    static Volume of(final Volume source, final VoxelType type, final BlockSource values) {
        return Conversion.of(LazyVolume.of(source.name(), source.shape(), source.voxelSize(), BLOCK_EDGE, values)
            .withOrigin(source.origin()).withMetadata(source.metadata()), type);
    }
}
