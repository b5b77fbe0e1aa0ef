// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.filter.Crop;

/**
 * A box that is cut out of every scan of a series, as a view: nothing is copied, and positions in µm stay what they
 * are.
 */
public sealed interface CropBox {

    /**
     * The part of a volume that is inside. What the box has outside of the volume is ignored.
     *
     * @throws IllegalArgumentException if nothing of the volume is inside
     */
    Volume crop(Volume volume);

    /** Whether some of the box is outside of the volume. */
    boolean sticksOut(Volume volume);

    /**
     * The voxels whose centres lie between two corners, both included, counted from the origin of the scanner.
     *
     * @param from in µm
     * @param to in µm
     * @throws IllegalArgumentException if a coordinate of {@code to} is smaller, or no number
     */
    static CropBox between(final Point from, final Point to) {
        return new Box(from, to);
    }

    /** @param size of the edges about the centre, in µm */
    static CropBox around(final Point centre, final Point size) {
        return new Box(centre.minus(size.times(0.5)), centre.plus(size.times(0.5)));
    }

    /** @param block of voxels from the first voxel of the volume, whatever its origin */
    static CropBox ofVoxels(final Block block) {
        return new Voxels(block);
    }

    /** In µm. */
    record Box(Point from, Point to) implements CropBox {

        public Box {
            if (!(to.x() >= from.x() && to.y() >= from.y() && to.z() >= from.z())) {
                throw new IllegalArgumentException("The volume of interest ends at (" + to.x() + ", " + to.y() + ", "
                    + to.z() + ") µm before it begins at (" + from.x() + ", " + from.y() + ", " + from.z()
                    + ") µm. Exchange the corners.");
            }
        }

        @Override
        public Volume crop(final Volume volume) {
            return Crop.micrometres(volume, from, to);
        }

        @Override
        public boolean sticksOut(final Volume volume) {
            final VoxelSize size = volume.voxelSize();
            final Shape shape = volume.shape();
            final Point first = from.minus(volume.origin()).dividedBy(size);
            final Point last = to.minus(volume.origin()).dividedBy(size);
            return beyond(first.x(), last.x(), shape.x()) || beyond(first.y(), last.y(), shape.y())
                || beyond(first.z(), last.z(), shape.z());
        }

        /** Half a voxel beyond the centres of the outermost ones is still inside. */
        private static boolean beyond(final double first, final double last, final long extent) {
            return first < -0.5 - 1e-6 || last > extent - 0.5 + 1e-6;
        }
    }

    /** Counted from the first voxel. */
    record Voxels(Block block) implements CropBox {

        public Voxels {
            if (block.isEmpty()) {
                throw new IllegalArgumentException("The volume of interest needs at least one voxel along every axis, "
                    + "but has " + List.of(block.sizeX(), block.sizeY(), block.sizeZ()) + ".");
            }
        }

        @Override
        public Volume crop(final Volume volume) {
            final Block inside = block.clip(volume.shape());
            if (inside.isEmpty()) {
                throw new IllegalArgumentException("Nothing of the " + block + " lies in " + volume.name()
                    + ", which has " + volume.shape() + " voxels.");
            }
            return Crop.voxels(volume, inside);
        }

        @Override
        public boolean sticksOut(final Volume volume) {
            return !volume.shape().contains(block);
        }
    }
}
