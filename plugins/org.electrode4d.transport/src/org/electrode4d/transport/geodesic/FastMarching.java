// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import java.util.Arrays;
import org.electrode4d.volume.Progress;

/**
 * Lengths of paths of any angle: fast marching (J. A. Sethian, Proceedings of the National Academy of Sciences 93,
 * 1591, 1996). The front is kept in buckets; only the bucket that is open is sorted, in a heap small enough for the
 * cache of the processor. Voxels are settled exactly in the order of their lengths.
 *
 * <p>Only voxels that share a face know of each other, so that no path passes between two solid voxels that touch at an
 * edge or a corner, and none jumps a wall.
 */
final class FastMarching {

    private static final int BUCKETS_PER_EDGE = 512;

    private final double[] values;
    private final int[] step;
    private final EikonalUpdate update;
    private final BucketQueue later;
    private final FrontHeap front = new FrontHeap();
    private final Countdown countdown;
    private final int entryEnd;
    private int[] equal = new int[64];

    FastMarching(final PathLengths lengths, final PathMetric metric, final Progress progress) {
        values = lengths.values();
        step = lengths.frame().steps();
        update = new EikonalUpdate(lengths, metric.reach() == 2);
        final double[] edge = lengths.frame().edges();
        later = new BucketQueue(Math.min(edge[0], Math.min(edge[1], edge[2])) / BUCKETS_PER_EDGE,
            2 * Math.max(edge[0], Math.max(edge[1], edge[2])));
        countdown = new Countdown(lengths.poreVoxels(), progress, "Shortest paths, " + metric.title());
        entryEnd = lengths.frame().planeStep();
    }

    /** Replaces the lengths by the final ones, and tells what was reached. */
    Countdown.Reached run() {
        for (int place = 0; place < entryEnd; place++) {
            if (values[place] == 0) {
                countdown.settled(place);
                updateAround(place);
            }
        }
        while (later.open()) {
            sortBucket();
            while (!front.isEmpty()) {
                final int count = settleNearest();
                for (int i = 0; i < count; i++) {
                    updateAround(equal[i]);
                }
            }
        }
        return countdown.reached();
    }

    /** Settles all places of the smallest length before any neighbour sees one: equal lengths have no order. */
    private int settleNearest() {
        final double length = front.key();
        int count = 0;
        while (!front.isEmpty() && front.key() == length) {
            final int place = front.poll();
            // another value, or a settled one, means that this entry was replaced
            if (values[place] == -length) {
                values[place] = length;
                countdown.settled(place);
                if (count == equal.length) {
                    equal = Arrays.copyOf(equal, 2 * count);
                }
                equal[count++] = place;
            }
        }
        return count;
    }

    private void sortBucket() {
        for (int place = later.poll(); place >= 0; place = later.poll()) {
            final double length = -values[place];
            if (length > 0 && later.bucket(length) <= later.current()) {
                front.add(length, place);
            }
        }
    }

    private void updateAround(final int place) {
        for (final int oneStep : step) {
            updateAt(place - oneStep, place - 2 * oneStep, values[place]);
            updateAt(place + oneStep, place + 2 * oneStep, values[place]);
        }
    }

    /**
     * Updates a neighbour of a voxel that was just settled, unless it has a shorter one on the other side: along an
     * axis only the shorter of the two counts.
     */
    private void updateAt(final int place, final int beyond, final double settled) {
        if (place < 0 || place >= values.length || !(values[place] < 0)) {
            return;
        }
        if (beyond >= 0 && beyond < values.length && values[beyond] >= 0 && values[beyond] < settled) {
            return;
        }
        final double length = update.at(place);
        if (length != -values[place]) {
            values[place] = -length;
            if (later.bucket(length) <= later.current()) {
                front.add(length, place);
            } else {
                later.add(length, place);
            }
        }
    }

    long queueBytes() {
        return later.bytes() + front.bytes() + (long)equal.length * Integer.BYTES;
    }
}
