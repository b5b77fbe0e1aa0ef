// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TIFF files of all kinds, made byte by byte. */
class TiffVariantsTest {

    private static final byte[] SIX = {1, 2, 3, 4, 5, (byte)250};

    @TempDir
    Path folder;

    private Volume open(final TinyTiff tiff) throws IOException {
        final Path file = tiff.write(folder.resolve("page.tif"));
        return VolumeFiles.open(VolumeSource.of(file).withVoxelSize(VoxelSize.isotropic(1)));
    }

    private static float[] voxels(final Volume volume) {
        final Block whole = Block.of(volume.shape());
        final float[] values = new float[whole.voxels()];
        volume.read(whole, values);
        return values;
    }

    @Test
    void thePalettesOfLabelsAreNotLookedUp() throws IOException {
        final Volume labels = open(TinyTiff.little().page(3, 2, SIX).with(262, 3));
        assertEquals(VoxelType.UINT8, labels.type());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 250}, voxels(labels));
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void bothByteOrdersAndOffsetSizes(final boolean bigEndian, final boolean bigTiff) throws IOException {
        final ByteOrder order = bigEndian ? BIG_ENDIAN : LITTLE_ENDIAN;
        final byte[] shorts = ByteBuffer.allocate(4).order(order).putShort((short)258).putShort((short)-2).array();
        final Volume volume = open(new TinyTiff(order, bigTiff).page(2, 1, shorts).with(258, 16).page(2, 1, shorts)
            .with(258, 16));
        assertEquals(VoxelType.UINT16, volume.type());
        assertEquals(new Shape(2, 1, 2), volume.shape());
        assertArrayEquals(new float[] {258, 65534, 258, 65534}, voxels(volume));
    }

    @Test
    void signedAndFloatingPoint() throws IOException {
        assertArrayEquals(new float[] {1, -1}, voxels(open(TinyTiff.little().page(2, 1, new byte[] {1, -1})
            .with(339, 2))));
        final byte[] ints = ByteBuffer.allocate(8).order(LITTLE_ENDIAN).putInt(-70_000).putInt(5).array();
        assertArrayEquals(new float[] {-70_000, 5}, voxels(open(TinyTiff.little().page(2, 1, ints).with(258, 32)
            .with(339, 2))));
        final byte[] floats = ByteBuffer.allocate(8).order(LITTLE_ENDIAN).putFloat(0.5f).putFloat(-1e9f).array();
        assertArrayEquals(new float[] {0.5f, -1e9f}, voxels(open(TinyTiff.little().page(2, 1, floats).with(258, 32)
            .with(339, 3))));
        final byte[] doubles = ByteBuffer.allocate(16).order(LITTLE_ENDIAN).putDouble(0.25).putDouble(-8).array();
        assertArrayEquals(new float[] {0.25f, -8}, voxels(open(TinyTiff.little().page(2, 1, doubles).with(258, 64)
            .with(339, 3))));
    }

    @Test
    void stripsApartFromEachOther() throws IOException {
        final Volume volume = open(TinyTiff.little().page(2, 3, new byte[] {1, 2, 3, 4}, new byte[] {5, 6})
            .with(278, 2).page(2, 3, new byte[] {7, 8, 9, 10, 0, 0, 0}, new byte[] {11, 12}).with(278, 2));
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, voxels(volume));
    }

    @Test
    void packBits() throws IOException {
        // the example of the specification: literal runs, repeated bytes, and a byte that does nothing
        final byte[] packed = {-2, (byte)0xaa, 2, (byte)0x80, 0, 0x2a, -128, -3, (byte)0xaa, 3, (byte)0x80, 0, 0x2a,
            0x22, -9, (byte)0xaa};
        final int[] unpacked = {0xaa, 0xaa, 0xaa, 0x80, 0x00, 0x2a, 0xaa, 0xaa, 0xaa, 0xaa, 0x80, 0x00, 0x2a, 0x22,
            0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa};
        final float[] values = voxels(open(TinyTiff.little().page(24, 1, packed).with(259, 32773)));
        for (int i = 0; i < 24; i++) {
            assertEquals(unpacked[i], values[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 300, 70_000})
    void lzwOfEveryLength(final int length) throws IOException {
        for (final int variety : new int[] {1, 2, 40, 256}) {
            final byte[] bytes = new byte[length];
            final Random random = new Random(length);
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte)random.nextInt(variety);
            }
            final float[] values = voxels(open(TinyTiff.little().page(length, 1, TinyTiff.lzw(bytes)).with(259, 5)));
            for (int i = 0; i < length; i++) {
                assertEquals(bytes[i] & 0xff, values[i]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 32946})
    void deflateUnderBothItsNumbers(final int compression) throws IOException {
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 250},
            voxels(open(TinyTiff.little().page(3, 2, deflate(SIX)).with(259, compression))));
    }

    @Test
    void horizontalPredictor() throws IOException {
        final byte[] differences = {10, 2, 3, 0, 7, -7, 100, 100};
        assertArrayEquals(new float[] {10, 12, 15, 15, 7, 0, 100, 200}, voxels(open(TinyTiff.little()
            .page(4, 2, deflate(differences)).with(259, 8).with(317, 2))));
        final byte[] shorts = ByteBuffer.allocate(4).order(BIG_ENDIAN).putShort((short)300).putShort((short)-1).array();
        assertArrayEquals(new float[] {300, 299}, voxels(open(new TinyTiff(BIG_ENDIAN, false)
            .page(2, 1, TinyTiff.lzw(shorts)).with(258, 16).with(259, 5).with(317, 2))));
    }

    @Test
    void tilesThatStickOut() throws IOException {
        final byte[][] tiles = new byte[4][256];
        for (int tile = 0; tile < 4; tile++) {
            for (int i = 0; i < 256; i++) {
                tiles[tile][i] = (byte)(i / 16 * 10 + i % 16 + 50 * tile);
            }
        }
        final Volume volume = open(TinyTiff.little().page(18, 17, tiles).with(322, 16).with(323, 16));
        assertEquals(new Shape(18, 17, 1), volume.shape());
        final float[] values = voxels(volume);
        assertEquals(0, values[0]);
        assertEquals(15 * 10 + 15, values[15 * 18 + 15]);
        assertEquals(50 + 10 + 1, values[18 + 17]);
        assertEquals(100 + 3, values[16 * 18 + 3]);
        assertEquals(150, values[16 * 18 + 16]);
    }

    @Test
    void previewsAreNoSlices() throws IOException {
        final Volume volume = open(TinyTiff.little().page(3, 2, SIX).page(1, 1, new byte[] {9}).with(254, 1)
            .page(3, 2, SIX));
        assertEquals(new Shape(3, 2, 2), volume.shape());
    }

    @Test
    void imageJsLargeStacksHaveOneHeaderForAllSlices() throws IOException {
        final byte[] three = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18};
        final Volume volume = open(TinyTiff.little().page(3, 2, three).with(279, 6)
            .withText(270, "ImageJ=1.54f\nimages=3\nslices=3\n"));
        assertEquals(new Shape(3, 2, 3), volume.shape());
        assertEquals(18, voxels(volume)[17]);
    }

    private static byte[] deflate(final byte[] bytes) throws IOException {
        final ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(packed)) {
            stream.write(bytes);
        }
        return packed.toByteArray();
    }
}
