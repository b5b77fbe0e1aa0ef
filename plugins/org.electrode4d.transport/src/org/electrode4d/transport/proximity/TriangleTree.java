// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import java.util.Arrays;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.surface.TriangleSurface;

/**
 * Boxes around neighbouring triangles, around neighbouring boxes, and so on up to the whole surface. Triangles are
 * sorted along a {@link SpaceCurve}, and each {@value #FAN} that follow each other share a box: the tree needs no
 * pointers, and 12 bytes per triangle. Safe to be read from several threads.
 */
final class TriangleTree {

    static final int FAN = 4;

    private static final int BOX = 6;

    private final TriangleSurface surface;
    private final int[] order;
    /** The first box of each level; at level 0 they are around triangles, at the last one around all. */
    private final int[] levels;
    /** Least x, y, z and largest x, y, z. */
    private final float[] boxes;

    private TriangleTree(final TriangleSurface surface, final int[] order, final int[] levels) {
        this.surface = surface;
        this.order = order;
        this.levels = levels;
        boxes = new float[Math.multiplyExact(levels[levels.length - 1], BOX)];
    }

    /** @param surface of at least one triangle */
    static TriangleTree of(final TriangleSurface surface, final Progress progress) {
        progress.check();
        final int[] order = new SpaceCurve(surface.vertices()).order(surface.triangleCount(),
            triangle -> surface.vertex(triangle, 0));
        progress.check();
        final TriangleTree tree = new TriangleTree(surface, order, levels(order.length));
        tree.boxTriangles();
        for (int level = 1; level + 1 < tree.levels.length; level++) {
            tree.boxBoxes(level);
        }
        tree.centre();
        return tree;
    }

    TriangleSurface surface() {
        return surface;
    }

    /** The triangle at a place of the order. */
    int triangle(final int place) {
        return order[place];
    }

    int triangleCount() {
        return order.length;
    }

    /** How many levels of boxes there are. */
    int height() {
        return levels.length - 1;
    }

    /** How many boxes a level has. */
    int boxCount(final int level) {
        return levels[level + 1] - levels[level];
    }

    /** The square of the distance from a point to a box. */
    double squaredToBox(final int level, final int number, final double x, final double y, final double z) {
        final int at = BOX * (levels[level] + number);
        final double dx = Math.abs(x - boxes[at]) - boxes[at + 3];
        final double dy = Math.abs(y - boxes[at + 1]) - boxes[at + 4];
        final double dz = Math.abs(z - boxes[at + 2]) - boxes[at + 5];
        // twice the positive part of each, without a branch
        final double tx = dx + Math.abs(dx);
        final double ty = dy + Math.abs(dy);
        final double tz = dz + Math.abs(dz);
        return (tx * tx + ty * ty + tz * tz) / 4;
    }

    private static int[] levels(final int triangles) {
        final int[] levels = new int[Integer.SIZE];
        int level = 0;
        int boxes = triangles;
        do {
            boxes = (boxes + FAN - 1) / FAN;
            levels[level + 1] = levels[level] + boxes;
            level++;
        } while (boxes > 1);
        return Arrays.copyOf(levels, level + 1);
    }

    private void boxTriangles() {
        final float[] vertices = surface.vertices();
        for (int box = 0; box < boxCount(0); box++) {
            open(box);
            for (int place = FAN * box; place < Math.min(FAN * (box + 1), order.length); place++) {
                for (int corner = 0; corner < 3; corner++) {
                    final int vertex = 3 * surface.vertex(order[place], corner);
                    widen(box, vertices, vertex, vertices, vertex);
                }
            }
        }
    }

    private void boxBoxes(final int level) {
        for (int number = 0; number < boxCount(level); number++) {
            final int box = levels[level] + number;
            open(box);
            for (int child = FAN * number; child < Math.min(FAN * (number + 1), boxCount(level - 1)); child++) {
                final int at = BOX * (levels[level - 1] + child);
                widen(box, boxes, at, boxes, at + 3);
            }
        }
    }

    private void open(final int box) {
        Arrays.fill(boxes, BOX * box, BOX * box + 3, Float.POSITIVE_INFINITY);
        Arrays.fill(boxes, BOX * box + 3, BOX * box + BOX, Float.NEGATIVE_INFINITY);
    }

    private void widen(final int box, final float[] least, final int leastAt, final float[] most, final int mostAt) {
        for (int axis = 0; axis < 3; axis++) {
            final int at = BOX * box + axis;
            boxes[at] = Math.min(boxes[at], least[leastAt + axis]);
            boxes[at + 3] = Math.max(boxes[at + 3], most[mostAt + axis]);
        }
    }

    /** Makes centres and half sizes of the corners; rounding must not make boxes smaller. */
    private void centre() {
        for (int box = 0; box < boxes.length; box += BOX) {
            for (int axis = 0; axis < 3; axis++) {
                final float least = boxes[box + axis];
                final float most = boxes[box + axis + 3];
                final float middle = (float)(((double)least + most) / 2);
                boxes[box + axis] = middle;
                boxes[box + axis + 3] = Math.nextUp((float)Math.max((double)most - middle, (double)middle - least));
            }
        }
    }
}
