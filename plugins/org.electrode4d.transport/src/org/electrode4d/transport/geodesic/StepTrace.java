// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.electrode4d.volume.Point;

/** Goes back from voxel to voxel, to the first neighbour through which the length is what it is. */
final class StepTrace {

    private final EntryFrame frame;
    private final double[] values;
    private final Steps steps;

    StepTrace(final PathLengths lengths, final PathMetric metric) {
        frame = lengths.frame();
        values = lengths.values();
        steps = Steps.of(frame, metric);
    }

    ShortestPath from(final int target) {
        final List<Point> points = new ArrayList<>();
        int place = target;
        points.add(frame.position(frame.seen(place)));
        while (values[place] > 0) {
            place = before(place);
            points.add(frame.position(frame.seen(place)));
        }
        Collections.reverse(points);
        return new ShortestPath(points, values[target]);
    }

    private int before(final int place) {
        for (int k = 0; k < steps.offset().length; k++) {
            final int next = place + steps.offset()[k];
            if (next >= 0 && next < values.length && values[next] >= 0
                && values[next] + steps.length()[k] == values[place]) {
                return next;
            }
        }
        throw new IllegalStateException("No path leads to place " + place + ".");
    }
}
