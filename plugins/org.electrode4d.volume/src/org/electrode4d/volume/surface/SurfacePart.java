// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import java.util.Arrays;
import java.util.List;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VolumeException;

/**
 * Vertices and triangles of a slab, which grow. Triangles may name vertices beyond the own ones: these are the first
 * ones of the next slab.
 */
final class SurfacePart {

    private static final int FIRST_CAPACITY = 1 << 12;

    private float[] vertices = new float[3 * FIRST_CAPACITY];
    private int[] triangles = new int[3 * FIRST_CAPACITY];
    private int vertexEnd;
    private int triangleEnd;

    int vertexCount() {
        return vertexEnd / 3;
    }

    int triangleCount() {
        return triangleEnd / 3;
    }

    void addVertex(final double x, final double y, final double z) {
        if (vertexEnd == vertices.length) {
            vertices = Arrays.copyOf(vertices, grown(vertexEnd));
        }
        vertices[vertexEnd++] = (float)x;
        vertices[vertexEnd++] = (float)y;
        vertices[vertexEnd++] = (float)z;
    }

    void addTriangle(final int a, final int b, final int c) {
        if (triangleEnd == triangles.length) {
            triangles = Arrays.copyOf(triangles, grown(triangleEnd));
        }
        triangles[triangleEnd++] = a;
        triangles[triangleEnd++] = b;
        triangles[triangleEnd++] = c;
    }

    private static int grown(final int length) {
        return Math.multiplyExact(length / 3 + (length / 3 >> 1), 3);
    }

    static TriangleSurface join(final List<SurfacePart> parts, final Point origin) {
        long allVertices = 0;
        long allTriangles = 0;
        for (final SurfacePart part : parts) {
            allVertices += part.vertexEnd;
            allTriangles += part.triangleEnd;
        }
        if (Math.max(allVertices, allTriangles) > Integer.MAX_VALUE - 8) {
            throw new VolumeException("A surface of " + allTriangles / 3 + " triangles is too large: at most "
                + (Integer.MAX_VALUE - 8) / 3 + " are possible. Crop the volume or reduce its resolution.");
        }
        final float[] vertices = new float[(int)allVertices];
        final int[] triangles = new int[(int)allTriangles];
        int vertexStart = 0;
        int triangleStart = 0;
        for (final SurfacePart part : parts) {
            System.arraycopy(part.vertices, 0, vertices, vertexStart, part.vertexEnd);
            for (int i = 0; i < part.triangleEnd; i++) {
                triangles[triangleStart + i] = part.triangles[i] + vertexStart / 3;
            }
            vertexStart += part.vertexEnd;
            triangleStart += part.triangleEnd;
        }
        return new TriangleSurface(origin, vertices, triangles);
    }
}
