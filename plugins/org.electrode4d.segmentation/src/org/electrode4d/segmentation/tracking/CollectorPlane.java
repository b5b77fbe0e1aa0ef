// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import org.electrode4d.volume.Point;

/**
 * The surface of the current collector, a plane across z that does not move: series are aligned on the collector.
 *
 * @param z of the surface, µm
 * @param isBelow whether the electrode is at larger z
 */
public record CollectorPlane(double z, boolean isBelow) {

    /** How far a position is from the collector, µm; negative inside it. */
    public double distance(final Point position) {
        return isBelow ? position.z() - z : z - position.z();
    }

    /** The part of a displacement that leads away from the collector, µm. */
    public double away(final Point displacement) {
        return isBelow ? displacement.z() : -displacement.z();
    }
}
