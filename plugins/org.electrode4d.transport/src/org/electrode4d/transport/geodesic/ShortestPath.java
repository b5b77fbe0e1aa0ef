// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import java.util.List;
import org.electrode4d.volume.Point;

/**
 * A path through the pores.
 *
 * @param points from the entry face on, in µm; for steps between neighbours the centres of the voxels
 * @param length of the path as it was computed, in µm: without what a start at the face adds
 */
public record ShortestPath(List<Point> points, double length) {

    /** Copies the points. */
    public ShortestPath {
        points = List.copyOf(points);
    }

    /** The distance from point to point, added up, in µm. */
    public double drawnLength() {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += points.get(i).distance(points.get(i - 1));
        }
        return sum;
    }
}
