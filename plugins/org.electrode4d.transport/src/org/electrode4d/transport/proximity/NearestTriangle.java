// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

/**
 * Finds the distance from points to the nearest triangle of a tree. A search begins with the triangle that was nearest
 * to the point before, which for neighbours leaves few boxes to look into. Of one thread.
 */
final class NearestTriangle {

    private final TriangleTree tree;
    /** Boxes that are still to be looked into: level, number, and the square of the distance. */
    private final int[] stackLevels;
    private final int[] stackNumbers;
    private final double[] stackDistances;
    private final TriangleDistance triangles;
    private final float[] vertices;
    private final int[] corners;
    private int top;
    private int nearest;
    private double squared;

    NearestTriangle(final TriangleTree tree) {
        this.tree = tree;
        final int deepest = TriangleTree.FAN * (tree.height() + 1);
        stackLevels = new int[deepest];
        stackNumbers = new int[deepest];
        stackDistances = new double[deepest];
        vertices = tree.surface().vertices();
        corners = tree.surface().triangles();
        triangles = new TriangleDistance(vertices);
        nearest = tree.triangle(0);
    }

    /** The distance from a point to the surface, in the coordinates of its vertices. */
    double distance(final double x, final double y, final double z) {
        squared = squared(nearest, x, y, z);
        push(tree.height() - 1, 0, x, y, z);
        while (top > 0) {
            top--;
            if (stackDistances[top] < squared) {
                if (stackLevels[top] == 0) {
                    lookInto(stackNumbers[top], x, y, z);
                } else {
                    pushChildren(stackLevels[top] - 1, stackNumbers[top], x, y, z);
                }
            }
        }
        return Math.sqrt(squared);
    }

    private void lookInto(final int box, final double x, final double y, final double z) {
        final int end = Math.min(TriangleTree.FAN * (box + 1), tree.triangleCount());
        for (int place = TriangleTree.FAN * box; place < end; place++) {
            final int triangle = tree.triangle(place);
            if (isWithinReach(triangle, x, y, z)) {
                final double distance = squared(triangle, x, y, z);
                if (distance < squared) {
                    squared = distance;
                    nearest = triangle;
                }
            }
        }
    }

    /** Whether the box of a triangle is nearer than what is known: most triangles need not be measured. */
    private boolean isWithinReach(final int triangle, final double x, final double y, final double z) {
        final int a = 3 * corners[3 * triangle];
        final int b = 3 * corners[3 * triangle + 1];
        final int c = 3 * corners[3 * triangle + 2];
        final double dx = beyond(vertices[a], vertices[b], vertices[c], x);
        final double dy = beyond(vertices[a + 1], vertices[b + 1], vertices[c + 1], y);
        final double dz = beyond(vertices[a + 2], vertices[b + 2], vertices[c + 2], z);
        return dx * dx + dy * dy + dz * dz < squared;
    }

    private static double beyond(final float a, final float b, final float c, final double at) {
        final double least = a < b ? Math.min(a, c) : Math.min(b, c);
        final double most = a < b ? Math.max(b, c) : Math.max(a, c);
        return at < least ? least - at : at > most ? at - most : 0;
    }

    /** The nearest child comes to the top: what it gives makes the others needless. */
    private void pushChildren(final int level, final int parent, final double x, final double y, final double z) {
        final int end = Math.min(TriangleTree.FAN * (parent + 1), tree.boxCount(level));
        for (int child = TriangleTree.FAN * parent; child < end; child++) {
            push(level, child, x, y, z);
        }
    }

    private void push(final int level, final int number, final double x, final double y, final double z) {
        final double distance = tree.squaredToBox(level, number, x, y, z);
        if (distance >= squared) {
            return;
        }
        int at = top++;
        while (at > 0 && stackLevels[at - 1] == level && stackDistances[at - 1] < distance) {
            copy(at - 1, at);
            at--;
        }
        stackLevels[at] = level;
        stackNumbers[at] = number;
        stackDistances[at] = distance;
    }

    private void copy(final int from, final int to) {
        stackLevels[to] = stackLevels[from];
        stackNumbers[to] = stackNumbers[from];
        stackDistances[to] = stackDistances[from];
    }

    private double squared(final int triangle, final double x, final double y, final double z) {
        return triangles.squared(3 * corners[3 * triangle], 3 * corners[3 * triangle + 1],
            3 * corners[3 * triangle + 2], x, y, z);
    }
}
