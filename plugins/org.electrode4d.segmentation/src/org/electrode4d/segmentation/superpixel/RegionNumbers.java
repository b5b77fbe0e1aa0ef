// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

/** Numbers regions in the order in which their first voxels are asked for. */
final class RegionNumbers {

    private final RegionForest forest;
    private final GreyGrid grid;
    private final int[] numbers;
    private int count;

    /** @param forest flattened */
    RegionNumbers(final RegionForest forest, final GreyGrid grid) {
        this.forest = forest;
        this.grid = grid;
        numbers = new int[forest.entries()];
    }

    /** The numbers of voxels, from 1; 0 where a value is not finite. Parts must follow each other. */
    int[] plane(final int from, final int voxels) {
        final int[] labels = new int[voxels];
        for (int i = 0; i < voxels; i++) {
            final int entry = forest.entry(forest.flatRoot(from + i));
            if (entry < 0) {
                labels[i] = grid.isFinite(from + i) ? ++count : 0;
            } else {
                if (numbers[entry] == 0) {
                    numbers[entry] = ++count;
                }
                labels[i] = numbers[entry];
            }
        }
        return labels;
    }

    int count() {
        return count;
    }
}
