// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import org.electrode4d.volume.LabelVolume;

/**
 * What a watershed divides a mask into.
 *
 * @param labels INT32, 0 outside; lives as long as the scratch space
 * @param numbers label of each region, in raster order of their first voxels: {@code numbers[1]} to
 *     {@code numbers[count()]}. Without given markers these are 1, 2, ...
 * @param sizes voxels of each region; {@code sizes[0]} counts what belongs to none
 * @param onBorder whether a region touches the border of the volume and may go on beyond
 */
public record WatershedRegions(LabelVolume labels, int[] numbers, long[] sizes, boolean[] onBorder) {

    public int count() {
        return numbers.length - 1;
    }

    /** How many regions touch the border of the volume. */
    public int countOnBorder() {
        int count = 0;
        for (final boolean touches : onBorder) {
            count += touches ? 1 : 0;
        }
        return count;
    }
}
