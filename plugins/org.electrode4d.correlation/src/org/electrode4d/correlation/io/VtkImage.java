// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.io.PendingOutput;
import org.electrode4d.volume.io.VtkXml;

/**
 * A VTK image (.vti) with point data: XML head, float32 values appended raw in little-endian order. VTK's axes are
 * x, y, z with x fastest, as here; NaN stays NaN.
 */
final class VtkImage {

    private record Array(String name, int components, float[] values) {
    }

    private final NodeGrid grid;
    private final Point origin;
    private final Point spacing;
    private final List<Array> arrays = new ArrayList<>();

    /** @param volumeOrigin position of the first voxel in µm; the image is in µm as well */
    VtkImage(final NodeGrid grid, final VoxelSize voxelSize, final Point volumeOrigin) {
        this.grid = grid;
        origin = volumeOrigin.plus(grid.origin().times(voxelSize));
        spacing = grid.spacing().times(voxelSize);
    }

    void add(final String name, final int components, final float[] values) {
        arrays.add(new Array(name, components, values));
    }

    void write(final Path target) throws IOException {
        PendingOutput.write(target, true, temporary -> {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                out.write(head().getBytes(StandardCharsets.UTF_8));
                for (final Array array : arrays) {
                    out.write(bytes(array.values));
                }
                out.write(VtkXml.END.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private String head() {
        final String extent = "0 " + (grid.nx() - 1) + " 0 " + (grid.ny() - 1) + " 0 " + (grid.nz() - 1);
        final StringBuilder xml = new StringBuilder(VtkXml.head("ImageData"));
        xml.append("  <ImageData WholeExtent=\"").append(extent).append("\" Origin=\"").append(numbers(origin))
            .append("\" Spacing=\"").append(numbers(spacing)).append("\">\n");
        xml.append("    <Piece Extent=\"").append(extent).append("\">\n      <PointData>\n");
        long offset = 0;
        for (final Array array : arrays) {
            xml.append(VtkXml.array("Float32", array.name, array.components, offset));
            offset += Long.BYTES + (long)Float.BYTES * array.values.length;
        }
        return xml.append("      </PointData>\n    </Piece>\n  </ImageData>\n").append(VtkXml.APPENDED).toString();
    }

    private static String numbers(final Point p) {
        return p.x() + " " + p.y() + " " + p.z();
    }

    private static byte[] bytes(final float[] values) {
        final ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + Float.BYTES * values.length)
            .order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong((long)Float.BYTES * values.length);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }
}
