// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import org.electrode4d.volume.Point;

/**
 * A surface of triangles that share their vertices. Arrays are the surface's own: they are not copied and must not be
 * changed. 12 bytes per vertex and per triangle, and some two triangles per vertex.
 *
 * @param origin in µm; vertices count from it, so that floats resolve them wherever the volume is
 * @param vertices x, y, z in µm from the origin, for one vertex after the other
 * @param triangles the numbers of the three vertices, for one triangle after the other: counter-clockwise seen from the
 *     side to which the surface is oriented
 */
public record TriangleSurface(Point origin, float[] vertices, int[] triangles) {

    public int vertexCount() {
        return vertices.length / 3;
    }

    public int triangleCount() {
        return triangles.length / 3;
    }

    /** The number of the vertex at a corner, 0 to 2, of a triangle. */
    public int vertex(final int triangle, final int corner) {
        return triangles[3 * triangle + corner];
    }

    /** Where a vertex is, in µm. */
    public Point point(final int vertex) {
        return origin.plus(new Point(vertices[3 * vertex], vertices[3 * vertex + 1], vertices[3 * vertex + 2]));
    }

    /** The area of all triangles in µm². */
    public double area() {
        double sum = 0;
        for (int triangle = 0; triangle < triangleCount(); triangle++) {
            sum += area(triangle);
        }
        return sum;
    }

    /** The area of a triangle in µm²; 0 where vertices coincide. */
    public double area(final int triangle) {
        final int a = 3 * triangles[3 * triangle];
        final int b = 3 * triangles[3 * triangle + 1];
        final int c = 3 * triangles[3 * triangle + 2];
        return area((double)vertices[b] - vertices[a], (double)vertices[b + 1] - vertices[a + 1],
            (double)vertices[b + 2] - vertices[a + 2], (double)vertices[c] - vertices[a],
            (double)vertices[c + 1] - vertices[a + 1], (double)vertices[c + 2] - vertices[a + 2]);
    }

    /** A third of the triangles around each vertex, in µm²: all together are the area of the surface. */
    public double[] vertexAreas() {
        final double[] areas = new double[vertexCount()];
        for (int triangle = 0; triangle < triangleCount(); triangle++) {
            final double third = area(triangle) / 3;
            for (int corner = 0; corner < 3; corner++) {
                areas[vertex(triangle, corner)] += third;
            }
        }
        return areas;
    }

    /** Half the length of the product of two edges of a triangle. */
    static double area(final double x, final double y, final double z, final double u, final double v,
        final double w) {
        final double a = y * w - z * v;
        final double b = z * u - x * w;
        final double c = x * v - y * u;
        return Math.sqrt(a * a + b * b + c * c) / 2;
    }
}
