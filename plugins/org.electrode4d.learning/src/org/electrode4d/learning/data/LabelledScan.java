// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Volume;

/**
 * A scan and what was labelled in it.
 *
 * @param name of the scan, such as its step
 * @param image grey values
 * @param labels of the same shape and voxel size
 */
public record LabelledScan(String name, Volume image, LabelVolume labels) {

    /** @throws org.electrode4d.volume.VolumeException if shapes or voxel sizes differ */
    public LabelledScan {
        Masks.requireAlike(image, labels.volume());
    }
}
