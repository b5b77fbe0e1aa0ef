// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NumPy files of all versions and orders. */
class NpyHeaderTest {

    @TempDir
    Path folder;

    private Path file(final int version, final String header, final byte[] voxels) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte)0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte)version).put((byte)0);
        if (version == 1) {
            bytes.putShort((short)header.length());
        } else {
            bytes.putInt(header.length());
        }
        bytes.put(header.getBytes(StandardCharsets.UTF_8)).put(voxels);
        final byte[] written = new byte[bytes.position()];
        bytes.get(0, written);
        return Files.write(folder.resolve("a.npy"), written);
    }

    private Volume open(final int version, final String header, final byte... voxels) throws IOException {
        return VolumeFiles.open(VolumeSource.of(file(version, header, voxels))
            .withVoxelSize(VoxelSize.isotropic(1)));
    }

    private String messageOf(final String header) {
        return assertThrows(VolumeFormatException.class, () -> open(1, header)).getMessage();
    }

    private static float[] read(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theLastAxisIsX(final int version) throws IOException {
        final Volume volume = open(version, "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 2, 3), }\n",
            (byte)1, (byte)2, (byte)3, (byte)4, (byte)5, (byte)255);
        assertEquals(new Shape(3, 2, 1), volume.shape());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 255}, read(volume));
    }

    @Test
    void fortranOrderHasZContiguous() throws IOException {
        final Volume volume = open(1, "{'descr': '|i1', 'fortran_order': True, 'shape': (2, 1, 3), }\n",
            (byte)1, (byte)2, (byte)3, (byte)4, (byte)5, (byte)6);
        assertEquals(new Shape(3, 1, 2), volume.shape());
        assertArrayEquals(new float[] {1, 3, 5, 2, 4, 6}, read(volume));
    }

    @Test
    void fortranOrderOfLargerVolumesAndOtherTypes() throws IOException {
        final ByteBuffer shorts = ByteBuffer.allocate(2 * 40 * 5);
        for (int i = 0; i < 200; i++) {
            shorts.putShort((short)i);
        }
        final float[] values = read(open(1, "{'descr': '>i2', 'fortran_order': True, 'shape': (40, 1, 5)}",
            shorts.array()));
        for (int z = 0; z < 40; z++) {
            for (int x = 0; x < 5; x++) {
                assertEquals(x * 40 + z, values[z * 5 + x]);
            }
        }
    }

    @Test
    void booleansAndDoubles() throws IOException {
        assertArrayEquals(new float[] {0, 1}, read(open(1,
            "{'descr': '|b1', 'fortran_order': False, 'shape': (1, 2)}", (byte)0, (byte)1)));
        assertArrayEquals(new float[] {0.5f}, read(open(1,
            "{'descr': '>f8', 'fortran_order': False, 'shape': (1, 1)}",
            ByteBuffer.allocate(8).putDouble(0.5).array())));
    }

    @Test
    void longIntegersAreToBeConverted() {
        assertTrue(messageOf("{'descr': '<i8', 'fortran_order': False, 'shape': (1, 1)}").endsWith(
            "Numbers of type <i8 are not supported. Convert them to uint8, int8, uint16, int16, uint32, int32, float32 "
            + "or float64 (in Python: array.astype('int32'))."));
    }

    @Test
    void shapesThatAreNoVolume() {
        assertTrue(messageOf("{'descr': '|u1', 'fortran_order': False, 'shape': (5,)}").endsWith(
            "The array has the shape [5], but a volume has the axes z, y, x or y, x."));
        assertTrue(messageOf("{'descr': '|u1', 'fortran_order': False, 'shape': (2, 1, 1, 1)}")
            .contains("[2, 1, 1, 1]"));
    }

    @Test
    void recordsAndRubbish() throws IOException {
        assertTrue(messageOf("{'descr': [('a', '<u2')], 'fortran_order': False, 'shape': (2, 2)}")
            .contains("The header is malformed, or the array is one of records"));
        final Path file = Files.write(folder.resolve("b.npy"), new byte[20]);
        assertEquals(file + ": This is no NumPy array file, whatever its name says.", assertThrows(
            VolumeFormatException.class, () -> VolumeFiles.open(VolumeSource.of(file))).getMessage());
    }

    @Test
    void truncatedVoxels() {
        assertTrue(messageOf("{'descr': '|u1', 'fortran_order': False, 'shape': (9, 9, 9), }")
            .contains("The file is truncated: 9 x 9 x 9 voxels of 1 bytes need"));
    }
}
