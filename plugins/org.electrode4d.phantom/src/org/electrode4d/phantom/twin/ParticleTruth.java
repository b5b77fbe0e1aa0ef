// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.volume.Point;

/**
 * What a particle is at a scan, counted from the voxels of the true phases.
 *
 * @param number its label
 * @param nonLithiated volume of the silicon without lithium, µm³
 * @param lithiated volume of the silicon with lithium, µm³
 * @param crack volume of its crack, µm³
 * @param centre centre of mass of the silicon without lithium, µm from the centre of the first voxel of the scan; not a
 *     number where there is none
 * @param atBorder whether it has voxels at the border of the scan
 */
public record ParticleTruth(int number, double nonLithiated, double lithiated, double crack, Point centre,
    boolean atBorder) {
}
