// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.electrode4d.volume.Point;

/** Finds the points near a place; they are sorted into cells of a box grid of about two points each. */
final class PointIndex {

    private static final int AXES = 3;
    private static final double POINTS_PER_CELL = 2;

    private final List<Point> points;
    private final double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    private final double[] extent = new double[AXES];
    private final int[] cells = new int[AXES];
    private final double edge;
    private final int[] start;
    private final int[] members;

    PointIndex(final List<Point> points) {
        this.points = points;
        for (final Point point : points) {
            for (int axis = 0; axis < AXES; axis++) {
                low[axis] = Math.min(low[axis], along(point, axis));
            }
        }
        for (final Point point : points) {
            for (int axis = 0; axis < AXES; axis++) {
                extent[axis] = Math.max(extent[axis], along(point, axis) - low[axis]);
            }
        }
        edge = edge();
        for (int axis = 0; axis < AXES; axis++) {
            cells[axis] = 1 + (int)(extent[axis] / edge);
        }
        start = new int[cells[0] * cells[1] * cells[2] + 1];
        points.forEach(point -> start[cell(point) + 1]++);
        Arrays.parallelPrefix(start, Integer::sum);
        members = new int[points.size()];
        final int[] next = start.clone();
        for (int i = 0; i < members.length; i++) {
            members[next[cell(points.get(i))]++] = i;
        }
    }

    /** Axes along which all points agree do not count, so that a plane of points is divided as finely. */
    private double edge() {
        final double largest = Arrays.stream(extent).max().orElse(0);
        if (!(largest > 0)) {
            return 1;
        }
        final double[] counted = Arrays.stream(extent).filter(e -> e > 1e-3 * largest).toArray();
        final double product = Arrays.stream(counted).reduce(1, (a, b) -> a * b);
        return Math.pow(product * POINTS_PER_CELL / points.size(), 1.0 / counted.length);
    }

    private static double along(final Point point, final int axis) {
        return axis == 0 ? point.x() : axis == 1 ? point.y() : point.z();
    }

    private int cell(final double position, final int axis) {
        final double cell = Math.floor((position - low[axis]) / edge);
        return (int)Math.max(0, Math.min(cells[axis] - 1, cell));
    }

    private int cell(final Point point) {
        return (cell(point.z(), 2) * cells[1] + cell(point.y(), 1)) * cells[0] + cell(point.x(), 0);
    }

    /** The points that are at most so far from a place, in the order of their numbers. */
    int[] within(final Point place, final double radius) {
        final IntStream.Builder found = IntStream.builder();
        for (int z = cell(place.z() - radius, 2); z <= cell(place.z() + radius, 2); z++) {
            for (int y = cell(place.y() - radius, 1); y <= cell(place.y() + radius, 1); y++) {
                final int row = (z * cells[1] + y) * cells[0];
                final int to = start[row + cell(place.x() + radius, 0) + 1];
                for (int i = start[row + cell(place.x() - radius, 0)]; i < to && i < members.length; i++) {
                    if (points.get(members[i]).distance(place) <= radius) {
                        found.add(members[i]);
                    }
                }
            }
        }
        return found.build().sorted().toArray();
    }

    /**
     * The points that are nearest to a place, nearest first; of equally near ones the lower number.
     *
     * @param except the number of a point that does not count; -1 for none
     */
    List<Integer> nearest(final Point place, final int count, final int except) {
        if (points.isEmpty()) {
            return List.of();
        }
        double radius = edge;
        int[] found = within(place, radius);
        while (found.length < count + 1 && found.length < points.size()) {
            radius *= 2;
            found = within(place, radius);
        }
        return Arrays.stream(found).filter(i -> i != except).boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> points.get(i).distance(place))
                .thenComparing(Comparator.naturalOrder()))
            .limit(count).toList();
    }

    /** Median distance of a point to its nearest neighbour; NaN where there are not two. */
    double spacing() {
        final double[] nearest = IntStream.range(0, points.size())
            .filter(i -> points.size() > 1)
            .mapToDouble(i -> points.get(nearest(points.get(i), 1, i).get(0)).distance(points.get(i))).toArray();
        return Robust.median(nearest);
    }
}
