// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.comparison;

/**
 * A measured particle and the true one that it shows.
 *
 * @param measured label of the measured particle
 * @param truth label of the true particle
 * @param overlap voxels that both have over voxels that either has, above 0 to 1 (Jaccard index)
 */
public record LabelMatch(int measured, int truth, double overlap) {
}
