// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation;

import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * The surface of the current collector towards the electrode, as a plane: points p on it have
 * {@code normal . p = offset}.
 *
 * @param normal of length 1, from the collector into the electrode
 * @param offset in µm, in the coordinates of the volume
 */
public record CollectorPlane(Point normal, double offset) {

    /** The face of a volume before its first slice. */
    public static CollectorPlane firstSlice(final Volume volume) {
        return new CollectorPlane(new Point(0, 0, 1), volume.origin().z() - volume.voxelSize().z() / 2);
    }

    /** The face of a volume behind its last slice. */
    public static CollectorPlane lastSlice(final Volume volume) {
        final double last = volume.origin().z() + (volume.shape().z() - 0.5) * volume.voxelSize().z();
        return new CollectorPlane(new Point(0, 0, -1), -last);
    }

    /**
     * A plane through the surface of a mask, by total least squares without outliers: see {@link CollectorFit}.
     *
     * @param mask of the collector: an integer volume that is not 0 there; more than one slice
     * @throws SegmentationException if the mask has less than three columns along z, or all on a line, or only one
     *     slice, or is no integer volume
     */
    public static CollectorPlane fit(final Volume mask, final Progress progress) {
        return CollectorFit.of(Masks.requireIntegers(mask, "the collector"), progress);
    }

    /** A parallel plane that is so many µm further on the side of the electrode. */
    public CollectorPlane raised(final double height) {
        return new CollectorPlane(normal, offset + height);
    }

    /** Distance in µm, positive on the side of the electrode. */
    public double distance(final Point position) {
        return normal.dot(position) - offset;
    }

    /** The part of a displacement that leads away from the collector, µm. */
    public double away(final Point displacement) {
        return normal.dot(displacement);
    }

    /** Whether the plane is a slice, so that the nearest voxel is at the end of the box. */
    public boolean isAcrossZ() {
        return normal.x() == 0 && normal.y() == 0;
    }

    /** Half the extent of a voxel along the normal, in µm. */
    public double halfVoxel(final VoxelSize size) {
        return (Math.abs(normal.x()) * size.x() + Math.abs(normal.y()) * size.y() + Math.abs(normal.z()) * size.z())
            / 2;
    }
}
