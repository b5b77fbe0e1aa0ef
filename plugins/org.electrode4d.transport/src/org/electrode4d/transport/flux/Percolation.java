// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import java.io.IOException;
import java.util.BitSet;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;
import org.electrode4d.volume.morphology.LabelledPlanes;
import org.electrode4d.volume.morphology.RunAdjacency;
import org.electrode4d.volume.morphology.RunSource;

/**
 * Which voxels are connected, face to face, with both ends of an axis. All others are dropped: in those that reach one
 * end nothing flows, and those that reach none would make the equations singular.
 */
final class Percolation {

    private final PlaneStore labels;
    private final BitSet percolating;

    private Percolation(final PlaneStore labels, final BitSet percolating) {
        this.labels = labels;
        this.percolating = percolating;
    }

    /** @param periodic whether the faces at the other axes are joined with their opposites */
    static Percolation of(final Volume mask, final int axis, final boolean periodic, final ScratchSpace scratch,
        final Progress progress) throws IOException {
        final LabelledPlanes found = ConnectedComponents.label(RunSource.mask(mask, false),
            new RunAdjacency(Connectivity.FACES), scratch, progress);
        final LabelVolume components = found.components(mask).labels();
        final int[] roots = new int[found.sizes().length];
        for (int label = 0; label < roots.length; label++) {
            roots[label] = label;
        }
        for (int side = 0; side < 3; side++) {
            if (periodic && side != axis) {
                join(roots, face(components, side, false), face(components, side, true));
            }
        }
        final BitSet first = labels(roots, face(components, axis, false));
        first.and(labels(roots, face(components, axis, true)));
        final BitSet percolating = new BitSet(roots.length);
        for (int label = 1; label < roots.length; label++) {
            percolating.set(label, first.get(root(roots, label)));
        }
        return new Percolation(found.labels(), percolating);
    }

    boolean isEmpty() {
        return percolating.isEmpty();
    }

    /** Labels of components by voxel, x fastest; see {@link #contains}. */
    int[] plane(final long z) {
        return (int[])labels.load(z);
    }

    boolean contains(final int component) {
        return percolating.get(component);
    }

    void release(final ScratchSpace scratch) {
        scratch.release(labels);
    }

    private static void join(final int[] roots, final int[] one, final int[] other) {
        for (int i = 0; i < one.length; i++) {
            if (one[i] != 0 && other[i] != 0) {
                final int first = root(roots, one[i]);
                final int second = root(roots, other[i]);
                roots[Math.max(first, second)] = Math.min(first, second);
            }
        }
    }

    private static int root(final int[] roots, final int label) {
        int at = label;
        while (roots[at] != at) {
            roots[at] = roots[roots[at]];
            at = roots[at];
        }
        return at;
    }

    private static BitSet labels(final int[] roots, final int[] face) {
        final BitSet found = new BitSet(roots.length);
        for (final int label : face) {
            if (label != 0) {
                found.set(root(roots, label));
            }
        }
        return found;
    }

    private static int[] face(final LabelVolume components, final int axis, final boolean last) {
        final Shape shape = components.volume().shape();
        final long at = last ? shape.along(axis) - 1 : 0;
        final Block block = new Block(axis == 0 ? at : 0, axis == 1 ? at : 0, axis == 2 ? at : 0,
            axis == 0 ? 1 : (int)shape.x(), axis == 1 ? 1 : (int)shape.y(), axis == 2 ? 1 : (int)shape.z());
        final int[] values = new int[block.voxels()];
        components.read(block, values);
        return values;
    }
}
