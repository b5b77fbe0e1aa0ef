// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Point;

/**
 * One particle through the scans.
 *
 * @param id the label in the first scan; for those that come later a number beyond those labels
 * @param parent the track that it split from; 0 for none
 * @param points in the order of scans, at most one each
 */
public record Track(int id, int parent, List<TrackPoint> points) {

    /** Copies the points. */
    public Track {
        points = List.copyOf(points);
    }

    public TrackPoint first() {
        return points.get(0);
    }

    /** The point in a scan, from 0. */
    public Optional<TrackPoint> at(final int scan) {
        return points.stream().filter(point -> point.scan() == scan).findFirst();
    }

    /** The point before another one of this track. */
    public Optional<TrackPoint> before(final TrackPoint point) {
        final int index = points.indexOf(point);
        return index > 0 ? Optional.of(points.get(index - 1)) : Optional.empty();
    }

    /** µm since the first scan; empty for tracks that began later, and for scans in which it is missing. */
    public Optional<Point> displacement(final int scan) {
        return first().scan() > 0 ? Optional.empty()
            : at(scan).map(point -> point.particle().centre().minus(first().particle().centre()));
    }

    /** Whether all links from its beginning to a scan are beyond doubt. */
    public boolean isCertain(final int scan) {
        return points.stream().filter(point -> point.scan() <= scan).allMatch(point -> point.flags().isEmpty());
    }
}
