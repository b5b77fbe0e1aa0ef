// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.io.PendingOutput;
import org.electrode4d.volume.picture.ColourMap;
import org.electrode4d.volume.picture.ValueRange;

/**
 * Surfaces as Stanford PLY files (binary, little-endian), which MeshLab, ParaView and Blender read. Positions are in
 * µm, as floats. A number per vertex is written twice: as {@code quality}, which MeshLab takes for the values of
 * vertices, and as a colour, which all show.
 */
public final class SurfacePly {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 32;

    private final TriangleSurface surface;
    private final float[] values;
    private final ValueRange range;

    private SurfacePly(final TriangleSurface surface, final float[] values, final ValueRange range) {
        this.surface = surface;
        this.values = values;
        this.range = range;
    }

    /** Writes the triangles alone. */
    public static void write(final TriangleSurface surface, final Path target) throws IOException {
        new SurfacePly(surface, null, null).write(target);
    }

    /**
     * Writes triangles with a number per vertex.
     *
     * @param values as many as vertices; NaN is grey
     * @param range that the colours stand for
     * @throws IllegalArgumentException for another number of values
     */
    public static void write(final TriangleSurface surface, final float[] values, final ValueRange range,
        final Path target) throws IOException {
        if (values.length != surface.vertexCount()) {
            throw new IllegalArgumentException("A surface of " + surface.vertexCount() + " vertices needs as many "
                + "values, not " + values.length + ".");
        }
        new SurfacePly(surface, values, range).write(target);
    }

    private void write(final Path target) throws IOException {
        PendingOutput.write(target, true, temporary -> {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                out.write(head().getBytes(StandardCharsets.US_ASCII));
                final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
                for (int vertex = 0; vertex < surface.vertexCount(); vertex++) {
                    putVertex(vertex, buffer);
                    flush(buffer, LONGEST, out);
                }
                for (int triangle = 0; triangle < surface.triangleCount(); triangle++) {
                    buffer.put((byte)3).putInt(surface.vertex(triangle, 0)).putInt(surface.vertex(triangle, 1))
                        .putInt(surface.vertex(triangle, 2));
                    flush(buffer, LONGEST, out);
                }
                flush(buffer, BUFFER, out);
            }
        });
    }

    private String head() {
        return "ply\nformat binary_little_endian 1.0\ncomment Electrode4D, positions in micrometres\nelement vertex "
            + surface.vertexCount() + "\nproperty float x\nproperty float y\nproperty float z\n"
            + (values == null ? "" : "property float quality\nproperty uchar red\nproperty uchar green\n"
                + "property uchar blue\n")
            + "element face " + surface.triangleCount() + "\nproperty list uchar int vertex_indices\nend_header\n";
    }

    private void putVertex(final int vertex, final ByteBuffer buffer) {
        final Point at = surface.point(vertex);
        buffer.putFloat((float)at.x()).putFloat((float)at.y()).putFloat((float)at.z());
        if (values != null) {
            final int rgb = ColourMap.VIRIDIS.rgb((values[vertex] - range.min()) / (range.max() - range.min()));
            buffer.putFloat(values[vertex]).put((byte)(rgb >> 16)).put((byte)(rgb >> 8)).put((byte)rgb);
        }
    }

    /** Writes what is in the buffer unless there is room for more. */
    private static void flush(final ByteBuffer buffer, final int room, final OutputStream out) throws IOException {
        if (buffer.remaining() < room || room == BUFFER) {
            out.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
    }
}
