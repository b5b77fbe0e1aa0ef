// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeshVtkTest {

    private static final SimplexMesh TRIANGLE =
        new SimplexMesh(2, new double[] {0, 0, 2, 0, 0, 1.5}, new int[] {0, 1, 2}, new int[] {7});

    @TempDir
    private Path folder;

    private static ByteBuffer array(final byte[] file, final String name) {
        final String text = new String(file, StandardCharsets.ISO_8859_1);
        final Matcher matcher = Pattern.compile("Name=\"" + Pattern.quote(name) + "\"[^/]*offset=\"(\\d+)\"")
            .matcher(text);
        assertTrue(matcher.find(), name);
        final String start = "encoding=\"raw\">\n   _";
        final int at = text.indexOf(start) + start.length() + Integer.parseInt(matcher.group(1));
        final ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        final long bytes = buffer.getLong(at);
        return buffer.slice(at + 8, (int)bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void aTriangleIsWrittenWithItsPhaseAndItsData() throws IOException {
        final Path file = folder.resolve("mesh.vtu");
        new MeshVtk(TRIANGLE).withVertexData("concentration [mol/l]", new float[] {1, 2, 3})
            .withCellData("quality <1>", new float[] {0.5f}).write(file);
        final byte[] bytes = Files.readAllBytes(file);
        assertTrue(new String(bytes, StandardCharsets.ISO_8859_1)
            .contains("<Piece NumberOfPoints=\"3\" NumberOfCells=\"1\">"));
        assertEquals(3, array(bytes, "concentration [mol/l]").getFloat(8));
        assertEquals(0.5f, array(bytes, "quality &lt;1&gt;").getFloat(0));
        assertEquals(7, array(bytes, "phase").getInt(0));
        assertEquals(1.5, array(bytes, "points").getDouble(7 * 8));
        assertEquals(2, array(bytes, "connectivity").getInt(8));
        assertEquals(3, array(bytes, "offsets").getLong(0));
        assertEquals(5, array(bytes, "types").getInt(0));
    }

    @Test
    void dataOfAnotherSizeAreRefused() {
        assertEquals("c has 2 values, but the mesh has 3 vertices.", assertThrows(IllegalArgumentException.class,
            () -> new MeshVtk(TRIANGLE).withVertexData("c", new float[2])).getMessage());
    }
}
