// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import org.electrode4d.volume.Progress;

/**
 * Shortest paths of steps between neighbouring voxels: the algorithm of Dijkstra with buckets that are a little
 * narrower than the shortest step, so that all lengths in the open bucket are final. In double precision: lengths are
 * sums along the path, with no other error than its rounding, and do not depend on the order within buckets.
 */
final class GraphSearch {

    /** Keeps the rounding of a length from putting both ends of a step into the same bucket. */
    private static final double NARROWER = 1 - 1e-7;

    private final double[] values;
    private final Steps steps;
    private final BucketQueue queue;
    private final Countdown countdown;
    private final int entryEnd;

    GraphSearch(final PathLengths lengths, final PathMetric metric, final Progress progress) {
        values = lengths.values();
        steps = Steps.of(lengths.frame(), metric);
        queue = new BucketQueue(steps.shortest() * NARROWER, steps.longest());
        countdown = new Countdown(lengths.poreVoxels(), progress, "Shortest paths, " + metric.title());
        entryEnd = lengths.frame().planeStep();
    }

    /** Replaces the lengths by the final ones, and tells what was reached. */
    Countdown.Reached run() {
        for (int place = 0; place < entryEnd; place++) {
            if (values[place] == 0) {
                countdown.settled(place);
                relax(place, 0);
            }
        }
        while (queue.open()) {
            for (int place = queue.poll(); place >= 0; place = queue.poll()) {
                if (values[place] < 0) {
                    values[place] = -values[place];
                    countdown.settled(place);
                    relax(place, values[place]);
                }
            }
        }
        return countdown.reached();
    }

    private void relax(final int place, final double length) {
        final int[] offset = steps.offset();
        final double[] step = steps.length();
        for (int k = 0; k < offset.length; k++) {
            final int next = place + offset[k];
            if (next >= 0 && next < values.length) {
                final double through = length + step[k];
                // false for what is settled (0 or more) and for solid (NaN)
                if (through < -values[next]) {
                    values[next] = -through;
                    queue.add(through, next);
                }
            }
        }
    }

    long queueBytes() {
        return queue.bytes();
    }
}
