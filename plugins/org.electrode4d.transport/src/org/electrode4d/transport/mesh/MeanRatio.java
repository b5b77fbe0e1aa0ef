// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/** How far an element is from a regular one. */
final class MeanRatio {

    private MeanRatio() {
    }

    /**
     * The area of a triangle over the sum of its squared edges, 1 for an equilateral one and 0 for one without area; in
     * the plane negative for a wrong orientation.
     */
    static double triangle(final double[] points, final int a, final int b, final int c) {
        final double ux = points[2 * b] - points[2 * a];
        final double uy = points[2 * b + 1] - points[2 * a + 1];
        final double vx = points[2 * c] - points[2 * a];
        final double vy = points[2 * c + 1] - points[2 * a + 1];
        final double squares = ux * ux + uy * uy + vx * vx + vy * vy + (ux - vx) * (ux - vx) + (uy - vy) * (uy - vy);
        return 2 * Math.sqrt(3) * (ux * vy - uy * vx) / squares;
    }

    /** The same for a triangle in space, never negative. */
    static double triangleInSpace(final double[] points, final int a, final int b, final int c) {
        final double ux = points[3 * b] - points[3 * a];
        final double uy = points[3 * b + 1] - points[3 * a + 1];
        final double uz = points[3 * b + 2] - points[3 * a + 2];
        final double vx = points[3 * c] - points[3 * a];
        final double vy = points[3 * c + 1] - points[3 * a + 1];
        final double vz = points[3 * c + 2] - points[3 * a + 2];
        final double uu = ux * ux + uy * uy + uz * uz;
        final double vv = vx * vx + vy * vy + vz * vz;
        final double uv = ux * vx + uy * vy + uz * vz;
        return 2 * Math.sqrt(3) * Math.sqrt(Math.max(0, uu * vv - uv * uv)) / (2 * (uu + vv - uv));
    }

    /**
     * The volume of a tetrahedron to the power 2/3 over the sum of its squared edges, 1 for a regular one; 0 for one
     * without volume or of wrong orientation (Liu and Joe 1994).
     */
    static double tetrahedron(final double[] points, final int[] cells, final int first) {
        final int a = 3 * cells[first];
        double squares = 0;
        final int b = 3 * cells[first + 1];
        final int c = 3 * cells[first + 2];
        final int d = 3 * cells[first + 3];
        squares += square(points, a, b) + square(points, a, c) + square(points, a, d)
            + square(points, b, c) + square(points, b, d) + square(points, c, d);
        final double six = sixfoldVolume(points, a, b, c, d);
        return six <= 0 ? 0 : 12 * Math.cbrt(six * six / 4) / squares;
    }

    private static double square(final double[] points, final int a, final int b) {
        final double x = points[b] - points[a];
        final double y = points[b + 1] - points[a + 1];
        final double z = points[b + 2] - points[a + 2];
        return x * x + y * y + z * z;
    }

    private static double sixfoldVolume(final double[] points, final int a, final int b, final int c, final int d) {
        final double ux = points[b] - points[a];
        final double uy = points[b + 1] - points[a + 1];
        final double uz = points[b + 2] - points[a + 2];
        final double vx = points[c] - points[a];
        final double vy = points[c + 1] - points[a + 1];
        final double vz = points[c + 2] - points[a + 2];
        final double wx = points[d] - points[a];
        final double wy = points[d + 1] - points[a + 1];
        final double wz = points[d + 2] - points[a + 2];
        return ux * (vy * wz - vz * wy) + uy * (vz * wx - vx * wz) + uz * (vx * wy - vy * wx);
    }
}
