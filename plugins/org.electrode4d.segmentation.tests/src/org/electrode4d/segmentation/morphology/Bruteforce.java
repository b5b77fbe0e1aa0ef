// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.Connectivity;
import org.electrode4d.volume.morphology.VolumeBorder;

/** The definitions, computed as they stand. */
final class Bruteforce {

    private Bruteforce() {
    }

    static float[] distances(final Volume mask, final VolumeBorder border) {
        final float[] inside = Bodies.floats(mask);
        final Shape shape = mask.shape();
        final VoxelSize size = mask.voxelSize();
        final float[] distances = new float[inside.length];
        for (int i = 0; i < inside.length; i++) {
            if (inside[i] == 0) {
                continue;
            }
            double nearest = border == VolumeBorder.OPEN ? Double.POSITIVE_INFINITY : toBorder(i, shape, size);
            for (int j = 0; j < inside.length; j++) {
                if (inside[j] == 0) {
                    final double x = (x(i, shape) - x(j, shape)) * size.x();
                    final double y = (y(i, shape) - y(j, shape)) * size.y();
                    final double z = (z(i, shape) - z(j, shape)) * size.z();
                    nearest = Math.min(nearest, Math.sqrt(x * x + y * y + z * z));
                }
            }
            distances[i] = (float)nearest;
        }
        return distances;
    }

    private static double toBorder(final int i, final Shape shape, final VoxelSize size) {
        return Math.min(toBorder(x(i, shape), shape.x(), size.x()),
            Math.min(toBorder(y(i, shape), shape.y(), size.y()), toBorder(z(i, shape), shape.z(), size.z())));
    }

    private static double toBorder(final long at, final long extent, final double edge) {
        return extent == 1 ? Double.POSITIVE_INFINITY : edge * Math.min(at + 1, extent - at);
    }

    /** Floods from each voxel that has no label yet, among voxels of equal value. */
    static int[] components(final Volume labels, final Connectivity connectivity) {
        final int[] values = Bodies.labels(labels);
        final int[] found = new int[values.length];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0 && found[i] == 0) {
                flood(i, ++next, values, found, labels.shape(), connectivity);
            }
        }
        return found;
    }

    private static void flood(final int seed, final int label, final int[] values, final int[] found,
        final Shape shape, final Connectivity connectivity) {
        final Deque<Integer> open = new ArrayDeque<>(Arrays.asList(seed));
        found[seed] = label;
        while (!open.isEmpty()) {
            final int i = open.pop();
            for (int k = 0; k < 27; k++) {
                final int x = x(i, shape) + k % 3 - 1;
                final int y = y(i, shape) + k / 3 % 3 - 1;
                final int z = z(i, shape) + k / 9 - 1;
                if (connectivity.connects(k % 3 - 1, k / 3 % 3 - 1, k / 9 - 1) && x >= 0 && y >= 0 && z >= 0
                    && x < shape.x() && y < shape.y() && z < shape.z()) {
                    final int j = (int)((z * shape.y() + y) * shape.x() + x);
                    if (values[j] == values[seed] && found[j] == 0) {
                        found[j] = label;
                        open.push(j);
                    }
                }
            }
        }
    }

    private static int x(final int i, final Shape shape) {
        return (int)(i % shape.x());
    }

    private static int y(final int i, final Shape shape) {
        return (int)(i / shape.x() % shape.y());
    }

    private static int z(final int i, final Shape shape) {
        return (int)(i / (shape.x() * shape.y()));
    }
}
