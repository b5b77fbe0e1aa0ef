// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.electrode4d.volume.Point;

/**
 * How much room a channel has at a place: the distance from the nearest grain, and from where silicon compound may ever
 * be with a margin, and the direction in which there is more room. The sides of the volume count as grains, so that
 * channels stay inside.
 */
final class GrainClearance {

    /** Room that a channel wants, µm. */
    static final double WANTED = 0.5;
    /** Of channels to silicon compound, µm: the interphase grows most there. */
    private static final double SILICON_MARGIN = 2;
    /** Of channels to the sides of the volume, µm. */
    private static final double SIDE_MARGIN = 1;

    private final double voxelSize;
    private final double wanted;
    private final Point end;
    private final Map<Place, List<Obstacle>> cells = new HashMap<>();
    private double cell = 1;

    /**
     * The room at a place.
     *
     * @param distance voxels; at most what is wanted, negative inside of a grain
     * @param outward where to go for more room: of length 1, or 0 where there is enough
     */
    record Room(double distance, Point outward) {
    }

    private record Place(long x, long y, long z) {
    }

    /**
     * What a channel keeps away from.
     *
     * @param scale of its surface over that of the grain
     * @param margin to this surface, voxels
     */
    private record Obstacle(Grain grain, double scale, double margin) {

        double reach(final double wanted) {
            return scale * grain.reach() + margin + wanted;
        }

        /** From the surface along the line through the centre, less the margin: right for a ball, else too long. */
        double distance(final Point d) {
            final double q = Math.sqrt(grain.measure(d.x(), d.y(), d.z()));
            return q == 0 ? -scale * grain.reach() - margin : (q - scale) * d.norm() / q - margin;
        }
    }

    GrainClearance(final AgeingSettings settings, final AgeingGrains grains) {
        voxelSize = settings.voxelSize();
        wanted = WANTED / voxelSize;
        end = new Point(settings.shape().x() - 1.0, settings.shape().y() - 1.0, 0);
        final List<Obstacle> obstacles = new ArrayList<>();
        grains.graphite().forEach(grain -> obstacles.add(new Obstacle(grain, 1, 0)));
        grains.silicon().forEach(particle -> obstacles.add(
            new Obstacle(particle.grain(), BreakingParticle.ENVELOPE, SILICON_MARGIN / voxelSize)));
        obstacles.forEach(obstacle -> cell = Math.max(cell, obstacle.reach(wanted)));
        obstacles.forEach(obstacle -> cells.computeIfAbsent(cell(obstacle.grain().centre()), key -> new ArrayList<>())
            .add(obstacle));
    }

    private Place cell(final Point point) {
        return new Place((long)Math.floor(point.x() / cell), (long)Math.floor(point.y() / cell),
            (long)Math.floor(point.z() / cell));
    }

    Room at(final Point point) {
        double distance = wanted;
        Point outward = Point.ORIGIN;
        final Place own = cell(point);
        for (long place = 0; place < 27; place++) {
            for (final Obstacle obstacle : cells.getOrDefault(new Place(own.x() + place % 3 - 1,
                own.y() + place / 3 % 3 - 1, own.z() + place / 9 - 1), List.of())) {
                final Point d = point.minus(obstacle.grain().centre());
                final double free = d.norm() < obstacle.reach(wanted) ? obstacle.distance(d) : wanted;
                if (free < wanted) {
                    distance = Math.min(distance, free);
                    outward = outward.plus(unit(obstacle.grain().gradient(d)).times(wanted - free));
                }
            }
        }
        return besideSides(point, distance, outward);
    }

    private Room besideSides(final Point point, final double distance, final Point outward) {
        final double margin = wanted + SIDE_MARGIN / voxelSize;
        final Point low = new Point(Math.max(0, margin - point.x()), Math.max(0, margin - point.y()), 0);
        final Point high = new Point(Math.max(0, margin - end.x() + point.x()),
            Math.max(0, margin - end.y() + point.y()), 0);
        final double beyond = Math.max(Math.max(low.x(), low.y()), Math.max(high.x(), high.y()));
        return new Room(Math.min(distance, wanted - beyond), unit(outward.plus(low).minus(high)));
    }

    private static Point unit(final Point vector) {
        final double length = vector.norm();
        return length == 0 ? Point.ORIGIN : vector.times(1 / length);
    }
}
