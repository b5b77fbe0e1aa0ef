// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stored field that was damaged or made up is refused with a message, whatever is wrong with it. */
final class HostileZarrTest {

    @TempDir
    private Path folder;
    private Path field;

    @BeforeEach
    void write() throws IOException {
        field = folder.resolve("field.zarr");
        FieldZarr.write(DeformationField.builder(new NodeGrid(Point.ORIGIN, new Point(5, 5, 5), 3, 2, 1),
            VoxelSize.isotropic(0.5)).build(), field);
    }

    private void replace(final String file, final String text, final String by) throws IOException {
        final Path path = field.resolve(file);
        final String content = Files.readString(path).replaceAll("\\s+", " ");
        assertTrue(content.contains(text), content);
        Files.writeString(path, content.replace(text, by));
    }

    private void assertRefused(final String place, final String reason) {
        final String message =
            assertThrows(FieldFormatException.class, () -> FieldZarr.read(field)).getMessage();
        assertTrue(message.contains(place) && message.contains(reason), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"nodes_xyz\" : [ 3, 2, 1 ] | \"nodes_xyz\" : [ 3, 2 ] | should hold three numbers",
        "\"nodes_xyz\" : [ 3, 2, 1 ] | \"nodes_xyz\" : \"many\" | should hold three numbers",
        "\"nodes_xyz\" : [ 3, 2, 1 ] | \"nodes\" : 3 | is missing",
        "\"nodes_xyz\" : [ 3, 2, 1 ] | \"nodes_xyz\" : [ 3, -2, 1 ] | at least one node",
        "\"nodes_xyz\" : [ 3, 2, 1 ] | \"nodes_xyz\" : [ 3.5, 2, 1 ] | not whole",
        "\"nodes_xyz\" : [ 3, 2, 1 ] | \"nodes_xyz\" : [ 2000000, 2000000, 1 ] | more nodes than can be numbered",
        "\"spacing_voxels\" : [ 5.0, | \"spacing_voxels\" : [ 0, | spacing must be greater than zero",
        "\"origin_voxels\" | \"origin\" | 'origin_voxels' should hold three numbers",
        "\"voxel_size_um\" : [ 0.5, | \"voxel_size_um\" : [ -1, | voxel size along x is -1.0",
        "\"version\" : 2 | \"version\" : 3 | Update Electrode4D",
        "DIVERGED | EXPLODED | called 'EXPLODED'",
        "electrode4d.deformation | tracks | not the attributes of a deformation field",
        "\"kind\" | kind\" | not JSON"})
    void attributesThatMakeNoSense(final String text, final String by, final String reason) throws IOException {
        replace(".zattrs", text, by);
        assertRefused(".zattrs", reason);
    }

    @Test
    void arraysOfAnotherShapeOrKind() throws IOException {
        replace(".zattrs", "[ 3, 2, 1 ]", "[ 2, 3, 1 ]");
        assertRefused("f", "shape [1, 3, 2, 9] in one chunk was expected");
        write();
        replace("u/.zarray", "<f8", "<f4");
        assertRefused("u", "float64");
        write();
        replace("u/.zarray", "\"chunks\" : [ 1,", "\"chunks\" : [ \"one\",");
        assertRefused("u", "float64");
        write();
        Files.writeString(field.resolve("result").resolve(".zarray"), "{");
        assertRefused("result", "not JSON");
        write();
        Files.delete(field.resolve("f").resolve(".zarray"));
        assertRefused("f", "copied completely");
    }

    @Test
    void dataThatAreCutOffOrTooLong() throws IOException {
        final Path data = field.resolve("u").resolve("0.0.0.0");
        final byte[] bytes = Files.readAllBytes(data);
        for (final int length : new int[] {0, 143, 145}) {
            Files.write(data, Arrays.copyOf(bytes, length));
            assertRefused("0.0.0.0", "The file has " + length + " bytes, but 144 were expected");
        }
        Files.delete(data);
        assertRefused("0.0.0.0", "copied completely");
    }

    /** 18 billion bytes are promised, none are allocated. */
    @Test
    void nodesThatAreNotThere() throws IOException {
        replace(".zattrs", "[ 3, 2, 1 ]", "[ 2000000000, 1, 1 ]");
        replace("f/.zarray", "[ 1, 2, 3, 9 ]", "[ 1, 1, 2000000000, 9 ]");
        assertRefused("f", "The file has 432 bytes, but 144000000000 were expected");
    }

    @Test
    void statusesThatAreUnknown() throws IOException {
        final Path data = field.resolve("result").resolve("0.0.0.0");
        for (final double status : new double[] {99, -1, Double.NaN}) {
            final ByteBuffer numbers = ByteBuffer.wrap(Files.readAllBytes(data)).order(ByteOrder.LITTLE_ENDIAN);
            numbers.putDouble(8 * 8 * 4, status);
            Files.write(data, numbers.array());
            assertRefused("result", "The status of node 4 is number " + status);
        }
    }

    @Test
    void whatIsUndamagedIsRead() throws IOException {
        assertEquals(6, FieldZarr.read(field).grid().size());
    }
}
