// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MetaImage files as other programs write them. */
class MetaImageHeaderTest {

    @TempDir
    Path folder;

    private Path file(final String name, final String header, final byte[] voxels) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(header.getBytes(StandardCharsets.US_ASCII));
        bytes.write(voxels);
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private static float[] read(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    private static String messageOf(final Path file) {
        return assertThrows(VolumeFormatException.class, () -> VolumeFiles.open(VolumeSource.of(file))).getMessage();
    }

    @Test
    void bigEndianWithSpacingInMillimetres() throws IOException {
        final Volume volume = VolumeFiles.open(VolumeSource.of(file("a.mha", "ObjectType = Image\r\nNDims = 3\r\n"
            + "ElementByteOrderMSB = True\r\nElementSpacing = 0.001 0.002 0.003\r\nOffset = 1 0 -0.5\r\n"
            + "DimSize = 2 1 1\r\nElementType = MET_USHORT\r\nElementDataFile = LOCAL\r\n",
            new byte[] {1, 0, 0, 2})));
        assertEquals(VoxelType.UINT16, volume.type());
        assertEquals(new VoxelSize(1, 2, 3), volume.voxelSize());
        assertEquals(new Point(1000, 0, -500), volume.origin());
        assertArrayEquals(new float[] {256, 2}, read(volume));
    }

    @Test
    void voxelsInAFileBesideWithAHeaderOfItsOwn() throws IOException {
        Files.write(folder.resolve("b.raw"), new byte[] {99, 99, 99, 1, 2, 3, 4});
        final String header = "NDims = 3\nDimSize = 2 2 1\nElementSize = 0.001 0.001 0.001\nElementType = MET_UCHAR\n";
        assertArrayEquals(new float[] {1, 2, 3, 4}, read(VolumeFiles.open(VolumeSource.of(
            file("b.mhd", header + "HeaderSize = 3\nElementDataFile = b.raw\n", new byte[0])))));
        assertArrayEquals(new float[] {1, 2, 3, 4}, read(VolumeFiles.open(VolumeSource.of(
            file("c.mhd", header + "HeaderSize = -1\nElementDataFile = b.raw", new byte[0])))));
    }

    @Test
    void compressedVoxelsAreReadInAnyOrder() throws IOException {
        final byte[] planes = new byte[3 << 20];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = (byte)(i >> 18);
        }
        final ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < 12; i++) {
                stream.write(planes);
            }
        }
        final Volume volume = VolumeFiles.open(VolumeSource.of(file("d.mha", "NDims = 3\nCompressedData = True\n"
            + "ElementSpacing = 1 1 2\nDimSize = 1024 1024 36\nElementType = MET_UCHAR\nElementDataFile = LOCAL\n",
            packed.toByteArray())));
        final float[] value = new float[1];
        for (final long z : new long[] {35, 0, 17, 16, 3, 34}) {
            volume.read(new Block(5, 300, z, 1, 1, 1), value);
            assertEquals(4 * (z % 3) + 1, value[0]);
        }
    }

    @Test
    void truncatedCompressedVoxels() throws IOException {
        final Volume volume = VolumeFiles.open(VolumeSource.of(file("e.mha", "NDims = 3\nCompressedData = True\n"
            + "ElementSpacing = 1 1 2\nDimSize = 2 2 1\nElementType = MET_UCHAR\nElementDataFile = LOCAL\n",
            new byte[] {0x78, 1})));
        final var error = assertThrows(UncheckedIOException.class, () -> read(volume));
        assertEquals(folder.resolve("e.mha") + ": The compressed voxels are truncated or damaged near plane 0 of 1. "
            + "Copy or write the file again.", error.getMessage());
    }

    @Test
    void aSpacingOfOneIsWhatProgramsWriteThatKnowNothing() throws IOException {
        final Path file = file("f.mha", "NDims = 3\nElementSpacing = 1 1 1\nDimSize = 1 1 1\n"
            + "ElementType = MET_UCHAR\nElementDataFile = LOCAL\n", new byte[1]);
        assertEquals(file + ": The voxel size is missing. Give the voxel size in µm along x, y and z.",
            messageOf(file));
    }

    @Test
    void aPlane() throws IOException {
        final Volume volume = VolumeFiles.open(VolumeSource.of(file("g.mha", "NDims = 2\nDimSize = 2 1\n"
            + "ElementType = MET_CHAR\nElementDataFile = LOCAL\n", new byte[] {-1, 1}))
            .withVoxelSize(VoxelSize.isotropic(1)));
        assertEquals(new Shape(2, 1, 1), volume.shape());
        assertArrayEquals(new float[] {-1, 1}, read(volume));
    }

    @Test
    void truncatedVoxels() throws IOException {
        final Path file = file("h.mha", "NDims = 3\nElementSpacing = 1 1 2\nDimSize = 2 2 2\n"
            + "ElementType = MET_SHORT\nElementDataFile = LOCAL\n", new byte[15]);
        assertTrue(messageOf(file).contains("The file is truncated: 2 x 2 x 2 voxels of 2 bytes need "
            + (Files.size(file) + 1) + " bytes with the header, but the file has " + Files.size(file)));
    }

    @Test
    void malformedHeaders() throws IOException {
        assertTrue(messageOf(file("i.mha", "rubbish", new byte[0])).endsWith(
            "The header is malformed: a line with \"Key = Value\" was expected at byte 0, and ElementDataFile as the "
            + "last."));
        assertTrue(messageOf(file("j.mha", "NDims = 3\nDimSize = 2 2\nElementDataFile = LOCAL\n", new byte[0]))
            .endsWith("as many numbers in DimSize, but NDims is 3 and DimSize is 2 2."));
        assertTrue(messageOf(file("k.mha", "NDims = 3\nDimSize = 2 2 x\nElementDataFile = LOCAL\n", new byte[0]))
            .endsWith("DimSize must be numbers, but is 2 2 x."));
        assertTrue(messageOf(file("l.mha", "DimSize = 1 1 1\nElementType = MET_LONG\nElementDataFile = LOCAL\n",
            new byte[8])).contains("ElementType MET_LONG is not supported. Known are MET_UCHAR"));
    }

    @Test
    void whatIsNotSupportedIsNamed() throws IOException {
        final String rest = "DimSize = 1 1 1\nElementType = MET_UCHAR\n";
        assertTrue(messageOf(file("m.mha", rest + "ElementNumberOfChannels = 3\nElementDataFile = LOCAL\n",
            new byte[3])).endsWith("Voxels of 3 channels are not supported. Save one channel."));
        assertTrue(messageOf(file("n.mhd", rest + "ElementDataFile = LIST\na.raw\n", new byte[0]))
            .contains("Voxels in a list of files (ElementDataFile = LIST) are not supported."));
        assertTrue(messageOf(file("o.mhd", rest + "ElementDataFile = gone.raw\n", new byte[0]))
            .endsWith("The voxels should be in " + folder.resolve("gone.raw") + ", but there is no such file."));
    }
}
