// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

import org.electrode4d.volume.Progress;

/** Grows the regions of one grid, and then joins those that are too small. */
final class RegionGrowth {

    private final GreyGrid grid;
    private final SuperpixelSettings settings;
    private final RegionForest forest;

    RegionGrowth(final GreyGrid grid, final SuperpixelSettings settings) {
        this.grid = grid;
        this.settings = settings;
        forest = new RegionForest(grid.voxels());
    }

    /** @param capacity of the buffer for edges; at least one */
    RegionForest grow(final int capacity, final Progress progress) {
        final OrderedEdges edges = new OrderedEdges(grid, capacity);
        edges.forEach(new Growing(), progress.part(0, 0.6));
        if (settings.minimumSize() > 1) {
            edges.forEach(new Joining(), progress.part(0.6, 1));
        }
        forest.flatten();
        return forest;
    }

    /** Joins regions that differ no more than their parts do. */
    private final class Growing implements OrderedEdges.Use {

        /** A region whose limit lies below the lightest edge that is left never grows again. */
        @Override
        public void prepare(final float lightest) {
            forest.mark(root -> limit(root) >= lightest);
        }

        @Override
        public boolean wants(final int first, final int second) {
            return forest.isMarked(first) && forest.isMarked(second)
                && forest.flatRoot(first) != forest.flatRoot(second);
        }

        @Override
        public void take(final int first, final int second, final float weight) {
            final int a = forest.root(first);
            final int b = forest.root(second);
            if (a != b && weight <= limit(a) && weight <= limit(b)) {
                forest.join(a, b, weight);
            }
        }

        private double limit(final int root) {
            return forest.internal(root) + settings.scale() / forest.size(root);
        }
    }

    /** Joins regions of which one is too small. */
    private final class Joining implements OrderedEdges.Use {

        @Override
        public void prepare(final float lightest) {
            forest.mark(root -> forest.size(root) < settings.minimumSize());
        }

        @Override
        public boolean wants(final int first, final int second) {
            return (forest.isMarked(first) || forest.isMarked(second))
                && forest.flatRoot(first) != forest.flatRoot(second);
        }

        @Override
        public void take(final int first, final int second, final float weight) {
            final int a = forest.root(first);
            final int b = forest.root(second);
            if (a != b && Math.min(forest.size(a), forest.size(b)) < settings.minimumSize()) {
                forest.join(a, b, weight);
            }
        }
    }
}
