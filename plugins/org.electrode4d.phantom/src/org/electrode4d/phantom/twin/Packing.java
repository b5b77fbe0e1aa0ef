// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.electrode4d.phantom.CounterRandom;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/**
 * Balls in a layer, the largest first, each wherever it hardly overlaps those before it (random sequential addition):
 * the rooms of the particles.
 */
final class Packing {

    /** µm: what a milled powder of 3 to 7 µm holds that a voxel of 0.1 µm resolves. */
    static final double LARGEST_RADIUS = 4;

    private static final double SMALLEST_RADIUS = 1.3;
    /** Of the balls, of the layer: about two thirds of it become silicon. */
    private static final double FILLED = 0.56;
    /** How near centres may come, as a part of the sum of the radii: so that neighbours are flattened. */
    private static final double NEARNESS = 0.9;
    /** How near a centre may come to a face of the layer, as a part of the radius. */
    private static final double FACE_NEARNESS = 0.65;
    private static final int ATTEMPTS = 3000;
    /** How far beyond the view particles are placed, so that it cuts some of them. */
    private static final double MARGIN = LARGEST_RADIUS + 2;
    private static final double BUCKET = 2 * LARGEST_RADIUS;

    /** A ball, µm. */
    record Ball(Point centre, double radius) {

        /** Distance of the centre, along the line to another ball's, from the plane of equal power. */
        double share(final Ball other) {
            final double distance = centre.distance(other.centre);
            return (distance * distance + radius * radius - other.radius * other.radius) / (2 * distance);
        }
    }

    private final Layers layers;
    private final Swelling first;
    private final CounterRandom random;
    private final int across;
    private final List<List<Ball>> buckets = new ArrayList<>();
    private final List<Ball> balls = new ArrayList<>();
    private long number;

    /** @param first the motion to the first state, which knows the thickness */
    Packing(final Layers layers, final Swelling first, final CounterRandom random, final Progress progress) {
        this.layers = layers;
        this.first = first;
        this.random = random;
        across = 3 + (int)((layers.extent().x() + 2 * MARGIN) / BUCKET);
        final int along = 3 + (int)((layers.extent().y() + 2 * MARGIN) / BUCKET);
        for (int i = 0; i < across * along; i++) {
            buckets.add(new ArrayList<>());
        }
        for (final double radius : radii()) {
            progress.check();
            place(radius);
        }
    }

    /** In the order of their placing. */
    List<Ball> balls() {
        return balls;
    }

    private List<Double> radii() {
        final double wanted = FILLED * (layers.extent().x() + 2 * MARGIN) * (layers.extent().y() + 2 * MARGIN)
            * first.before(layers.middle().x(), layers.middle().y());
        final List<Double> radii = new ArrayList<>();
        double sum = 0;
        while (sum < wanted) {
            final double radius = random.between(SMALLEST_RADIUS, LARGEST_RADIUS, number++);
            radii.add(radius);
            sum += 4 * Math.PI / 3 * radius * radius * radius;
        }
        radii.sort(Collections.reverseOrder());
        return radii;
    }

    private void place(final double radius) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            final double x = random.between(-MARGIN, layers.extent().x() + MARGIN, number++);
            final double y = random.between(-MARGIN, layers.extent().y() + MARGIN, number++);
            final double low = layers.face() + FACE_NEARNESS * radius;
            final double high = layers.face() + first.before(x, y) - FACE_NEARNESS * radius;
            final Ball ball = new Ball(new Point(x, y, random.between(low, high, number++)), radius);
            if (isFree(ball)) {
                balls.add(ball);
                bucket(ball, 0, 0).add(ball);
                return;
            }
        }
    }

    private boolean isFree(final Ball ball) {
        for (int j = -1; j <= 1; j++) {
            for (int i = -1; i <= 1; i++) {
                for (final Ball other : bucket(ball, i, j)) {
                    if (ball.centre().distance(other.centre()) < NEARNESS * (ball.radius() + other.radius())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private List<Ball> bucket(final Ball ball, final int right, final int up) {
        final int i = 1 + (int)((ball.centre().x() + MARGIN) / BUCKET) + right;
        final int j = 1 + (int)((ball.centre().y() + MARGIN) / BUCKET) + up;
        return buckets.get(j * across + i);
    }

    /** The balls that may touch a ball, itself not among them, the same way round every time. */
    List<Ball> neighbours(final Ball ball, final double gap) {
        final List<Ball> near = new ArrayList<>();
        for (int j = -1; j <= 1; j++) {
            for (int i = -1; i <= 1; i++) {
                for (final Ball other : bucket(ball, i, j)) {
                    if (other != ball
                        && ball.centre().distance(other.centre()) < ball.radius() + other.radius() + gap) {
                        near.add(other);
                    }
                }
            }
        }
        return near;
    }
}
