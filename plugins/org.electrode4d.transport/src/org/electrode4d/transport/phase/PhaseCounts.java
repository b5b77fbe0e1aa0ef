// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;

/**
 * Voxels of every phase per slice, and the edges of voxels around which phases meet, from one pass in bars of
 * {@value #EDGE} x {@value #EDGE} rows with a halo of one voxel. Whole numbers: nothing depends on blocks or threads.
 */
final class PhaseCounts {

    private static final int EDGE = 32;
    private static final int LONGEST = 4096;

    private final LabelVolume phases;
    private final int axis;
    private final SortedMap<Integer, long[]> voxels = new TreeMap<>();
    private final SortedMap<PhaseTriple, long[]> halfEdges = new TreeMap<>();

    private PhaseCounts(final LabelVolume phases, final int axis) {
        this.phases = phases;
        this.axis = axis;
    }

    /**
     * @param axis that slices are across: 0 = x, 1 = y, 2 = z
     * @throws org.electrode4d.transport.TransportException for more than {@value PhaseBlock#MOST} labels
     */
    static PhaseCounts of(final LabelVolume phases, final int axis, final Progress progress) {
        return of(phases, axis, EDGE, progress);
    }

    /** Results do not depend on the edge, which tests vary. */
    static PhaseCounts of(final LabelVolume phases, final int axis, final int edge, final Progress progress) {
        final PhaseCounts all = new PhaseCounts(phases, axis);
        final Shape shape = phases.volume().shape();
        final List<Block> blocks = Blocks.tile(shape, edge == EDGE ? LONGEST : edge, edge, edge);
        Blocks.forEach(blocks, progress, "Counting the voxels of phases", block -> {
            final PhaseBlock part = new PhaseBlock(phases, block, axis);
            part.count();
            all.add(part);
        });
        return all;
    }

    private synchronized void add(final PhaseBlock part) {
        final long first =
            axis == 0 ? part.own().minX() : axis == 1 ? part.own().minY() : part.own().minZ();
        final int count = part.labels().size();
        for (int i = 0; i < count; i++) {
            final long[] slices = voxels.computeIfAbsent(part.labels().label(i), label -> new long[slices()]);
            for (int slice = 0; slice < part.slices(); slice++) {
                slices[Math.toIntExact(first + slice)] += part.voxels(i, slice);
            }
        }
        if (voxels.size() > PhaseBlock.MOST) {
            throw PhaseBlock.tooMany(phases);
        }
        for (int k = 2; k < count; k++) {
            for (int j = 1; j < k; j++) {
                for (int i = 0; i < j; i++) {
                    addEdges(part, i, j, k);
                }
            }
        }
    }

    private void addEdges(final PhaseBlock part, final int i, final int j, final int k) {
        final long[] edges = new long[3];
        Arrays.setAll(edges, along -> part.halfEdges(i, j, k, along));
        if (edges[0] + edges[1] + edges[2] > 0) {
            final long[] sums = halfEdges.computeIfAbsent(new PhaseTriple(part.labels().label(i),
                part.labels().label(j), part.labels().label(k)), triple -> new long[3]);
            Arrays.setAll(sums, along -> sums[along] + edges[along]);
        }
    }

    private int slices() {
        return Math.toIntExact(phases.volume().shape().along(axis));
    }

    /** All labels of the volume, ascending. */
    List<Integer> labels() {
        return new ArrayList<>(voxels.keySet());
    }

    long voxels(final int label) {
        return Arrays.stream(voxels.getOrDefault(label, new long[0])).sum();
    }

    /** The part of each slice that a phase takes, 0 to 1, from the first slice on. */
    double[] profile(final int label) {
        final double whole = phases.volume().shape().voxels() / (double)slices();
        return Arrays.stream(voxels.getOrDefault(label, new long[slices()])).mapToDouble(n -> n / whole).toArray();
    }

    /** All triples that meet somewhere. */
    SortedSet<PhaseTriple> triples() {
        return new TreeSet<>(halfEdges.keySet());
    }

    TripleLine tripleLine(final PhaseTriple triple) {
        final long[] edges = halfEdges.getOrDefault(triple, new long[3]);
        final VoxelSize size = phases.volume().voxelSize();
        return new TripleLine(edges[0] / 2.0 * size.x(), edges[1] / 2.0 * size.y(), edges[2] / 2.0 * size.z(),
            phases.volume().shape().z() == 1);
    }
}
