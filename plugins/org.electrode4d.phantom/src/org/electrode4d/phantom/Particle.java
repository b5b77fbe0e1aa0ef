// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;

/**
 * A particle of a phantom in the reference state.
 *
 * @param label its number, from 1
 * @param centre voxels
 * @param radius voxels
 */
public record Particle(int label, Point centre, double radius) {
}
