// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.electrode4d.volume.Point;

/**
 * Follows the gradient of the length down to the entry face: in each voxel along the upwind differences to its shorter
 * neighbours, straight to the side of the voxel that is met first. It goes from a pore voxel to one that shares a face
 * and has a shorter path, so that it ends, and never leaves the pores. As drawn, it can be half a voxel per turn longer
 * or shorter than the length that was computed.
 */
final class SteepestDescent {

    private final EntryFrame frame;
    private final double[] values;
    private final int[] step;
    private final double[] edge;

    SteepestDescent(final PathLengths lengths) {
        frame = lengths.frame();
        values = lengths.values();
        step = frame.steps();
        edge = frame.edges();
    }

    ShortestPath from(final int target) {
        final List<Point> points = new ArrayList<>();
        final double[] at = frame.seen(target);
        int place = target;
        points.add(frame.position(at));
        while (values[place] > 0) {
            final double[] before = at.clone();
            place = leave(place, at);
            if (!Arrays.equals(before, at)) {
                points.add(frame.position(at));
            }
        }
        at[2] = 0;
        if (target != place) {
            points.add(frame.position(at));
        }
        Collections.reverse(points);
        return new ShortestPath(points, values[target]);
    }

    /** Moves to the side of a voxel, and gives the voxel beyond. */
    private int leave(final int place, final double[] at) {
        final double[] centre = frame.seen(place);
        final double[] slope = new double[3];
        int exit = -1;
        double shortest = Double.POSITIVE_INFINITY;
        for (int axis = 0; axis < 3; axis++) {
            slope[axis] = slope(place, axis);
            final double side = centre[axis] + Math.signum(slope[axis]) / 2;
            final double time = slope[axis] == 0 ? Double.POSITIVE_INFINITY : (side - at[axis]) / slope[axis];
            if (time < shortest) {
                shortest = time;
                exit = axis;
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            at[axis] += shortest * slope[axis];
        }
        at[exit] = centre[exit] + Math.signum(slope[exit]) / 2;
        return place + (slope[exit] > 0 ? step[exit] : -step[exit]);
    }

    /** How fast the way down goes along an axis, in voxels; towards the shorter of the two neighbours. */
    private double slope(final int place, final int axis) {
        final double before = settled(place - step[axis]);
        final double after = settled(place + step[axis]);
        final double fall = values[place] - Math.min(before, after);
        if (!(fall > 0)) {
            return 0;
        }
        return (before < after ? -fall : fall) / (edge[axis] * edge[axis]);
    }

    private double settled(final int place) {
        return place >= 0 && place < values.length && values[place] >= 0 ? values[place] : Double.POSITIVE_INFINITY;
    }
}
