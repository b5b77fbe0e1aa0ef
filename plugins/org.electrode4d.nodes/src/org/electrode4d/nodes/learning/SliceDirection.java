// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.EnumSet;
import java.util.Set;

import org.electrode4d.learning.data.Orientation;
import org.electrode4d.volume.VoxelSize;
import org.knime.node.parameters.widget.choices.Label;

/** Which slices a network sees; labels for sets of {@link Orientation}. */
enum SliceDirection {

    @Label(value = "x-y", description = "Across z")
    XY(EnumSet.of(Orientation.XY)),

    @Label(value = "x-z", description = "Across y")
    XZ(EnumSet.of(Orientation.XZ)),

    @Label(value = "y-z", description = "Across x")
    YZ(EnumSet.of(Orientation.YZ)),

    @Label(value = "All three", description = "Across z, y and x")
    ALL(EnumSet.allOf(Orientation.class));

    private final Set<Orientation> orientations;

    SliceDirection(final Set<Orientation> orientations) {
        this.orientations = orientations;
    }

    /** At least one. */
    Set<Orientation> orientations() {
        return Set.copyOf(orientations);
    }

    /**
     * A voxel as the network sees it: x along the rows of slices, y along their columns, z across.
     *
     * @param size of the voxels of a scan
     */
    VoxelSize seen(final VoxelSize size) {
        return switch (this) {
            case XY, ALL -> size;
            case XZ -> new VoxelSize(size.x(), size.z(), size.y());
            case YZ -> new VoxelSize(size.y(), size.z(), size.x());
        };
    }
}
