// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

import org.electrode4d.volume.Point;

/**
 * A voxel on an edge.
 *
 * @param x voxel, and so on
 * @param normal unit vector in µm towards larger values
 * @param strength of the gradient, grey values per µm
 * @param label of the particle, 0 without labels
 * @param order a number that looks random, but depends on seed and place alone
 */
record EdgeCandidate(long x, long y, long z, Point normal, double strength, int label, long order) {
}
