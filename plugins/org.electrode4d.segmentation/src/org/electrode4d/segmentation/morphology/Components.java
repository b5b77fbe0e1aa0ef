// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import org.electrode4d.volume.LabelVolume;

/**
 * The connected components of a mask.
 *
 * @param labels INT32, 1 to {@link #count()} in raster order of their first voxels (x fastest), 0 outside
 * @param sizes voxels by label; {@code sizes[0]} is the background
 */
public record Components(LabelVolume labels, long[] sizes) {

    public int count() {
        return sizes.length - 1;
    }
}
