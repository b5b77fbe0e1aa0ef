// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import org.electrode4d.volume.surface.TriangleSurface;

/** The distances of the vertices of a surface, each with the area around it. Vertices of no triangle do not count. */
final class VertexSamples implements DistanceSamples {

    private final double[] areas;
    private final float[] distances;

    VertexSamples(final TriangleSurface surface, final float[] distances) {
        areas = surface.vertexAreas();
        this.distances = distances;
    }

    @Override
    public int parts() {
        return 1;
    }

    @Override
    public void read(final int part, final Visitor visitor) {
        for (int vertex = 0; vertex < areas.length; vertex++) {
            if (areas[vertex] > 0) {
                visitor.accept(distances[vertex], areas[vertex]);
            }
        }
    }
}
