// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.surface.TriangleSurface;

/** How far the vertices of one surface are from the triangles of another. */
public final class SurfaceDistances {

    /** Vertices of a task: some milliseconds. Each task begins its search anew, so that results are always the same. */
    private static final int TASK = 4096;

    private SurfaceDistances() {
    }

    /**
     * The distance in µm of each vertex of a surface to the nearest point on the triangles of another one, which may
     * lie inside a triangle, on an edge or at a corner. Exact but for the rounding to float. 16 bytes per triangle of
     * the other surface, and the time of some dozen triangles per vertex, if vertices follow their neighbours.
     *
     * @param other of at least one triangle
     */
    public static float[] of(final TriangleSurface surface, final TriangleSurface other, final Progress progress) {
        final TriangleTree tree = TriangleTree.of(other, progress);
        final Point shift = surface.origin().minus(other.origin());
        final float[] vertices = surface.vertices();
        final float[] distances = new float[surface.vertexCount()];
        Blocks.map((distances.length + TASK - 1) / TASK, progress, "Distances between surfaces", task -> {
            final NearestTriangle nearest = new NearestTriangle(tree);
            for (int vertex = TASK * task; vertex < Math.min(TASK * (task + 1), distances.length); vertex++) {
                distances[vertex] = (float)nearest.distance(vertices[3 * vertex] + shift.x(),
                    vertices[3 * vertex + 1] + shift.y(), vertices[3 * vertex + 2] + shift.z());
            }
            return task;
        });
        return distances;
    }
}
