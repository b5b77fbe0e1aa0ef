// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.Arrays;
import org.electrode4d.volume.Point;

/** A particle before the first charge: its shape, and in which order its places take up lithium. */
final class SiliconParticle {

    /** Lines across the box about a particle along either side, and places on each. */
    private static final int LINES = 26;
    private static final double GOLDEN = 0.6180339887498949;

    private final int number;
    private final Point centre;
    private final ConvexBody body;
    private final Reaction reaction;
    private float[] orders;
    private double volume;
    private double cracked;
    private double seen;
    private Point massCentre;

    /** @param centre µm from the corner of the view */
    SiliconParticle(final int number, final Point centre, final ConvexBody body, final Reaction reaction) {
        this.number = number;
        this.centre = centre;
        this.body = body;
        this.reaction = reaction;
    }

    int number() {
        return number;
    }

    Point centre() {
        return centre;
    }

    ConvexBody body() {
        return body;
    }

    Reaction reaction() {
        return reaction;
    }

    /** Measures the particle at some thousand places, within about 0.3 %. */
    void measure(final Point extent) {
        final double step = 2 * body.radius() / LINES;
        final float[] found = new float[LINES * LINES * LINES];
        final float[] order = new float[LINES + 1];
        final double[] range = new double[2];
        int inside = 0;
        int silicon = 0;
        int inView = 0;
        Point sum = Point.ORIGIN;
        for (int number = 0; number < LINES * LINES; number++) {
            final double y = (number % LINES + 0.5) * step - body.radius();
            final double z = (number / LINES + 0.5) * step - body.radius();
            body.clip(y, z, range);
            // lines begin at different places, so that faces across them are met evenly
            final double start = number * GOLDEN % 1 * step;
            final long first = (long)Math.ceil((range[0] - start) / step);
            final int count = (int)Math.max(0, (long)Math.floor((range[1] - start) / step) + 1 - first);
            reaction.front().order(new Front.Line(start, y, z, step, 0, 0), new Front.Part(first, count),
                Float.MAX_VALUE, order);
            inside += count;
            sum = sum.plus(new Point(count * (start + (first + 0.5 * (count - 1)) * step), count * y, count * z));
            for (int i = 0; i < count; i++) {
                if (order[i] >= 0) {
                    found[silicon++] = order[i];
                    inView += isIn(extent, centre.x() + start + (first + i) * step, centre.y() + y) ? 1 : 0;
                }
            }
        }
        orders = Arrays.copyOf(found, silicon);
        Arrays.sort(orders);
        volume = step * step * step * inside;
        cracked = 1 - silicon / (double)inside;
        seen = inView / (double)silicon;
        massCentre = centre.plus(sum.times(1.0 / inside));
    }

    private static boolean isIn(final Point extent, final double x, final double y) {
        return x >= 0 && x < extent.x() && y >= 0 && y < extent.y();
    }

    /** Volume with the crack, µm³. */
    double volume() {
        return volume;
    }

    /** Centre of mass, crack included, µm from the corner of the view. */
    Point massCentre() {
        return massCentre;
    }

    /** Volume of the silicon that the view holds, µm³. */
    double siliconInView() {
        return volume * (1 - cracked) * seen;
    }

    /** Whether the border of the view cuts it. */
    boolean isCut() {
        return seen < 1;
    }

    /** The order up to which a part of the silicon is lithiated, 0 to 1. */
    float level(final double part) {
        return part <= 0 ? 0 : orders[(int)Math.min(orders.length - 1, Math.round(part * orders.length))];
    }
}
