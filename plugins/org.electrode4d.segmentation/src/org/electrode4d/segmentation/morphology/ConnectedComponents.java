// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.electrode4d.segmentation.Connectivity;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * The connected components of a mask: labels 1, 2, ... in raster order of their first voxels (x fastest), as scipy and
 * cc3d number them. Two passes over runs of voxels with union-find (He, Chao and Suzuki, IEEE Transactions on Image
 * Processing 17, 749, 2008): slabs are labelled at the same time, joined where they meet, and numbered.
 */
public final class ConnectedComponents {

    private final MaskPlanes planes;
    private final Shape shape;
    private final RunAdjacency adjacency;
    private final PlaneStore labels;
    private final List<Block> slabs;

    private ConnectedComponents(final Volume mask, final Connectivity connectivity, final PlaneStore labels) {
        planes = new MaskPlanes(mask);
        shape = mask.shape();
        adjacency = new RunAdjacency(connectivity);
        this.labels = labels;
        slabs = Slabs.of(shape, Slabs.PLANES);
    }

    /** The components of a slab by itself: their numbers by provisional label, and their voxels. */
    private record SlabComponents(int[] numbers, int[] sizes, int count) {
    }

    public static Components of(final Volume mask, final Connectivity connectivity, final ScratchSpace scratch,
        final Progress progress) throws IOException {
        final ConnectedComponents work = new ConnectedComponents(mask, connectivity,
            scratch.create(mask.shape(), VoxelType.INT32));
        final long[] sizes = work.label(progress);
        final Volume volume = work.labels.like(mask, "Components of " + mask.name());
        return new Components(LabelVolume.of(new LabelVolume(volume, new TreeMap<>()).named()), sizes);
    }

    private long[] label(final Progress progress) {
        final Progress first = progress.part(0, 0.6);
        final List<SlabComponents> parts = Blocks.map(slabs, first, "Components", slab -> slab(slab, first));
        final int[] offsets = new int[slabs.size() + 1];
        for (int k = 0; k < slabs.size(); k++) {
            offsets[k + 1] = Math.addExact(offsets[k], parts.get(k).count());
        }
        final EquivalentLabels all = new EquivalentLabels(offsets[slabs.size()]);
        for (int k = 1; k < slabs.size(); k++) {
            progress.check();
            join(k, parts, offsets, all);
        }
        final int[] numbers = all.numbers();
        final long[] sizes = sizes(parts, offsets, numbers);
        final Progress second = progress.part(0.6, 1);
        Blocks.map(slabs.size(), second, "Components", k -> {
            final int[] table = parts.get(k).numbers();
            for (int i = 1; i < table.length; i++) {
                table[i] = numbers[offsets[k] + table[i]];
            }
            relabel(slabs.get(k), table, second);
            return k;
        });
        return sizes;
    }

    private SlabComponents slab(final Block slab, final Progress progress) {
        final Object buffer = planes.buffer();
        final EquivalentLabels equivalent = new EquivalentLabels();
        PlaneRuns below = null;
        PlaneRuns runs = runs();
        PlaneRuns spare = runs();
        for (long z = slab.minZ(); z < slab.endZ(); z++) {
            progress.check();
            runs.find(planes.read(z, buffer), false);
            adjacency.label(runs, below, equivalent);
            final int[] plane = (int[])labels.load(z);
            runs.writeLabels(plane);
            labels.store(z, plane);
            below = runs;
            runs = spare;
            spare = below;
        }
        final int[] numbers = equivalent.numbers();
        int count = 0;
        for (int i = 1; i < numbers.length; i++) {
            count = Math.max(count, numbers[i]);
        }
        final int[] sizes = new int[count + 1];
        for (int i = 1; i < numbers.length; i++) {
            sizes[numbers[i]] += equivalent.sizes()[i];
        }
        return new SlabComponents(numbers, sizes, count);
    }

    private PlaneRuns runs() {
        return new PlaneRuns((int)shape.x(), (int)shape.y());
    }

    private void join(final int k, final List<SlabComponents> parts, final int[] offsets,
        final EquivalentLabels all) {
        final long z = slabs.get(k).minZ();
        final PlaneRuns below = numbered(z - 1, parts.get(k - 1), offsets[k - 1]);
        final PlaneRuns above = numbered(z, parts.get(k), offsets[k]);
        adjacency.join(above, below, all);
    }

    private PlaneRuns numbered(final long z, final SlabComponents part, final int offset) {
        final PlaneRuns runs = runs();
        runs.find(planes.read(z, planes.buffer()), false);
        runs.readLabels((int[])labels.load(z));
        for (int run = 0; run < runs.count(); run++) {
            runs.label(run, offset + part.numbers()[runs.label(run)]);
        }
        return runs;
    }

    private long[] sizes(final List<SlabComponents> parts, final int[] offsets, final int[] numbers) {
        int count = 0;
        for (int i = 1; i < numbers.length; i++) {
            count = Math.max(count, numbers[i]);
        }
        final long[] sizes = new long[count + 1];
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

    private void relabel(final Block slab, final int[] table, final Progress progress) {
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
}
