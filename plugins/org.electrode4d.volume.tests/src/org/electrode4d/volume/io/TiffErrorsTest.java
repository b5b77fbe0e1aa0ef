// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about TIFF files that cannot be read. */
class TiffErrorsTest {

    private static final byte[] SIX = {1, 2, 3, 4, 5, 6};

    @TempDir
    Path folder;

    private Volume open(final byte[] bytes) throws IOException {
        final Path file = Files.write(folder.resolve("scan.tif"), bytes);
        return VolumeFiles.open(VolumeSource.of(file).withVoxelSize(VoxelSize.isotropic(1)));
    }

    private String messageOf(final TinyTiff tiff) {
        final var error = assertThrows(VolumeFormatException.class, () -> open(tiff.bytes()));
        final String start = folder.resolve("scan.tif") + ": ";
        assertTrue(error.getMessage().startsWith(start), error::getMessage);
        return error.getMessage().substring(start.length());
    }

    @Test
    void aMissingFile() {
        final Path file = folder.resolve("nowhere.tif");
        final var error = assertThrows(VolumeFormatException.class, () -> VolumeFiles.open(VolumeSource.of(file)));
        assertEquals(file + ": There is no such file or folder. Check its name and folder.", error.getMessage());
    }

    @Test
    void anUnknownSuffix() throws IOException {
        final Path file = Files.write(folder.resolve("scan.jpg"), SIX);
        final var error = assertThrows(VolumeFormatException.class, () -> VolumeFiles.open(VolumeSource.of(file)));
        assertEquals(file + ": The name does not end as that of a volume does. Known are .tif, .ome.zarr, .mha, .npy, "
            + ".mhd, .h5 and .hdf5.", error.getMessage());
    }

    @Test
    void noTiffAtAll() {
        final var error = assertThrows(VolumeFormatException.class, () -> open(SIX));
        assertTrue(error.getMessage().contains("This is no TIFF file, whatever its name says"));
    }

    @Test
    void aFileThatEndsWithinItsVoxels() {
        final TinyTiff tiff = TinyTiff.little().page(3, 2, SIX).with(273, 5000);
        assertEquals("The file is truncated: 3 x 2 x 1 voxels of 1 bytes need 5006 bytes with the header, but the "
            + "file has " + tiff.bytes().length + ". Copy or write it again.", messageOf(tiff));
    }

    @Test
    void aFileThatEndsWithinItsHeader() {
        final byte[] bytes = TinyTiff.little().page(3, 2, SIX).bytes();
        final var error = assertThrows(VolumeFormatException.class,
            () -> open(Arrays.copyOf(bytes, bytes.length - 9)));
        assertTrue(error.getMessage().contains("The file is truncated or damaged: it ends at byte "
            + (bytes.length - 9)), error::getMessage);
    }

    @Test
    void pagesThatReferBack() {
        final byte[] bytes = TinyTiff.little().page(3, 2, SIX).bytes();
        System.arraycopy(bytes, 4, bytes, bytes.length - 4, 4);
        final var error = assertThrows(VolumeFormatException.class, () -> open(bytes));
        assertTrue(error.getMessage().endsWith("The header is damaged: page 2 refers back to an earlier one."));
    }

    @Test
    void aCompressedStripThatIsDamaged() throws IOException {
        final Volume volume = open(TinyTiff.little().page(3, 2, new byte[] {0x78, 0x01, 5, 5, 5, 5}).with(259, 8)
            .bytes());
        final var error = assertThrows(UncheckedIOException.class,
            () -> volume.read(Block.of(volume.shape()), new float[6]));
        assertTrue(error.getMessage().startsWith(folder.resolve("scan.tif") + ": Strip or tile 0 is damaged: "),
            error::getMessage);
    }

    @Test
    void anLzwStripThatEndsEarly() throws IOException {
        final byte[] packed = TinyTiff.lzw(new byte[] {1, 2, 3});
        final Volume volume = open(TinyTiff.little().page(3, 2, packed).with(259, 5).bytes());
        final var error = assertThrows(UncheckedIOException.class,
            () -> volume.read(Block.of(volume.shape()), new float[6]));
        assertTrue(error.getMessage().contains("the LZW stream ends after 3 of 6 bytes"), error::getMessage);
    }

    @ParameterizedTest
    @CsvSource({"7, JPEG", "4, CCITT fax 4", "50000, Zstandard", "999, unknown"})
    void otherCompressions(final int code, final String name) {
        assertEquals("Compression " + code + " (" + name + ") is not supported. Save the file without compression, "
            + "or with LZW, deflate or PackBits.", messageOf(TinyTiff.little().page(3, 2, SIX).with(259, code)));
    }

    @Test
    void floatingPointPredictors() {
        assertTrue(messageOf(TinyTiff.little().page(3, 2, SIX).with(317, 3)).startsWith("Predictor 3 is not"));
    }

    @Test
    void colours() {
        assertTrue(messageOf(TinyTiff.little().page(2, 1, SIX).with(277, 3).with(262, 2))
            .startsWith("This is a colour image with 3 samples per pixel."));
    }

    @Test
    void oddBits() {
        assertEquals("Pixels of 12 bits are not supported. Save the file with 8, 16 or 32 bits per pixel.",
            messageOf(TinyTiff.little().page(2, 2, SIX).with(258, 12)));
        assertTrue(messageOf(TinyTiff.little().page(2, 2, SIX).with(258, 16).with(339, 3))
            .startsWith("Pixels of 16 bits floating point are not supported."));
    }

    @Test
    void aMissingWidth() {
        assertEquals("The header is damaged: the width (field 256) is missing.",
            messageOf(TinyTiff.little().page(3, 2, SIX).without(256)));
    }

    @Test
    void pagesOfDifferentSize() {
        assertEquals("The slices differ in size: scan.tif (slice 1) has 3 x 2 pixels, but scan.tif (slice 2) has 2 x 3."
            + " A volume needs slices of one size.",
            messageOf(TinyTiff.little().page(3, 2, SIX).page(2, 3, SIX)));
    }

    @Test
    void pagesOfDifferentType() {
        assertEquals("The slices differ in type: scan.tif (slice 1) is UINT8, but scan.tif (slice 2) is INT8. A volume"
            + " needs slices of one type.",
            messageOf(TinyTiff.little().page(3, 2, SIX).page(3, 2, SIX).with(339, 2)));
    }
}
