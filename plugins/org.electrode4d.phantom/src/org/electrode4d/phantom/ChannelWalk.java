// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Point;

/**
 * A walk down from the surface that is as long as the law of the channels has it: a helix whose slope follows from what
 * is still wanted of the way, and that goes round grains. Lengths in voxels, but for the constants.
 */
final class ChannelWalk {

    /** µm. */
    private static final double STEP = 0.25;
    /** How far below the place the law is looked up, µm. */
    private static final double AHEAD = 1.5;
    /** Most steps along the surface for one down. */
    private static final double FLATTEST = 12;
    /** Turns of a helix are as far apart, µm: that leaves a wall between them. */
    private static final double PITCH = 3.6;
    /** Smallest radius of a helix, µm: tubes that wind closer are straight in effect. */
    private static final double LEAST_RADIUS = 2;
    /** What is left of the direction of the step before. */
    private static final double INERTIA = 0.6;
    /** Share of the way out of a grain in a direction. */
    private static final double MOST_PUSH = 0.7;
    /** A walk that does not get deeper for so long is given up, µm. */
    private static final double PATIENCE = 40;
    /** How much deeper is deeper, voxels. */
    private static final double PROGRESS = 0.5;

    private final PoreChannels law;
    private final GrainClearance clearance;
    private final double voxelSize;
    private final double turn;
    private double angle;
    private Point place;
    private Point heading = new Point(0, 0, 1);
    private double way;

    /** @param random two numbers of it are drawn: the sense and the direction of the helix */
    ChannelWalk(final AgeingSettings settings, final GrainClearance clearance, final Point start,
        final CounterRandom random) {
        law = settings.channels();
        this.clearance = clearance;
        voxelSize = settings.voxelSize();
        place = start;
        turn = random.uniform(0) < 0.5 ? 1 : -1;
        angle = random.between(0, 2 * Math.PI, 1);
    }

    /** The way to a depth; nothing if the walk is caught between grains. */
    Optional<Channel> to(final double depth) {
        final List<Point> points = new ArrayList<>();
        points.add(place);
        double deepest = place.z();
        int vain = 0;
        while (place.z() < depth && vain * STEP < PATIENCE) {
            step();
            vain++;
            if (place.z() > deepest + PROGRESS) {
                deepest = place.z();
                vain = 0;
            }
            points.add(place);
        }
        return place.z() < depth ? Optional.empty() : Optional.of(Channel.through(points));
    }

    private void step() {
        final double depth = Math.max(0, place.z()) * voxelSize + AHEAD;
        final double slope = Math.max(1, Math.min(FLATTEST, (law.way(depth) - way) / AHEAD));
        final double down = 1 / slope;
        final double along = Math.sqrt(1 - down * down);
        angle += turn * STEP * along / Math.max(LEAST_RADIUS, PITCH * along / (2 * Math.PI * down));
        final Point wanted = new Point(along * Math.cos(angle), along * Math.sin(angle), down);
        final Point mixed = heading.times(INERTIA).plus(aroundGrains(wanted).times(1 - INERTIA));
        heading = mixed.norm() == 0 ? wanted : mixed.times(1 / mixed.norm());
        final Point next = place.plus(heading.times(STEP / voxelSize));
        place = new Point(next.x(), next.y(), Math.max(0, next.z()));
        way += STEP;
    }

    /** A direction without what leads into grains; the helix goes on from there. */
    private Point aroundGrains(final Point wanted) {
        final GrainClearance.Room room = clearance.at(place);
        final double into = Math.min(0, wanted.dot(room.outward()));
        final double lacking = 1 - room.distance() * voxelSize / GrainClearance.WANTED;
        final Point turned = wanted.minus(room.outward().times(into))
            .plus(room.outward().times(Math.min(MOST_PUSH, lacking)));
        final double length = turned.norm();
        if (length == 0) {
            return wanted;
        }
        if (lacking > 0) {
            angle = Math.atan2(turned.y(), turned.x());
        }
        return turned.times(1 / length);
    }
}
