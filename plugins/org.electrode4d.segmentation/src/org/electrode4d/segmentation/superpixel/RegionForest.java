// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Disjoint regions of voxels (union-find, by size, with path compression), with size and internal difference of each.
 * Four bytes and a bit per voxel, and eight bytes per region of two voxels or more: a voxel by itself has no entry.
 */
final class RegionForest {

    /** A region of one voxel. Other negative numbers are roots, and tell where the facts of their region are. */
    private static final int SINGLE = Integer.MIN_VALUE;

    private final int[] parent;
    private final long[] marks;
    private int[] sizes;
    private float[] internal;
    private int used;
    private int free = -1;

    RegionForest(final int voxels) {
        parent = new int[voxels];
        Arrays.fill(parent, SINGLE);
        marks = new long[voxels / Long.SIZE + 1];
        sizes = new int[voxels / 16 + 16];
        internal = new float[sizes.length];
    }

    /** The voxel that stands for the region of a voxel. */
    int root(final int voxel) {
        int root = voxel;
        while (parent[root] >= 0) {
            root = parent[root];
        }
        int v = voxel;
        while (v != root) {
            final int next = parent[v];
            parent[v] = root;
            v = next;
        }
        return root;
    }

    /** The root of a voxel right after {@link #flatten} or {@link #mark}; changes nothing. */
    int flatRoot(final int voxel) {
        return parent[voxel] < 0 ? voxel : parent[voxel];
    }

    /** Makes every voxel know its root. */
    void flatten() {
        for (int voxel = 0; voxel < parent.length; voxel++) {
            root(voxel);
        }
    }

    /** Flattens, and marks the voxels of regions whose root passes a test. */
    void mark(final IntPredicate test) {
        for (int voxel = 0; voxel < parent.length; voxel++) {
            if (parent[voxel] < 0) {
                setMark(voxel, test.test(voxel));
            }
        }
        for (int voxel = 0; voxel < parent.length; voxel++) {
            if (parent[voxel] >= 0) {
                setMark(voxel, isMarked(root(voxel)));
            }
        }
    }

    boolean isMarked(final int voxel) {
        return (marks[voxel >>> 6] >>> voxel & 1) != 0;
    }

    private void setMark(final int voxel, final boolean marked) {
        if (marked) {
            marks[voxel >>> 6] |= 1L << voxel;
        } else {
            marks[voxel >>> 6] &= ~(1L << voxel);
        }
    }

    int size(final int root) {
        return parent[root] == SINGLE ? 1 : sizes[-1 - parent[root]];
    }

    /** The largest weight that joined two parts of a region; 0 for one voxel. */
    float internal(final int root) {
        return parent[root] == SINGLE ? 0 : internal[-1 - parent[root]];
    }

    /** Joins two regions; later calls of {@link #internal} give the weight. */
    void join(final int first, final int second, final float weight) {
        final int size = size(first) + size(second);
        final int root = size(first) >= size(second) ? first : second;
        final int child = root == first ? second : first;
        if (parent[root] == SINGLE) {
            parent[root] = -1 - take();
        }
        if (parent[child] != SINGLE) {
            final int entry = -1 - parent[child];
            sizes[entry] = free;
            free = entry;
        }
        parent[child] = root;
        sizes[-1 - parent[root]] = size;
        internal[-1 - parent[root]] = weight;
    }

    private int take() {
        if (free >= 0) {
            final int entry = free;
            free = sizes[entry];
            return entry;
        }
        if (used == sizes.length) {
            final int length = (int)Math.min(Integer.MAX_VALUE - 8, used + (used >> 2) + 1L);
            sizes = Arrays.copyOf(sizes, length);
            internal = Arrays.copyOf(internal, length);
        }
        return used++;
    }

    /** How many different numbers {@link #entry} gives. */
    int entries() {
        return used;
    }

    /** A number of a region of two voxels or more; -1 for a voxel by itself. */
    int entry(final int root) {
        return parent[root] == SINGLE ? -1 : -1 - parent[root];
    }
}
