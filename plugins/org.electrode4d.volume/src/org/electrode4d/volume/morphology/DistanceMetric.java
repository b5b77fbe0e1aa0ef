// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import org.electrode4d.volume.VoxelSize;

/**
 * How steps of voxels make squared distances: weights of squared numbers of steps, in units of the shortest edge.
 *
 * @param unit the shortest edge in µm
 * @param x weight of steps along x, at least 1; and so on
 */
record DistanceMetric(double unit, double x, double y, double z) {

    /** Far below the rounding of a float, far above that of edges such as 0.1 and 0.3. */
    private static final double ROUNDING = 1e-9;

    /** Up to here the squares of short distances are exact in a float, too. */
    private static final double LARGEST_INTEGER = 1 << 12;

    static DistanceMetric of(final VoxelSize size) {
        final double unit = Math.min(size.x(), Math.min(size.y(), size.z()));
        return new DistanceMetric(unit, weight(size.x() / unit), weight(size.y() / unit), weight(size.z() / unit));
    }

    private static double weight(final double ratio) {
        final double weight = ratio * ratio;
        final double rounded = Math.rint(weight);
        return Math.abs(weight - rounded) <= ROUNDING * weight ? rounded : weight;
    }

    /** Whether all squared distances are integers, as for cubic voxels and those of twice the height. */
    boolean isInteger() {
        return isInteger(x) && isInteger(y) && isInteger(z);
    }

    private static boolean isInteger(final double weight) {
        return weight == Math.rint(weight) && weight <= LARGEST_INTEGER;
    }
}
