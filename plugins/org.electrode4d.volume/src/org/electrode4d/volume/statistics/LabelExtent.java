// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;

/**
 * Where the voxels of one label are.
 *
 * @param box the smallest that holds them
 * @param centre of mass, in voxels
 */
public record LabelExtent(int label, Block box, Point centre, long voxels) {
}
