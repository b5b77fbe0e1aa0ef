// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.PriorityQueue;
import org.electrode4d.volume.Progress;

/**
 * Ways through the pores from the first slice on: the shortest ones (E. W. Dijkstra, A note on two problems in
 * connexion with graphs, Numer. Math. 1, 269, 1959, with steps to 26 neighbours), and where ways over faces lead.
 */
final class PoreWays {

    private static final int IN_PLANE = 4;
    private static final int CHECK_EVERY = 1 << 12;

    private final VoxelBox box;
    private final int[] labels;
    private final Progress progress;

    /** A way that was found to a voxel, perhaps not the shortest. */
    private record Way(int place, double length) {
    }

    PoreWays(final VoxelBox box, final int[] labels, final Progress progress) {
        this.box = box;
        this.labels = labels;
        this.progress = progress;
    }

    private boolean isPore(final int place) {
        return labels[place] == AgeingPhase.PORE.ordinal();
    }

    /** Mean over the pores that are reached of length over depth, by slice. */
    double[] tortuosity() {
        final double[] lengths = lengths();
        final double[] means = new double[box.z()];
        for (int slice = 0; slice < means.length; slice++) {
            int reached = 0;
            for (int place = slice * box.plane(); place < (slice + 1) * box.plane(); place++) {
                if (Double.isFinite(lengths[place])) {
                    means[slice] += slice == 0 ? 1 : lengths[place] / slice;
                    reached++;
                }
            }
            means[slice] = reached == 0 ? Double.POSITIVE_INFINITY : means[slice] / reached;
        }
        return means;
    }

    private double[] lengths() {
        final double[] lengths = new double[box.voxels()];
        Arrays.fill(lengths, Double.POSITIVE_INFINITY);
        final PriorityQueue<Way> front = new PriorityQueue<>((a, b) -> Double.compare(a.length, b.length));
        for (int place = 0; place < box.plane(); place++) {
            if (isPore(place)) {
                lengths[place] = 0;
                front.add(new Way(place, 0));
            }
        }
        for (int count = 0; !front.isEmpty(); count++) {
            if (count % CHECK_EVERY == 0) {
                progress.check();
            }
            final Way way = front.remove();
            if (way.length == lengths[way.place]) {
                goOn(way, lengths, front);
            }
        }
        return lengths;
    }

    private void goOn(final Way way, final double[] lengths, final PriorityQueue<Way> front) {
        for (int step = 0; step < 27; step++) {
            final int dx = step % 3 - 1;
            final int dy = step / 3 % 3 - 1;
            final int dz = step / 9 - 1;
            final int next = box.next(way.place, dx, dy, dz);
            final double length = way.length + Math.sqrt(dx * dx + dy * dy + dz * dz);
            if (next >= 0 && isPore(next) && length < lengths[next]) {
                lengths[next] = length;
                front.add(new Way(next, length));
            }
        }
    }

    private int next(final int place, final int[] step) {
        return box.next(place, step[0], step[1], step[2]);
    }

    /** Separate areas of what is reached over faces, by slice. */
    int[] connections() {
        final boolean[] reached = new boolean[box.voxels()];
        for (int place = 0; place < box.plane(); place++) {
            if (isPore(place) && !reached[place]) {
                flood(place, VoxelBox.FACES.length, reached, true);
            }
        }
        final int[] areas = new int[box.z()];
        for (int place = 0; place < reached.length; place++) {
            if (reached[place]) {
                areas[place / box.plane()]++;
                flood(place, IN_PLANE, reached, false);
            }
        }
        return areas;
    }

    /** Sets what is connected with a place by the first of the steps, and is pore and not yet so. */
    private void flood(final int start, final int steps, final boolean[] is, final boolean value) {
        final Deque<Integer> front = new ArrayDeque<>();
        is[start] = value;
        front.add(start);
        while (!front.isEmpty()) {
            final int place = front.remove();
            for (int step = 0; step < steps; step++) {
                final int next = next(place, VoxelBox.FACES[step]);
                if (next >= 0 && isPore(next) && is[next] != value) {
                    is[next] = value;
                    front.add(next);
                }
            }
        }
    }
}
