// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import org.electrode4d.transport.TransportException;

/**
 * What is measured of phases.
 *
 * @param axis that slices are across: 0 = x, 1 = y, 2 = z
 * @param estimator of surfaces; interfaces and lines do not depend on it
 * @param borderIsSurface whether the faces of the volume where it cuts a phase are surface of that phase
 * @param smoothing of the indicator for marching cubes: sigma of the Gaussian in voxels, 0 to 5; 0 leaves stairs,
 *     whose area is some 9 % too large whatever the resolution
 */
public record PhaseSettings(int axis, AreaEstimator estimator, boolean borderIsSurface, double smoothing) {

    private static final double MOST_SMOOTHING = 5;

    /** @throws TransportException for an axis or a sigma out of range */
    public PhaseSettings {
        if (axis < 0 || axis > 2) {
            throw new TransportException("Axis " + axis + " of slices is none of 0 (x), 1 (y), 2 (z).");
        }
        if (!(smoothing >= 0 && smoothing <= MOST_SMOOTHING)) {
            throw new TransportException("The smoothing of marching cubes is " + smoothing
                + " voxels, but must lie between 0 and 5.");
        }
    }
}
