// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.surface.TriangleSurface;

class SurfaceDistancesProperties {

    /** Triangles of all sizes, some of them lines or points, in no order. */
    private static TriangleSurface triangles(final Random random, final int count) {
        final float[] vertices = new float[3 * (count + 2)];
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] = random.nextInt(4) == 0 ? random.nextInt(5) : 10 * random.nextFloat();
        }
        final int[] corners = new int[3 * count];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = random.nextInt(count + 2);
        }
        return new TriangleSurface(Point.ORIGIN, vertices, corners);
    }

    @Property(tries = 200)
    void theTreeFindsWhatLookingAtEachTriangleFinds(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 300) final int count) {
        final Random random = new Random(seed);
        final TriangleSurface surface = triangles(random, 20);
        final TriangleSurface other = triangles(random, count);
        final TriangleDistance triangle = new TriangleDistance(other.vertices());
        final float[] distances = SurfaceDistances.of(surface, other, Progress.NONE);
        for (int v = 0; v < distances.length; v++) {
            final Point at = surface.point(v);
            double least = Double.POSITIVE_INFINITY;
            for (int t = 0; t < count; t++) {
                least = Math.min(least, triangle.squared(3 * other.vertex(t, 0), 3 * other.vertex(t, 1),
                    3 * other.vertex(t, 2), at.x(), at.y(), at.z()));
            }
            assertEquals((float)Math.sqrt(least), distances[v], 1e-6f);
        }
    }

    /** No point of the triangle is nearer, and one of a fine grid is hardly farther. */
    @Property(tries = 300)
    void noPointOfATriangleIsNearer(@ForAll final long seed) {
        final Random random = new Random(seed);
        final TriangleSurface one = triangles(random, 1);
        final Point at = new Point(12 * random.nextDouble(), 12 * random.nextDouble(), 12 * random.nextDouble());
        final double distance = Math.sqrt(new TriangleDistance(one.vertices()).squared(3 * one.vertex(0, 0),
            3 * one.vertex(0, 1), 3 * one.vertex(0, 2), at.x(), at.y(), at.z()));
        double nearest = Double.POSITIVE_INFINITY;
        final int steps = 60;
        for (int i = 0; i <= steps; i++) {
            for (int j = 0; i + j <= steps; j++) {
                final Point p = one.point(one.vertex(0, 0)).times(1 - (i + j) / (double)steps)
                    .plus(one.point(one.vertex(0, 1)).times(i / (double)steps))
                    .plus(one.point(one.vertex(0, 2)).times(j / (double)steps));
                nearest = Math.min(nearest, p.distance(at));
            }
        }
        assertTrue(distance <= nearest + 1e-9, distance + " > " + nearest);
        assertEquals(nearest, distance, 0.3);
    }
}
