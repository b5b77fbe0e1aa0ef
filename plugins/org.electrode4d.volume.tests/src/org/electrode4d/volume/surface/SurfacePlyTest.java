// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.picture.ValueRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurfacePlyTest {

    private static final TriangleSurface TWO = new TriangleSurface(new Point(10, 0, 0),
        new float[] {0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0.5f}, new int[] {0, 1, 2, 0, 2, 3});

    @TempDir
    private Path folder;

    @Test
    void positionsDistancesAndColoursAreInTheFile() throws IOException {
        final Path file = folder.resolve("pore.ply");
        SurfacePly.write(TWO, new float[] {0, 1, 2, Float.NaN}, new ValueRange(0, 2), file);
        final byte[] bytes = Files.readAllBytes(file);
        final String text = new String(bytes, StandardCharsets.ISO_8859_1);
        final int start = text.indexOf("end_header\n") + "end_header\n".length();
        assertEquals("""
            ply
            format binary_little_endian 1.0
            comment Electrode4D, positions in micrometres
            element vertex 4
            property float x
            property float y
            property float z
            property float quality
            property uchar red
            property uchar green
            property uchar blue
            element face 2
            property list uchar int vertex_indices
            end_header
            """, text.substring(0, start));
        assertEquals(start + 4 * 19 + 2 * 13, bytes.length);
        final ByteBuffer body = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(start);
        assertArrayEquals(new float[] {10, 0, 0, 0}, floats(body, 4));
        assertArrayEquals(new int[] {0x44, 0x01, 0x54}, colour(body));
        assertArrayEquals(new float[] {11, 0, 0, 1}, floats(body, 4));
        body.position(start + 3 * 19 + 12);
        assertEquals(Float.NaN, body.getFloat());
        assertArrayEquals(new int[] {0xd0, 0xd0, 0xd0}, colour(body));
        body.position(start + 4 * 19 + 13);
        assertEquals(3, body.get());
        assertEquals(0, body.getInt());
        assertEquals(2, body.getInt());
        assertEquals(3, body.getInt());
    }

    @Test
    void aSurfaceWithoutValuesHasPositionsOnly() throws IOException {
        final Path file = folder.resolve("bare.ply");
        final int many = 20_000;
        SurfacePly.write(new TriangleSurface(Point.ORIGIN, new float[3 * many], new int[3 * many]), file);
        final String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertEquals(text.indexOf("end_header\n") + 11 + many * (12 + 13), text.length());
    }

    @Test
    void everyVertexNeedsAValue() {
        assertThrows(IllegalArgumentException.class,
            () -> SurfacePly.write(TWO, new float[3], new ValueRange(0, 1), folder.resolve("x.ply")));
    }

    private static float[] floats(final ByteBuffer buffer, final int count) {
        final float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = buffer.getFloat();
        }
        return values;
    }

    private static int[] colour(final ByteBuffer buffer) {
        return new int[] {buffer.get() & 0xff, buffer.get() & 0xff, buffer.get() & 0xff};
    }
}
