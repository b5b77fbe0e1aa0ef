// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

/**
 * The size of a particle.
 *
 * @param label in the volume of labels
 * @param volume of the label in µm³
 * @param diameter in µm, of the ball of the same volume; in a slice of the disc of the same area
 * @param innerRadius in µm: the depth of the voxel that is farthest from the surface
 * @param isCut whether the border of the volume cuts it
 */
public record ParticleForm(int label, double volume, double diameter, double innerRadius, boolean isCut) {
}
