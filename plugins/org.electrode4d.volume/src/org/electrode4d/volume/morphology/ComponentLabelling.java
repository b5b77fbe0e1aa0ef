// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelType;

/**
 * The steps of labelling components. Each slab gets provisional labels of its own, among which union-find says which
 * are the same; the components of a slab are numbered in raster order; those of neighbouring slabs that touch are
 * joined, the first one standing for all; and the numbers of what is left are final.
 */
final class ComponentLabelling {

    private static final String MESSAGE = "Connected components";

    private final RunSource source;
    private final RunAdjacency adjacency;
    private final LabelAllowance allowance;
    private final Shape shape;
    private final List<Block> slabs;

    /** The components of a slab by itself: their numbers 1, 2, ... by provisional label, and the voxels of each. */
    private record Part(int[] numbers, int[] sizes) {
    }

    ComponentLabelling(final RunSource source, final RunAdjacency adjacency, final LabelAllowance allowance) {
        this.source = source;
        this.adjacency = adjacency;
        this.allowance = allowance;
        shape = source.volume().shape();
        slabs = Slabs.of(shape, Slabs.PLANES);
    }

    LabelledPlanes label(final ScratchSpace scratch, final Progress progress) throws IOException {
        final PlaneStore labels = scratch.create(shape, VoxelType.INT32);
        final Progress first = progress.part(0, 0.6);
        final List<Part> parts = Blocks.map(slabs, first, MESSAGE, slab -> part(slab, labels, first));
        final int[] offsets = new int[parts.size() + 1];
        for (int k = 0; k < parts.size(); k++) {
            offsets[k + 1] = Math.addExact(offsets[k], parts.get(k).sizes().length - 1);
        }
        final int[] numbers = joined(parts, offsets, labels, progress);
        final Progress second = progress.part(0.6, 1);
        Blocks.map(slabs.size(), second, MESSAGE, k -> {
            final int[] table = parts.get(k).numbers();
            for (int i = 1; i < table.length; i++) {
                table[i] = numbers[offsets[k] + table[i]];
            }
            replace(slabs.get(k), labels, table, second);
            return k;
        });
        return new LabelledPlanes(labels, sizes(parts, offsets, numbers));
    }

    private Part part(final Block slab, final PlaneStore labels, final Progress progress) {
        final Object buffer = source.buffer();
        final EquivalentLabels equivalent = new EquivalentLabels(allowance);
        PlaneRuns below = null;
        PlaneRuns runs = runs();
        PlaneRuns spare = runs();
        for (long z = slab.minZ(); z < slab.endZ(); z++) {
            progress.check();
            source.find(z, buffer, runs);
            adjacency.label(runs, below, equivalent);
            final int[] plane = (int[])labels.load(z);
            runs.writeLabels(plane);
            labels.store(z, plane);
            below = runs;
            runs = spare;
            spare = below;
        }
        final int[] numbers = equivalent.numbers();
        return new Part(numbers, equivalent.sizes(numbers));
    }

    private PlaneRuns runs() {
        return new PlaneRuns((int)shape.x(), (int)shape.y());
    }

    /** The final numbers of the components of all slabs, one slab after the other. */
    private int[] joined(final List<Part> parts, final int[] offsets, final PlaneStore labels,
        final Progress progress) {
        final EquivalentLabels all = new EquivalentLabels(offsets[parts.size()]);
        for (int k = 1; k < parts.size() && adjacency.connectsPlanes(); k++) {
            progress.check();
            final long z = slabs.get(k).minZ();
            adjacency.join(numbered(z, labels, parts.get(k), offsets[k]),
                numbered(z - 1, labels, parts.get(k - 1), offsets[k - 1]), all);
        }
        return all.numbers();
    }

    private PlaneRuns numbered(final long z, final PlaneStore labels, final Part part, final int offset) {
        final PlaneRuns runs = runs();
        source.find(z, source.buffer(), runs);
        runs.readLabels((int[])labels.load(z));
        for (int run = 0; run < runs.count(); run++) {
            runs.label(run, offset + part.numbers()[runs.label(run)]);
        }
        return runs;
    }

    private static void replace(final Block slab, final PlaneStore labels, final int[] table,
        final Progress progress) {
        for (long z = slab.minZ(); z < slab.endZ(); z++) {
            progress.check();
            final int[] plane = (int[])labels.load(z);
            for (int i = 0; i < plane.length; i++) {
                final int label = plane[i];
                if (label != 0) {
                    plane[i] = table[label];
                }
            }
            labels.store(z, plane);
        }
    }

    private long[] sizes(final List<Part> parts, final int[] offsets, final int[] numbers) {
        final long[] sizes = new long[Arrays.stream(numbers).max().orElse(0) + 1];
        long inside = 0;
        for (int k = 0; k < parts.size(); k++) {
            final int[] part = parts.get(k).sizes();
            for (int i = 1; i < part.length; i++) {
                sizes[numbers[offsets[k] + i]] += part[i];
                inside += part[i];
            }
        }
        sizes[0] = shape.voxels() - inside;
        return sizes;
    }
}
