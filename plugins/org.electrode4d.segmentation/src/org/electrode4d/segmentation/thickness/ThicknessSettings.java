// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.thickness;

import java.util.Arrays;
import org.electrode4d.segmentation.SegmentationException;

/**
 * What is the electrode and what is thickness.
 *
 * @param labels of the electrode; empty for every label but 0
 * @param reading of "thickness"
 * @param leastRun voxels: shorter runs along z, such as stray voxels in the separator, are left out; 1 leaves out none
 * @param largestGap voxels: a column is cut into pieces where more voxels than this between two runs are not electrode,
 *     and the piece with most voxels is taken (of equals, the first along z); a negative number takes all pieces
 */
public record ThicknessSettings(int[] labels, ThicknessReading reading, int leastRun, int largestGap) {

    /** For {@code largestGap}: takes all pieces of a column. */
    public static final int ALL_PIECES = -1;

    /** @throws SegmentationException if runs have no least length */
    public ThicknessSettings {
        labels = Arrays.stream(labels).sorted().toArray();
        if (leastRun < 1) {
            throw new SegmentationException("The shortest run of voxels that counts is " + leastRun
                + ", but must be at least 1, which leaves out none.");
        }
    }

    /** All runs and pieces, from the first voxel to the last. */
    public static ThicknessSettings of(final int... labels) {
        return new ThicknessSettings(labels, ThicknessReading.EXTENT, 1, ALL_PIECES);
    }

    /** The same with another reading. */
    public ThicknessSettings withReading(final ThicknessReading other) {
        return new ThicknessSettings(labels, other, leastRun, largestGap);
    }

    boolean isElectrode(final int label) {
        if (labels.length == 0) {
            return label != 0;
        }
        return labels.length == 1 ? label == labels[0] : Arrays.binarySearch(labels, label) >= 0;
    }

    /** The labels as a message calls them. */
    public String labelText() {
        return labels.length == 0 ? "but 0" : Arrays.toString(labels).replaceAll("[\\[\\]]", "");
    }
}
