// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.List;
import org.electrode4d.volume.LabelVolume;

/**
 * What two scans say together.
 *
 * @param labels UINT8: 0 pore, then the classes from 1 in their order, with their names
 * @param voxels by label, the pore first
 * @param reassigned voxels that were doubtful or cleaned away, and got the class of the nearest core
 * @param solid the threshold of the sharp scan
 * @param thresholds of the scan of contrast
 */
public record TwoScanPhases(LabelVolume labels, long[] voxels, long reassigned, double solid,
    List<Double> thresholds) {

    /** Share of a label in all voxels, 0 to 1. */
    public double share(final int label) {
        return voxels[label] / (double)labels.volume().shape().voxels();
    }
}
