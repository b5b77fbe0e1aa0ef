// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.VoxelSize;

/** The voxels within a distance of a voxel, the nearest first. */
final class NearVoxels {

    /** Where the distance of two voxels is the same but for rounding. */
    private static final double SAME = 1 + 1e-9;

    private record Offset(int x, int y, int z, double distance) {
    }

    private final List<Offset> offsets;

    private NearVoxels(final List<Offset> offsets) {
        this.offsets = offsets;
    }

    /** @param radius in µm; voxels at that distance, from centre to centre, belong to it */
    static NearVoxels within(final double radius, final VoxelSize size) {
        final int x = reach(radius, size.x());
        final int y = reach(radius, size.y());
        final int z = reach(radius, size.z());
        final List<Offset> found = new ArrayList<>();
        for (int dz = -z; dz <= z; dz++) {
            for (int dy = -y; dy <= y; dy++) {
                for (int dx = -x; dx <= x; dx++) {
                    final double distance = Math.sqrt(squared(dx * size.x()) + squared(dy * size.y())
                        + squared(dz * size.z()));
                    if (distance > 0 && distance <= radius * SAME) {
                        found.add(new Offset(dx, dy, dz, distance));
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(Offset::distance));
        return new NearVoxels(found);
    }

    /** How many voxels of a size lie within a distance. */
    static int reach(final double radius, final double size) {
        return (int)Math.floor(radius / size * SAME);
    }

    private static double squared(final double value) {
        return value * value;
    }

    /** Steps to them in an array of the voxels of a box, x fastest. */
    int[] steps(final Block box) {
        return offsets.stream().mapToInt(o -> (o.z() * box.sizeY() + o.y()) * box.sizeX() + o.x()).toArray();
    }

    /** Number of the group of voxels at the same distance that each belongs to. */
    int[] groups() {
        final int[] groups = new int[offsets.size()];
        for (int i = 1; i < groups.length; i++) {
            groups[i] = groups[i - 1] + (offsets.get(i).distance() > offsets.get(i - 1).distance() * SAME ? 1 : 0);
        }
        return groups;
    }
}
