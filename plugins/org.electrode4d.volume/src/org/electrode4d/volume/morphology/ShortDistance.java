// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import java.util.Arrays;
import org.electrode4d.volume.Shape;

/**
 * Distances in a plane as {@link PlanarDistance} gives them, where they are short, as in most pictures, and squared
 * distances are integers: the parabolas of the nearest rows or columns are tried one step after the other, each in one
 * pass over a whole row, which processors do for many voxels at a time.
 */
final class ShortDistance {

    /** Beyond so many voxels the lower envelope of all parabolas costs less. */
    private static final int REACH = 48;

    /** Larger than any square within reach, and far enough from overflow. */
    private static final int UNKNOWN = 1 << 29;

    private static final int CHECK_EVERY = 4;

    private final int columns;
    private final int rows;
    private final DistanceMetric metric;
    private final boolean borderY;
    private final int[][] squares;
    private final int[][] lowered;
    private final int[] outside;
    private final int[] unknown;
    private final int[] padded;
    private final int[] before;
    private final int[] after;
    private final double[] distance;

    /** The row that is so many steps away. */
    private interface Neighbour {
        int[] at(int step);
    }

    ShortDistance(final Shape shape, final DistanceMetric metric, final VolumeBorder border) {
        columns = (int)shape.x();
        rows = (int)shape.y();
        this.metric = metric;
        borderY = border.isBackground(shape.y());
        squares = new int[rows][columns];
        lowered = new int[rows][columns];
        outside = new int[columns];
        unknown = new int[columns];
        Arrays.fill(unknown, UNKNOWN);
        padded = new int[columns + 2 * REACH];
        Arrays.fill(padded, UNKNOWN);
        if (border.isBackground(shape.x())) {
            padded[REACH - 1] = 0;
            padded[REACH + columns] = 0;
        }
        before = new int[columns];
        after = new int[columns];
        distance = new double[columns];
    }

    /**
     * Replaces numbers of planes by distances in µm.
     *
     * @return false if some distance is too long; the plane is then unchanged
     */
    boolean transform(final float[] plane) {
        square(plane);
        for (int i = 0; i < rows; i++) {
            final int y = i;
            System.arraycopy(squares[y], 0, lowered[y], 0, columns);
            if (!lower(lowered[y], (int)metric.y(), step -> row(y + step))) {
                return false;
            }
        }
        for (int y = 0; y < rows; y++) {
            System.arraycopy(lowered[y], 0, padded, REACH, columns);
            if (!lower(lowered[y], (int)metric.x(), this::shifted)) {
                return false;
            }
        }
        for (int y = 0; y < rows; y++) {
            write(lowered[y], plane, y * columns);
        }
        return true;
    }

    private void square(final float[] plane) {
        final float weight = (float)metric.z();
        for (int y = 0; y < rows; y++) {
            final int[] row = squares[y];
            for (int x = 0; x < columns; x++) {
                final float planes = plane[y * columns + x];
                row[x] = (int)Math.min(weight * planes * planes, UNKNOWN);
            }
        }
    }

    private int[] row(final int y) {
        if (y >= 0 && y < rows) {
            return squares[y];
        }
        return borderY && (y == -1 || y == rows) ? outside : unknown;
    }

    private int[] shifted(final int step) {
        final int[] target = step < 0 ? before : after;
        System.arraycopy(padded, REACH + step, target, 0, columns);
        return target;
    }

    /** @return whether no step that is further could change anything */
    private static boolean lower(final int[] target, final int weight, final Neighbour neighbours) {
        int largest = largest(target);
        for (int step = 1; step <= REACH; step++) {
            final int added = weight * step * step;
            if (added >= largest) {
                return true;
            }
            lower(target, neighbours.at(-step), neighbours.at(step), added);
            if (step == 2 || step % CHECK_EVERY == 0) {
                largest = largest(target);
            }
        }
        return largest <= weight * REACH * REACH;
    }

    private static void lower(final int[] target, final int[] before, final int[] after, final int added) {
        for (int i = 0; i < target.length; i++) {
            // minima without branches, in operations that compilers turn into vectors
            final int first = target[i] - before[i] - added;
            final int value = target[i] - (first & ~(first >> 31));
            final int second = value - after[i] - added;
            target[i] = value - (second & ~(second >> 31));
        }
    }

    private static int largest(final int[] values) {
        int largest = 0;
        for (final int value : values) {
            if (value > largest) {
                largest = value;
            }
        }
        return largest;
    }

    private void write(final int[] row, final float[] plane, final int at) {
        for (int x = 0; x < columns; x++) {
            distance[x] = row[x];
        }
        for (int x = 0; x < columns; x++) {
            distance[x] = metric.unit() * Math.sqrt(distance[x]);
        }
        for (int x = 0; x < columns; x++) {
            plane[at + x] = (float)distance[x];
        }
    }
}
