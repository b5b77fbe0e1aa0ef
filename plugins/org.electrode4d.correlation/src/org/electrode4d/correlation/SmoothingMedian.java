// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.electrode4d.volume.Point;

/**
 * Gives every good node the median over a cube of good nodes, component by component. Only the node itself and pairs of
 * good nodes opposite each other take part, so that a slope does not shift the median at borders and beside holes; a
 * node without a pair, as in a corner of the grid, keeps its value. Each displacement is first carried over to the node
 * by half of its own slope and half of the median slope, which is exact for quadratic displacements.
 */
final class SmoothingMedian {

    private final DeformationField field;
    private final IntPredicate good;
    private final int radius;

    /** @param radius in nodes: 1 for 3 x 3 x 3 */
    SmoothingMedian(final DeformationField field, final IntPredicate good, final int radius) {
        this.field = field;
        this.good = good;
        this.radius = radius;
    }

    /** What is known of the nodes' windows, and their status, stays. */
    DeformationField apply() {
        final DeformationField.Builder builder = field.toBuilder();
        final int edge = 2 * radius + 1;
        builder.remark("Smoothed by the median over " + edge + " x " + edge + " x " + edge + " nodes.");
        for (int node = 0; node < field.grid().size(); node++) {
            if (good.test(node)) {
                builder.set(node, field.result(node).with(median(node)));
            }
        }
        return builder.build();
    }

    private Transformation median(final int node) {
        final Point at = field.grid().position(node);
        final List<Integer> sources = sources(node);
        final double[] f = Medians.ofComponents(sources.stream().map(field::f).toList());
        final List<double[]> displacements = new ArrayList<>();
        for (final int source : sources) {
            final double[] slope = field.f(source);
            for (int i = 0; i < slope.length; i++) {
                slope[i] = (slope[i] + f[i]) / 2;
            }
            final Point u = Transformation.of(slope, field.displacement(source))
                .displacement(at, field.grid().position(source));
            displacements.add(new double[] {u.x(), u.y(), u.z()});
        }
        final double[] u = Medians.ofComponents(displacements);
        return Transformation.of(f, new Point(u[0], u[1], u[2]));
    }

    private List<Integer> sources(final int node) {
        final NodeGrid grid = field.grid();
        final List<Integer> sources = new ArrayList<>();
        for (int z = -radius; z <= radius; z++) {
            for (int y = -radius; y <= radius; y++) {
                for (int x = -radius; x <= radius; x++) {
                    if (isGood(grid.ix(node) + x, grid.iy(node) + y, grid.iz(node) + z)
                        && isGood(grid.ix(node) - x, grid.iy(node) - y, grid.iz(node) - z)) {
                        sources.add(grid.index(grid.ix(node) + x, grid.iy(node) + y, grid.iz(node) + z));
                    }
                }
            }
        }
        return sources;
    }

    private boolean isGood(final int x, final int y, final int z) {
        return field.grid().contains(x, y, z) && good.test(field.grid().index(x, y, z));
    }
}
