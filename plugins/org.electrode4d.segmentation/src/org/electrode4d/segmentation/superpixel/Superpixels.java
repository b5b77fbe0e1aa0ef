// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

import org.electrode4d.volume.LabelVolume;

/**
 * A volume divided into regions.
 *
 * @param labels INT32, 1 to {@code count} in raster order of the first voxel of a region (x fastest, then y, then z),
 *            so that those of a slice continue after those of the slice before; 0 where a voxel is not a finite number
 * @param count of regions
 */
public record Superpixels(LabelVolume labels, int count) {
}
