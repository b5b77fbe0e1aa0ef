// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;

/**
 * How the sample moves on its stage from scan to scan, as a rigid body. Both scans of a double scan have the same place.
 *
 * @param shift per scan, voxels
 * @param rotation per scan, degrees about z through the middle of the volume
 */
public record Drift(Point shift, double rotation) {

    /** Nothing but the electrode moves. */
    public static final Drift NONE = new Drift(Point.ORIGIN, 0);

    /** @throws IllegalArgumentException for anything but numbers */
    public Drift {
        if (!Double.isFinite(shift.norm()) || !Double.isFinite(rotation)) {
            throw new IllegalArgumentException("The drift must be numbers, not " + shift + " voxels and " + rotation
                + "°.");
        }
    }

    /**
     * Where the sample is after so many moves.
     *
     * @param centre of the rotation, voxels
     */
    public Deformation after(final int scans, final Point centre) {
        return Deformations.rigid(new Point(0, 0, rotation * scans), shift.times(scans), centre);
    }
}
