// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import java.util.HashMap;
import java.util.Map;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Bodies of known area, and what is counted on surfaces. */
final class SurfaceBodies {

    /** Whether a voxel centre is inside, or how far. */
    @FunctionalInterface
    interface Body {
        double value(double x, double y, double z);
    }

    private SurfaceBodies() {
    }

    /** 1 where the body has a positive value, with the middle of the cube at the origin of x, y, z. */
    static Volume mask(final int edge, final Body body) {
        final byte[] mask = new byte[edge * edge * edge];
        final double middle = (edge - 1) / 2.0;
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte)(body.value(i % edge - middle, i / edge % edge - middle, i / (edge * edge) - middle) >= 0
                ? 1 : 0);
        }
        return Volume.of("mask", ArrayImgs.unsignedBytes(mask, edge, edge, edge), VoxelSize.isotropic(1));
    }

    static Volume field(final int edge, final VoxelSize size, final Body body) {
        final float[] field = new float[edge * edge * edge];
        final double middle = (edge - 1) / 2.0;
        for (int i = 0; i < field.length; i++) {
            field[i] = (float)body.value((i % edge - middle) * size.x(), (i / edge % edge - middle) * size.y(),
                (i / (edge * edge) - middle) * size.z());
        }
        return Volume.of("field", ArrayImgs.floats(field, edge, edge, edge), size);
    }

    static Body ball(final double radius) {
        return (x, y, z) -> radius - Math.sqrt(x * x + y * y + z * z);
    }

    static Body torus(final double ring, final double tube) {
        return (x, y, z) -> tube - Math.hypot(Math.hypot(x, y) - ring, z);
    }

    /** The directed edges of one triangle alone (1), and those of several triangles in the same direction (-1). */
    static Map<Long, Integer> openEdges(final TriangleSurface surface) {
        final Map<Long, Integer> edges = new HashMap<>();
        for (int t = 0; t < surface.triangleCount(); t++) {
            for (int corner = 0; corner < 3; corner++) {
                final long from = surface.vertex(t, corner);
                final long to = surface.vertex(t, (corner + 1) % 3);
                edges.merge(from << 32 | to, 1, Integer::sum);
            }
        }
        final Map<Long, Integer> open = new HashMap<>();
        edges.forEach((edge, count) -> {
            final long opposite = edge << 32 | edge >>> 32;
            if (count > 1 || !edges.containsKey(opposite)) {
                open.put(edge, count > 1 ? -1 : 1);
            }
        });
        return open;
    }

    /** Vertices minus edges plus triangles of a closed surface: 2 for each ball, 0 for each torus. */
    static int euler(final TriangleSurface surface) {
        return surface.vertexCount() - surface.triangleCount() / 2;
    }

    /** The volume that a closed surface encloses, positive if triangles are counter-clockwise from outside. */
    static double enclosed(final TriangleSurface surface) {
        double sum = 0;
        final float[] v = surface.vertices();
        for (int t = 0; t < surface.triangleCount(); t++) {
            final int a = 3 * surface.vertex(t, 0);
            final int b = 3 * surface.vertex(t, 1);
            final int c = 3 * surface.vertex(t, 2);
            sum += v[a] * ((double)v[b + 1] * v[c + 2] - (double)v[b + 2] * v[c + 1])
                + v[a + 1] * ((double)v[b + 2] * v[c] - (double)v[b] * v[c + 2])
                + v[a + 2] * ((double)v[b] * v[c + 1] - (double)v[b + 1] * v[c]);
        }
        return sum / 6;
    }
}
