// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.electrode4d.volume.io.PendingOutput;
import org.electrode4d.volume.io.VtkXml;

/**
 * A mesh as a VTK unstructured grid (.vtu) for ParaView: XML head, arrays appended raw in little-endian order.
 * Coordinates are float64 in µm, with z = 0 in the plane; the phase of each element is its cell array "phase".
 */
public final class MeshVtk {

    private static final int TRIANGLE = 5;
    private static final int TETRAHEDRON = 10;
    private static final int BUFFER = 1 << 16;

    private final SimplexMesh mesh;
    private final Map<String, float[]> vertexData = new LinkedHashMap<>();
    private final Map<String, float[]> cellData = new LinkedHashMap<>();

    /** One array of the file. */
    private record Part(String type, String name, int components, long bytes, Values values) {
    }

    @FunctionalInterface
    private interface Values {
        void write(Numbers out) throws IOException;
    }

    public MeshVtk(final SimplexMesh mesh) {
        this.mesh = mesh;
    }

    /**
     * @param name with its unit, such as "concentration [mol/l]"
     * @param values one per vertex; NaN stays NaN
     */
    public MeshVtk withVertexData(final String name, final float[] values) {
        vertexData.put(name, requireCount(name, values, mesh.vertexCount(), "vertices"));
        return this;
    }

    /** @param values one per element */
    public MeshVtk withCellData(final String name, final float[] values) {
        cellData.put(name, requireCount(name, values, mesh.cellCount(), "elements"));
        return this;
    }

    /**
     * Writes the file; missing parent folders are made.
     *
     * @throws org.electrode4d.volume.io.VolumeWriteException with the path and what to do
     */
    public void write(final Path target) throws IOException {
        PendingOutput.write(target, true, temporary -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER)) {
                write(out);
            }
        });
    }

    private void write(final OutputStream out) throws IOException {
        final List<Part> points = data(vertexData);
        final List<Part> cells = data(cellData);
        cells.add(0, new Part("Int32", "phase", 1, 4L * mesh.cellCount(), numbers -> {
            for (final int phase : mesh.phases()) {
                numbers.put(phase);
            }
        }));
        final List<Part> all = new ArrayList<>(points);
        all.addAll(cells);
        all.add(coordinates());
        all.addAll(topology());
        out.write(head(all, points.size(), cells.size()).getBytes(StandardCharsets.UTF_8));
        final Numbers numbers = new Numbers(out);
        for (final Part part : all) {
            numbers.put(part.bytes);
            part.values.write(numbers);
        }
        numbers.flush();
        out.write(VtkXml.END.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Part> data(final Map<String, float[]> arrays) {
        final List<Part> parts = new ArrayList<>();
        arrays.forEach((name, values) -> parts.add(new Part("Float32", name, 1, 4L * values.length, numbers -> {
            for (final float value : values) {
                numbers.put(Float.floatToRawIntBits(value));
            }
        })));
        return parts;
    }

    private Part coordinates() {
        return new Part("Float64", "points", 3, 24L * mesh.vertexCount(), numbers -> {
            for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
                for (int axis = 0; axis < 3; axis++) {
                    final double value = axis < mesh.dimension() ? mesh.coordinate(vertex, axis) : 0;
                    numbers.put(Double.doubleToRawLongBits(value));
                }
            }
        });
    }

    private List<Part> topology() {
        final int corners = mesh.dimension() + 1;
        final Part connectivity = new Part("Int32", "connectivity", 1, 4L * mesh.cells().length, numbers -> {
            for (final int vertex : mesh.cells()) {
                numbers.put(vertex);
            }
        });
        final Part offsets = new Part("Int64", "offsets", 1, 8L * mesh.cellCount(), numbers -> {
            for (int cell = 1; cell <= mesh.cellCount(); cell++) {
                numbers.put((long)cell * corners);
            }
        });
        final int type = mesh.dimension() == 2 ? TRIANGLE : TETRAHEDRON;
        final Part types = new Part("Int32", "types", 1, 4L * mesh.cellCount(), numbers -> {
            for (int cell = 0; cell < mesh.cellCount(); cell++) {
                numbers.put(type);
            }
        });
        return List.of(connectivity, offsets, types);
    }

    private String head(final List<Part> parts, final int ofPoints, final int ofCells) {
        final StringBuilder xml = new StringBuilder(VtkXml.head("UnstructuredGrid") + "  <UnstructuredGrid>\n");
        xml.append("    <Piece NumberOfPoints=\"").append(mesh.vertexCount()).append("\" NumberOfCells=\"")
            .append(mesh.cellCount()).append("\">\n");
        final String[] sections = {"PointData", "CellData", "Points", "Cells"};
        final int[] ends = {ofPoints, ofPoints + ofCells, ofPoints + ofCells + 1, parts.size()};
        long offset = 0;
        int at = 0;
        for (int section = 0; section < sections.length; section++) {
            xml.append("      <").append(sections[section]).append(">\n");
            for (; at < ends[section]; at++) {
                final Part part = parts.get(at);
                xml.append(VtkXml.array(part.type, part.name, part.components, offset));
                offset += Long.BYTES + part.bytes;
            }
            xml.append("      </").append(sections[section]).append(">\n");
        }
        return xml.append("    </Piece>\n  </UnstructuredGrid>\n").append(VtkXml.APPENDED).toString();
    }

    private static float[] requireCount(final String name, final float[] values, final int count,
        final String what) {
        if (values.length != count) {
            throw new IllegalArgumentException(name + " has " + values.length + " values, but the mesh has " + count
                + " " + what + ".");
        }
        return values;
    }

    /** Little-endian numbers. */
    private static final class Numbers {

        private final OutputStream out;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

        Numbers(final OutputStream out) {
            this.out = out;
        }

        void put(final int value) throws IOException {
            reserve(Integer.BYTES);
            buffer.putInt(value);
        }

        void put(final long value) throws IOException {
            reserve(Long.BYTES);
            buffer.putLong(value);
        }

        void flush() throws IOException {
            out.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }

        private void reserve(final int bytes) throws IOException {
            if (buffer.remaining() < bytes) {
                flush();
            }
        }
    }
}
