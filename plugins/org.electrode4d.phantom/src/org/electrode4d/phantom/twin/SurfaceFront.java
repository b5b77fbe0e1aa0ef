// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.phantom.CounterRandom;
import org.electrode4d.volume.Point;

/** Lithium from the surface inwards, and from the walls of a crack: the order is the distance from either, µm. */
final class SurfaceFront implements Front {

    private static final double WAVE = 0.15;
    private static final double WAVE_NUMBER = 1.3;

    private final ConvexBody body;
    private final boolean cracked;
    private final Point normal;
    private final Point along;
    private final double offset;
    private final double phase;
    private final double halfWidth;

    private SurfaceFront(final ConvexBody body, final double crack, final CounterRandom random) {
        this.body = body;
        cracked = crack > 0;
        halfWidth = crack / 2;
        normal = ConvexBody.direction(random, 0);
        final Point other = ConvexBody.direction(random, 2);
        final Point flat = other.minus(normal.times(normal.dot(other)));
        along = flat.times(WAVE_NUMBER / flat.norm());
        offset = body.radius() * random.between(-0.15, 0.15, 4);
        phase = random.between(0, 2 * Math.PI, 5);
    }

    /** A shell that grows. */
    static Front shell(final ConvexBody body) {
        return new SurfaceFront(body, 0, new CounterRandom(0));
    }

    /**
     * A shell that grows, about a crack through the middle, too.
     *
     * @param width of the crack, µm
     */
    static Front cracked(final ConvexBody body, final double width, final CounterRandom random) {
        return new SurfaceFront(body, width, random);
    }

    @Override
    public void order(final Line line, final Part part, final float most, final float[] order) {
        for (int i = 0; i < part.count(); i++) {
            final double number = part.first() + i;
            final double dx = line.x() + number * line.stepX();
            final double dy = line.y() + number * line.stepY();
            final double dz = line.z() + number * line.stepZ();
            final double depth = Math.max(0, body.depth(dx, dy, dz));
            order[i] = (float)(cracked ? Math.min(depth, fromCrack(dx, dy, dz)) : depth);
        }
    }

    private double fromCrack(final double dx, final double dy, final double dz) {
        final double wave = WAVE * Math.sin(along.x() * dx + along.y() * dy + along.z() * dz + phase);
        return Math.abs(normal.x() * dx + normal.y() * dy + normal.z() * dz - offset + wave) - halfWidth;
    }
}
