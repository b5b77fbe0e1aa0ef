// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

/**
 * The distance of a point from a triangle: finds out whether a corner, an edge or the inside is nearest, without any
 * square root (C. Ericson, Real-Time Collision Detection, Morgan Kaufmann 2005, section 5.1.5). Edges without length
 * are passed over, so that it is right also for triangles that have shrunk to a line or a point.
 */
final class TriangleDistance {

    private final float[] vertices;
    private double ux;
    private double uy;
    private double uz;
    private double vx;
    private double vy;
    private double vz;

    /** @param vertices x, y, z of one after the other */
    TriangleDistance(final float[] vertices) {
        this.vertices = vertices;
    }

    /**
     * The square of the distance from a point to the nearest point of a triangle.
     *
     * @param a where the coordinates of the first corner begin, and so on
     */
    double squared(final int a, final int b, final int c, final double x, final double y, final double z) {
        ux = (double)vertices[b] - vertices[a];
        uy = (double)vertices[b + 1] - vertices[a + 1];
        uz = (double)vertices[b + 2] - vertices[a + 2];
        vx = (double)vertices[c] - vertices[a];
        vy = (double)vertices[c + 1] - vertices[a + 1];
        vz = (double)vertices[c + 2] - vertices[a + 2];
        final double px = x - vertices[a];
        final double py = y - vertices[a + 1];
        final double pz = z - vertices[a + 2];
        final double d1 = ux * px + uy * py + uz * pz;
        final double d2 = vx * px + vy * py + vz * pz;
        if (d1 <= 0 && d2 <= 0) {
            return px * px + py * py + pz * pz;
        }
        final double d3 = d1 - (ux * ux + uy * uy + uz * uz);
        final double across = ux * vx + uy * vy + uz * vz;
        final double d4 = d2 - across;
        if (d3 >= 0 && d4 <= d3) {
            return squared(px, py, pz, 1, 0);
        }
        final double edgeC = d1 * d4 - d3 * d2;
        if (edgeC <= 0 && d1 >= 0 && d3 <= 0 && d1 > d3) {
            return squared(px, py, pz, d1 / (d1 - d3), 0);
        }
        final double d5 = d1 - across;
        final double d6 = d2 - (vx * vx + vy * vy + vz * vz);
        if (d6 >= 0 && d5 <= d6) {
            return squared(px, py, pz, 0, 1);
        }
        final double edgeB = d5 * d2 - d1 * d6;
        if (edgeB <= 0 && d2 >= 0 && d6 <= 0 && d2 > d6) {
            return squared(px, py, pz, 0, d2 / (d2 - d6));
        }
        final double edgeA = d3 * d6 - d5 * d4;
        final double alongA = d4 - d3;
        final double oppositeA = d5 - d6;
        if (edgeA <= 0 && alongA >= 0 && oppositeA >= 0 && alongA + oppositeA > 0) {
            final double part = alongA / (alongA + oppositeA);
            return squared(px, py, pz, 1 - part, part);
        }
        final double all = edgeA + edgeB + edgeC;
        return squared(px, py, pz, edgeB / all, edgeC / all);
    }

    /** To the point that is so much of both edges away from the first corner. */
    private double squared(final double px, final double py, final double pz, final double first,
        final double second) {
        final double dx = px - first * ux - second * vx;
        final double dy = py - first * uy - second * vy;
        final double dz = pz - first * uz - second * vz;
        return dx * dx + dy * dy + dz * dz;
    }
}
