// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SliceFolderTest {

    @TempDir
    Path folder;

    private void slice(final String name, final int value) throws IOException {
        TinyTiff.little().page(2, 1, new byte[] {(byte)value, (byte)(value + 1)}).write(folder.resolve(name));
    }

    private Volume open(final String pattern) throws IOException {
        return VolumeFiles.open(VolumeSource.of(folder).withSlicePattern(pattern)
            .withVoxelSize(VoxelSize.isotropic(0.65)));
    }

    private String messageOf(final String pattern) {
        return assertThrows(VolumeFormatException.class, () -> open(pattern)).getMessage();
    }

    @Test
    void slicesHaveTheOrderOfTheirNumbers() throws IOException {
        slice("scan_10.tif", 100);
        slice("scan_9.tif", 90);
        slice("scan_1.tif", 10);
        slice("dark.tif", 0);
        final Volume volume = open("scan_*.tif");
        assertEquals(new Shape(2, 1, 3), volume.shape());
        assertEquals(folder.getFileName().toString(), volume.name());
        final float[] values = new float[6];
        volume.read(Block.of(volume.shape()), values);
        assertArrayEquals(new float[] {10, 11, 90, 91, 100, 101}, values);
    }

    @Test
    void namesInNaturalOrder() {
        final String[] names = {"a10b2", "a2b10", "a2b9", "a02b9", "b", "a", "a2"};
        Arrays.sort(names, new NaturalOrder());
        assertEquals(List.of("a", "a2", "a02b9", "a2b9", "a2b10", "a10b2", "b"), List.of(names));
    }

    @Test
    void slicesMayDifferInCompressionAndByteOrder() throws IOException {
        TinyTiff.little().page(2, 1, TinyTiff.lzw(new byte[] {1, 2})).with(259, 5).write(folder.resolve("1.tif"));
        new TinyTiff(ByteOrder.BIG_ENDIAN, true).page(2, 1, new byte[] {3, 4}).write(folder.resolve("2.tif"));
        final float[] values = new float[4];
        open("").read(new Block(0, 0, 0, 2, 1, 2), values);
        assertArrayEquals(new float[] {1, 2, 3, 4}, values);
    }

    @Test
    void aPatternThatMatchesNothingShowsWhatIsThere() throws IOException {
        for (int i = 1; i <= 7; i++) {
            slice("recon_" + i + ".tif", i);
        }
        assertEquals(folder + ": No file name matches scan_*.tif. There are 7 files, such as recon_1.tif, recon_2.tif, "
            + "recon_3.tif, recon_4.tif, recon_5.tif.", messageOf("scan_*.tif"));
    }

    @Test
    void anEmptyFolder() {
        assertEquals(folder + ": No file name matches *.tif. The folder is empty.", messageOf("*.tif"));
    }

    @Test
    void aMalformedPattern() {
        assertTrue(messageOf("scan_{.tif").contains("The pattern of slice names scan_{.tif is malformed"));
    }

    @Test
    void slicesOfDifferentSizeAreBothNamed() throws IOException {
        slice("a1.tif", 1);
        TinyTiff.little().page(1, 2, new byte[] {1, 2}).write(folder.resolve("a2.tif"));
        assertEquals(folder.resolve("a2.tif") + ": The slices differ in size: a1.tif (slice 1) has 2 x 1 pixels, but "
            + "a2.tif (slice 2) has 1 x 2. A volume needs slices of one size.", messageOf("a*.tif"));
    }

    @Test
    void slicesOfSeveralPages() throws IOException {
        TinyTiff.little().page(1, 1, new byte[] {1}).page(1, 1, new byte[] {1}).write(folder.resolve("a.tif"));
        assertEquals(folder.resolve("a.tif") + ": A slice of a volume must have one page, but this file has 2. Open "
            + "the file itself, or narrow the pattern of slice names.", messageOf(""));
    }

    @Test
    void aSliceThatVanishes() throws IOException {
        slice("1.tif", 1);
        slice("2.tif", 2);
        final Volume volume = open("");
        Files.delete(folder.resolve("2.tif"));
        final var error = assertThrows(UncheckedIOException.class,
            () -> volume.read(new Block(0, 0, 1, 2, 1, 1), new float[2]));
        assertEquals(folder.resolve("2.tif") + ": There is no such file. Check its name and folder.",
            error.getMessage());
    }
}
