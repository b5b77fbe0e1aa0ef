// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.filter.BlockMean;

/**
 * Coordinates and volumes at a bin: the centre of binned voxel i lies at {@code bin i + (bin - 1) / 2} of the unbinned
 * volume; F is the same, displacements are {@code bin} times smaller.
 */
record Binning(int bin) {

    /** Means over cubes of {@code bin} voxels, lazily; what does not fill a cube at the far ends is left out. */
    Volume apply(final Volume volume) {
        return bin == 1 ? volume : BlockMean.of(volume, bin);
    }

    VolumePair apply(final VolumePair pair) {
        return bin == 1 ? pair : new VolumePair(apply(pair.reference()), apply(pair.deformed()));
    }

    Point toBinned(final Point point) {
        return new Point(toBinned(point.x()), toBinned(point.y()), toBinned(point.z()));
    }

    private double toBinned(final double position) {
        return (position - (bin - 1) / 2.0) / bin;
    }
}
