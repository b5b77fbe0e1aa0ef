// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import org.electrode4d.volume.Progress;

/**
 * A balanced quadtree or octree over the cells of a label image. Boxes of level 0 are cells, boxes of level l have
 * 2^l cells along each edge; those that are divided are kept as one bit each, a 64th of a byte per cell in space.
 *
 * <p>Leaves hold one phase. Beside an interface they are cells, and a leaf is at most twice as large as any other that
 * it touches, be it at a corner. Boxes that stick out of the image are divided, so that leaves end at its border.
 */
final class CellTree {

    private final int levels;
    private final int layers;
    private final boolean planar;
    private final int[] extent;
    private final BitGrid[] divided;

    /** Receives leaves. */
    @FunctionalInterface
    interface LeafVisitor {
        /** @param x first cell of the leaf, as y and z; its edge is 2^level cells */
        void leaf(int level, int x, int y, int z);
    }

    private CellTree(final PhaseCells cells, final int levels, final int layers) {
        this.levels = levels;
        this.layers = layers;
        planar = cells.isPlanar();
        extent = new int[] {cells.nx(), cells.ny(), cells.nz()};
        divided = new BitGrid[levels + 1];
        for (int level = 1; level <= levels; level++) {
            divided[level] = new BitGrid(size(0, level), size(1, level), size(2, level));
        }
    }

    /**
     * Reads the image once, plane by plane.
     *
     * @param levels of doubled sizes; with 0 every cell is a leaf
     * @param layers of leaves of one size between larger and smaller ones, at least
     */
    static CellTree of(final PhaseCells cells, final int levels, final int layers, final Progress progress) {
        final CellTree tree = new CellTree(cells, levels, layers);
        if (levels > 0) {
            tree.divideAtInterfaces(cells, progress);
            for (int level = 1; level <= levels; level++) {
                progress.check();
                tree.divideAtEnds(level);
                if (level < levels) {
                    tree.balance(level);
                }
            }
        }
        return tree;
    }

    int levels() {
        return levels;
    }

    /** Whether a box is divided; no box outside of the image is. Coordinates count boxes of the level. */
    boolean isDivided(final int level, final int x, final int y, final int z) {
        return level > 0 && divided[level].get(x, y, z);
    }

    /** Visits the leaves in boxes of the coarsest size, x fastest, from plane to plane of them. */
    void forEachLeaf(final int plane, final LeafVisitor visitor) {
        for (int y = 0; y < size(1, levels); y++) {
            for (int x = 0; x < size(0, levels); x++) {
                visit(levels, x, y, plane, visitor);
            }
        }
    }

    /** The number of planes of boxes of the coarsest size. */
    int planes() {
        return size(2, levels);
    }

    private void visit(final int level, final int x, final int y, final int z, final LeafVisitor visitor) {
        if (!isDivided(level, x, y, z)) {
            visitor.leaf(level, x << level, y << level, z << level);
            return;
        }
        final int endZ = planar ? 1 : 2;
        for (int dz = 0; dz < endZ; dz++) {
            for (int dy = 0; dy < 2; dy++) {
                for (int dx = 0; dx < 2; dx++) {
                    if (isInside(level - 1, 2 * x + dx, 2 * y + dy, 2 * z + dz)) {
                        visit(level - 1, 2 * x + dx, 2 * y + dy, 2 * z + dz, visitor);
                    }
                }
            }
        }
    }

    private boolean isInside(final int level, final int x, final int y, final int z) {
        return x << level < extent[0] && y << level < extent[1] && z << level < extent[2];
    }

    private void divideAtInterfaces(final PhaseCells cells, final Progress progress) {
        CellInterfaces.forEach(cells, progress, "Finding interfaces", (axis, x, y, z) -> {
            divide(1, x, y, z);
            divide(1, axis == 0 ? x - 1 : x, axis == 1 ? y - 1 : y, axis == 2 ? z - 1 : z);
        });
    }

    /** Divides the boxes of a level around a box of the level below: as many of the latter as there are layers. */
    private void divide(final int level, final int x, final int y, final int z) {
        final int reach = level == 1 ? layers - 1 : layers;
        divided[level].setBox(x - reach >> 1, y - reach >> 1, z - reach >> 1,
            x + reach >> 1, y + reach >> 1, z + reach >> 1);
    }

    private void divideAtEnds(final int level) {
        final BitGrid bits = divided[level];
        final int x = size(0, level) - 1;
        final int y = size(1, level) - 1;
        final int z = size(2, level) - 1;
        if (x + 1 << level > extent[0]) {
            bits.setBox(x, 0, 0, x, y, z);
        }
        if (y + 1 << level > extent[1]) {
            bits.setBox(0, y, 0, x, y, z);
        }
        if (!planar && z + 1 << level > extent[2]) {
            bits.setBox(0, 0, z, x, y, z);
        }
    }

    /** A box beside a divided one must exist, so that the box that holds it is divided. */
    private void balance(final int level) {
        divided[level].forEach((x, y, z) -> divide(level + 1, x, y, z));
    }

    private int size(final int axis, final int level) {
        return (extent[axis] - 1 >> level) + 1;
    }
}
