// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.comparison;

import org.electrode4d.volume.Point;

/**
 * A particle at a scan.
 *
 * @param centre of mass, µm; not a number where nothing is left of it
 * @param volume µm³
 * @param cut whether the border of the scan cuts it
 */
public record ParticleState(Point centre, double volume, boolean cut) {

    /** Whether it has a place. */
    public boolean hasCentre() {
        return Double.isFinite(centre.norm());
    }
}
