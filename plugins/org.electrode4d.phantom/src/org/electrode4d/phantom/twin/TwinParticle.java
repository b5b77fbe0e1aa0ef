// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.volume.Point;

/**
 * A silicon particle of a digital twin before the first charge.
 *
 * @param number its label, from 1, the same in all scans
 * @param mode how it takes up lithium
 * @param diameter of the ball of its volume, crack included, µm
 * @param centre of mass at the first scan, crack included, µm from the centre of the first voxel
 * @param cut whether it sticks out of the view at the first scan
 */
public record TwinParticle(int number, LithiationMode mode, double diameter, Point centre, boolean cut) {
}
