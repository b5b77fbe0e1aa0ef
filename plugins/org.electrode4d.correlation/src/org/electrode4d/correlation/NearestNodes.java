// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.electrode4d.volume.Point;

/** Finds the nearest nodes of a kind on a grid, by cubes of nodes that grow around a node. */
final class NearestNodes {

    private final NodeGrid grid;
    private final IntPredicate wanted;

    NearestNodes(final NodeGrid grid, final IntPredicate wanted) {
        this.grid = grid;
        this.wanted = wanted;
    }

    /** Up to {@code count} wanted nodes, nearest first, of equal distance the smaller index first; never the node. */
    List<Integer> around(final int node, final int count) {
        final Point at = grid.position(node);
        final double least = Math.min(grid.spacing().x(), Math.min(grid.spacing().y(), grid.spacing().z()));
        final int farthest = Math.max(grid.nx(), Math.max(grid.ny(), grid.nz()));
        List<Integer> found = new ArrayList<>();
        for (int radius = 1; radius <= farthest; radius++) {
            found = cube(node, radius);
            if (found.size() >= count && distance(found.get(count - 1), at) <= (radius + 1) * least) {
                break;
            }
        }
        return found.size() > count ? found.subList(0, count) : found;
    }

    /** Wanted nodes at most {@code radius} steps away along every axis, nearest first. */
    List<Integer> cube(final int node, final int radius) {
        final List<Integer> found = new ArrayList<>();
        for (int z = grid.iz(node) - radius; z <= grid.iz(node) + radius; z++) {
            for (int y = grid.iy(node) - radius; y <= grid.iy(node) + radius; y++) {
                for (int x = grid.ix(node) - radius; x <= grid.ix(node) + radius; x++) {
                    if (grid.contains(x, y, z) && grid.index(x, y, z) != node && wanted.test(grid.index(x, y, z))) {
                        found.add(grid.index(x, y, z));
                    }
                }
            }
        }
        final Point at = grid.position(node);
        found.sort(Comparator.<Integer>comparingDouble(n -> distance(n, at)).thenComparing(n -> n));
        return found;
    }

    double distance(final int node, final Point point) {
        return grid.position(node).distance(point);
    }
}
