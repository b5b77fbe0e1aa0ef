// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import org.electrode4d.volume.morphology.Connectivity;

/**
 * The steps from a voxel to its neighbours.
 *
 * @param offset in the array
 * @param length in µm
 */
record Steps(int[] offset, double[] length) {

    static Steps of(final EntryFrame frame, final PathMetric metric) {
        final Connectivity connectivity = Connectivity.values()[metric.reach() - 1];
        final int[] step = frame.steps();
        final double[] edge = frame.edges();
        final int[] offset = new int[connectivity.neighbours()];
        final double[] length = new double[offset.length];
        int count = 0;
        for (int c = -1; c <= 1; c++) {
            for (int b = -1; b <= 1; b++) {
                for (int a = -1; a <= 1; a++) {
                    if (connectivity.connects(a, b, c)) {
                        offset[count] = a * step[0] + b * step[1] + c * step[2];
                        length[count++] = norm(Math.abs(a) * edge[0], Math.abs(b) * edge[1], Math.abs(c) * edge[2]);
                    }
                }
            }
        }
        return new Steps(offset, length);
    }

    /** The same to the last bit whatever the order of the axes. */
    private static double norm(final double a, final double b, final double c) {
        final double smallest = Math.min(a, Math.min(b, c));
        final double largest = Math.max(a, Math.max(b, c));
        final double middle = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
        return smallest + middle == 0 ? largest
            : Math.sqrt(smallest * smallest + middle * middle + largest * largest);
    }

    double shortest() {
        double shortest = length[0];
        for (final double each : length) {
            shortest = Math.min(shortest, each);
        }
        return shortest;
    }

    double longest() {
        double longest = 0;
        for (final double each : length) {
            longest = Math.max(longest, each);
        }
        return longest;
    }
}
