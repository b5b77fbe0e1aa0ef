// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.Arrays;
import org.electrode4d.phantom.CounterRandom;
import org.electrode4d.phantom.Matrix3;
import org.electrode4d.volume.Point;

/**
 * Lithium along bands in {@code <110>} directions of the crystal (Häusler et al. 2026, Fig. 5): three that come in from
 * the surface and cross the core, later ones that branch off these. The order of a place is that of the band that gets
 * there first: when the band begins, plus the way along it, plus what it takes to widen so far.
 */
final class NetworkFront implements Front {

    private static final int TRUNKS = 3;
    private static final int BRANCHES = 12;
    /** Order: from one side of the particle to the other. */
    private static final double CROSSING = 0.2;
    /** A band is so wide when it comes into being, µm: seen at a resolution of 0.3 µm. */
    private static final double LEAST_RADIUS = 0.3;
    /** Of the radius of the particle, by which bands widen while the order grows by 1. */
    private static final double WIDENING = 0.1;
    private static final double WIDEST = 2.2;
    private static final int NUMBERS = 12;
    private static final double[][] DIRECTIONS = {
        {1, 1, 0}, {1, -1, 0}, {1, 0, 1}, {1, 0, -1}, {0, 1, 1}, {0, 1, -1}};

    private final CounterRandom random;
    private final double radius;
    private final double leastRadius;
    private final double[] bands = new double[(TRUNKS + BRANCHES) * NUMBERS];
    private final double[] begins = new double[TRUNKS + BRANCHES];
    private final Point[] middles = new Point[TRUNKS];
    private final Point[] ways = new Point[TRUNKS];

    /**
     * @param radius of the particle, µm
     * @param resolution of the scan, µm: bands are seen
     */
    NetworkFront(final double radius, final double resolution, final CounterRandom random) {
        this.random = random;
        this.radius = radius;
        leastRadius = Math.max(LEAST_RADIUS, resolution / 2);
        final Matrix3 crystal = Matrix3.rotation(ConvexBody.direction(random, 0).times(random.between(0, Math.PI, 2)));
        final int firstWay = (int)random.between(0, 6, 3);
        for (int trunk = 0; trunk < TRUNKS; trunk++) {
            // every other direction of the list: none is opposite, and together they reach through the whole particle
            ways[trunk] = way(crystal, firstWay + 2 * trunk, random.uniform(4 + trunk) < 0.5);
            middles[trunk] = ConvexBody.direction(random, 10 + 3 * trunk)
                .times(radius * random.between(0, 0.3, 12 + 3 * trunk));
            begins[trunk] = (trunk + random.between(0, 0.5, 20 + trunk)) * 0.07;
            put(trunk, middles[trunk].minus(ways[trunk].times(radius)), ways[trunk]);
        }
        for (int branch = 0; branch < BRANCHES; branch++) {
            final int trunk = branch % TRUNKS;
            final long number = 40 + 10L * branch;
            final double place = radius * random.between(-0.6, 0.6, number);
            begins[TRUNKS + branch] = 0.2 + 0.8 * (branch + random.between(0, 1, number + 1)) / BRANCHES;
            put(TRUNKS + branch, middles[trunk].plus(ways[trunk].times(place)),
                way(crystal, firstWay + 2 * trunk + 1 + 2 * (int)random.between(0, 3, number + 2),
                    random.uniform(number + 3) < 0.5));
        }
    }

    private static Point way(final Matrix3 crystal, final int number, final boolean back) {
        final double[] d = DIRECTIONS[number % DIRECTIONS.length];
        return crystal.times(new Point(d[0], d[1], d[2])).times((back ? -1 : 1) / Math.sqrt(2));
    }

    /** Start, direction, the direction across divided by how much wider the band is, and the other direction across. */
    private void put(final int band, final Point start, final Point way) {
        final Point any = ConvexBody.direction(random, 200 + 3L * band);
        final Point flat = any.minus(way.times(way.dot(any)));
        final Point wide = flat.times(1 / flat.norm());
        final Point thin = new Point(way.y() * wide.z() - way.z() * wide.y(), way.z() * wide.x() - way.x() * wide.z(),
            way.x() * wide.y() - way.y() * wide.x());
        final Point across = wide.times(1 / random.between(1, WIDEST, 202 + 3L * band));
        final Point[] points = {start, way, across, thin};
        for (int i = 0; i < points.length; i++) {
            bands[band * NUMBERS + 3 * i] = points[i].x();
            bands[band * NUMBERS + 3 * i + 1] = points[i].y();
            bands[band * NUMBERS + 3 * i + 2] = points[i].z();
        }
    }

    @Override
    public void order(final Line line, final Part part, final float most, final float[] order) {
        Arrays.fill(order, 0, part.count(), Float.MAX_VALUE);
        for (int band = 0; band < begins.length; band++) {
            if (begins[band] < most) {
                visit(band, line, part, most, order);
            }
        }
    }

    private void visit(final int band, final Line line, final Part part, final float most, final float[] order) {
        final int at = band * NUMBERS;
        final double dx = line.x() - bands[at];
        final double dy = line.y() - bands[at + 1];
        final double dz = line.z() - bands[at + 2];
        // along the band and across it: place number 0, and from one place to the next
        final double t = component(at + 3, dx, dy, dz);
        final double stepT = component(at + 3, line.stepX(), line.stepY(), line.stepZ());
        final double u = component(at + 6, dx, dy, dz);
        final double stepU = component(at + 6, line.stepX(), line.stepY(), line.stepZ());
        final double v = component(at + 9, dx, dy, dz);
        final double stepV = component(at + 9, line.stepX(), line.stepY(), line.stepZ());
        final double begin = begins[band];
        // where the line is so near to the axis of the band that an order below most is possible
        final double reach = leastRadius + (most - begin) * WIDENING * radius;
        final double square = stepU * stepU + stepV * stepV;
        final double middle = -(u * stepU + v * stepV) / square;
        final double rest = (reach * reach - u * u - v * v) / square + middle * middle;
        if (rest < 0) {
            return;
        }
        final double half = Math.sqrt(rest);
        final int from = (int)Math.max(0, Math.floor(middle - half) - part.first());
        final int to = (int)Math.min(part.count(), Math.ceil(middle + half) + 1 - part.first());
        final double perWay = CROSSING / (2 * radius);
        final double perWidth = 1 / (WIDENING * radius);
        for (int i = from; i < to; i++) {
            final double x = part.first() + i;
            final double way = t + x * stepT;
            final double before = Math.min(0, way);
            final double wide = u + x * stepU;
            final double thin = v + x * stepV;
            final double distance = Math.sqrt(before * before + wide * wide + thin * thin);
            order[i] = Math.min(order[i], (float)(begin + perWay * Math.max(0, way)
                + perWidth * Math.max(0, distance - leastRadius)));
        }
    }

    private double component(final int at, final double x, final double y, final double z) {
        return bands[at] * x + bands[at + 1] * y + bands[at + 2] * z;
    }
}
