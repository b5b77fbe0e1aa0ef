// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.segmentation.morphology.SmallObjects;
import org.electrode4d.volume.VoxelSize;
import org.knime.node.parameters.widget.choices.Label;

/** How the size of an object is given. */
enum ObjectSize {

    @Label(value = "Diameter [µm]", description = "Of the ball with the same volume")
    DIAMETER,

    @Label(value = "Volume [µm³]", description = "Voxels times their volume")
    VOLUME,

    @Label(value = "Voxels", description = "Their number")
    VOXELS;

    /** Of the number, for people. */
    String unit() {
        return switch (this) {
            case DIAMETER -> "µm";
            case VOLUME -> "µm³";
            case VOXELS -> "voxels";
        };
    }

    /** The fewest voxels that are at least so large. */
    long voxels(final double size, final VoxelSize voxel) {
        return switch (this) {
            case DIAMETER -> SmallObjects.voxelsOfDiameter(size, voxel);
            case VOLUME -> SmallObjects.voxelsOfVolume(size, voxel);
            case VOXELS -> (long)Math.ceil(size);
        };
    }

    /** The most voxels that are at most so large. */
    long mostVoxels(final double size, final VoxelSize voxel) {
        return switch (this) {
            case DIAMETER -> SmallObjects.mostVoxelsOfVolume(Math.PI / 6 * size * size * size, voxel);
            case VOLUME -> SmallObjects.mostVoxelsOfVolume(size, voxel);
            case VOXELS -> (long)size;
        };
    }
}
