// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.Arrays;
import org.electrode4d.volume.Progress;

/** The leaves of a tree over a label image with their phases, 17 bytes for each. */
final class Leaves {

    private final PhaseCells cells;
    private final CellTree tree;
    private final int[] x;
    private final int[] y;
    private final int[] z;
    private final byte[] level;
    private final int[] phase;

    private Leaves(final PhaseCells cells, final CellTree tree, final int count) {
        this.cells = cells;
        this.tree = tree;
        x = new int[count];
        y = new int[count];
        z = new int[count];
        level = new byte[count];
        phase = new int[count];
    }

    /** Reads the image once, as many planes at a time as a box of the coarsest size has. */
    static Leaves of(final PhaseCells cells, final CellTree tree, final int count, final Progress progress) {
        final Leaves leaves = new Leaves(cells, tree, count);
        int size = 0;
        for (int plane = 0; plane < tree.planes(); plane++) {
            progress.report(plane / (double)tree.planes(), "Dividing the image into boxes");
            size = leaves.fill(plane, size, progress);
        }
        return leaves;
    }

    int size() {
        return phase.length;
    }

    /** The first cell of a leaf along x; as y and z. */
    int x(final int leaf) {
        return x[leaf];
    }

    int y(final int leaf) {
        return y[leaf];
    }

    int z(final int leaf) {
        return z[leaf];
    }

    /** The edge of a leaf is 2 to this power, in cells. */
    int level(final int leaf) {
        return level[leaf];
    }

    int phase(final int leaf) {
        return phase[leaf];
    }

    private int fill(final int plane, final int from, final Progress progress) {
        final int[] at = {from};
        tree.forEachLeaf(plane, (leafLevel, leafX, leafY, leafZ) -> {
            x[at[0]] = leafX;
            y[at[0]] = leafY;
            z[at[0]] = leafZ;
            level[at[0]] = (byte)leafLevel;
            at[0]++;
        });
        final int[][] planes = read(plane, progress);
        final int first = plane << tree.levels();
        for (int leaf = from; leaf < at[0]; leaf++) {
            phase[leaf] = planes[z[leaf] - first][y[leaf] * cells.nx() + x[leaf]];
        }
        return at[0];
    }

    private int[][] read(final int plane, final Progress progress) {
        final int first = plane << tree.levels();
        final int[][] planes = new int[Math.min(1 << tree.levels(), cells.nz() - first)][];
        Arrays.setAll(planes, i -> {
            progress.check();
            return cells.plane(first + i);
        });
        return planes;
    }
}
