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

    /**
     * Up to {@code count} wanted nodes, nearest first, of equal distance the smaller index first; never the node. Cubes
     * grow shell by shell until nothing nearer can follow: O(nodes nearer than those found).
     */
    List<Integer> around(final int node, final int count) {
        final Point at = grid.position(node);
        final double least = Math.min(grid.spacing().x(), Math.min(grid.spacing().y(), grid.spacing().z()));
        final int farthest = Math.max(grid.nx(), Math.max(grid.ny(), grid.nz()));
        final List<Integer> found = new ArrayList<>();
        for (int radius = 1; radius <= farthest; radius++) {
            final int before = found.size();
            addShell(node, radius, found);
            if (found.size() > before) {
                sort(found, at);
            }
            if (found.size() >= count && distance(found.get(count - 1), at) <= (radius + 1) * least) {
                break;
            }
        }
        return found.size() > count ? found.subList(0, count) : found;
    }

    /** The nodes exactly {@code radius} steps away along the axis where they are farthest. */
    private void addShell(final int node, final int radius, final List<Integer> found) {
        for (int z = -radius; z <= radius; z++) {
            for (int y = -radius; y <= radius; y++) {
                final int step = Math.abs(z) == radius || Math.abs(y) == radius ? 1 : 2 * radius;
                for (int x = -radius; x <= radius; x += step) {
                    add(grid.ix(node) + x, grid.iy(node) + y, grid.iz(node) + z, found);
                }
            }
        }
    }

    private void add(final int x, final int y, final int z, final List<Integer> found) {
        if (grid.contains(x, y, z) && wanted.test(grid.index(x, y, z))) {
            found.add(grid.index(x, y, z));
        }
    }

    /** Wanted nodes at most {@code radius} steps away along every axis, nearest first. */
    List<Integer> cube(final int node, final int radius) {
        final List<Integer> found = unsortedCube(node, radius);
        sort(found, grid.position(node));
        return found;
    }

    /** The nodes of {@link #cube}, shell by shell. */
    List<Integer> unsortedCube(final int node, final int radius) {
        final List<Integer> found = new ArrayList<>();
        for (int shell = 1; shell <= radius; shell++) {
            addShell(node, shell, found);
        }
        return found;
    }

    private void sort(final List<Integer> nodes, final Point at) {
        record Place(int node, double distance) {
        }
        final List<Place> places = new ArrayList<>();
        for (final int node : nodes) {
            places.add(new Place(node, distance(node, at)));
        }
        places.sort(Comparator.comparingDouble(Place::distance).thenComparingInt(Place::node));
        nodes.clear();
        places.forEach(place -> nodes.add(place.node()));
    }

    double distance(final int node, final Point point) {
        return grid.position(node).distance(point);
    }
}
