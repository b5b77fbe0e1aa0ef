// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

/**
 * Two particles that touch.
 *
 * @param first the smaller label
 * @param second the larger label
 * @param faces of voxels that they share
 * @param area in µm², by Crofton's formula: the number of line segments from a voxel of one to a voxel of the other.
 *     Free of the bias of counted faces (+50 % on the mean of all orientations); the areas of all contacts of a
 *     particle and of what it shares with the background add up to its surface
 */
public record ParticleContact(int first, int second, long faces, double area) {
}
