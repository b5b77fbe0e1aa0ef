// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when a volume cannot be written. */
class VolumeFilesTest {

    private static final WriteOptions TIFF = WriteOptions.of(Format.TIFF);

    @TempDir
    Path folder;

    private final Volume volume = Volume.of("v", ArrayImgs.bytes(2, 2, 2), VoxelSize.isotropic(1));

    private String messageOf(final Volume written, final Path file, final WriteOptions options) {
        return assertThrows(VolumeWriteException.class,
            () -> VolumeFiles.write(written, file, options, Progress.NONE)).getMessage();
    }

    @Test
    void aDiskThatIsTooSmall() throws IOException {
        final Volume huge = LazyVolume.load("huge", new Layout(new Shape(1 << 20, 1 << 20, 1 << 10), VoxelType.UINT16,
            64, 64, 64), VoxelSize.isotropic(1), chunk -> new short[chunk.voxels()]);
        final Path file = folder.resolve("huge.tif");
        final String message = messageOf(huge, file, TIFF);
        assertTrue(message.startsWith("Cannot write " + file + ": It needs 2147483648 MB, but only "), message);
        assertTrue(message.endsWith(" MB are free in " + folder + ". Free some space or choose another folder."));
        assertEquals(0, Files.list(folder).count());
    }

    @Test
    void aFolderThatMustNotBeWrittenTo() throws IOException {
        final Path locked = Files.createDirectory(folder.resolve("locked"));
        assumeFalse(!locked.toFile().setWritable(false) || Files.isWritable(locked),
            "this account may write everywhere");
        assertEquals("Cannot write " + locked.resolve("a.tif") + ": The folder " + locked
            + " must not be written to. Change its permissions or choose another folder.",
            messageOf(volume, locked.resolve("a.tif"), TIFF));
    }

    @Test
    void aFileWhereAFolderShouldBe() throws IOException {
        final Path file = Files.write(folder.resolve("file"), new byte[1]).resolve("a.tif");
        assertTrue(messageOf(volume, file, TIFF).contains("There is no folder " + folder.resolve("file")));
        assertTrue(messageOf(volume, file, TIFF.creatingFolders()).contains("cannot be made"));
    }

    @Test
    void aFolderOfThatNameIsLeftAlone() throws IOException {
        final Path there = Files.createDirectory(folder.resolve("a.tif"));
        Files.write(there.resolve("precious"), new byte[1]);
        assertEquals("Cannot write " + there + ": There is a folder of that name. Choose another name.",
            messageOf(volume, there, TIFF));
        final Path notZarr = Files.createDirectory(folder.resolve("b.ome.zarr"));
        assertTrue(messageOf(volume, notZarr, WriteOptions.of(Format.OME_ZARR)).contains("There is a folder"));
        assertTrue(Files.exists(there.resolve("precious")));
    }

    @Test
    void aNameThatCouldNotBeOpenedAgain() {
        assertEquals("Cannot write " + folder.resolve("a.png") + ": The name of a TIFF file must end with .tif.",
            messageOf(volume, folder.resolve("a.png"), TIFF));
    }

    @Test
    void compressionsAreChecked() {
        final var error = assertThrows(IllegalArgumentException.class,
            () -> WriteOptions.of(Format.NPY).withCompression(Compression.ZSTD));
        assertEquals("NPY files cannot be written with compression ZSTD. Choose one of [NONE].", error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> WriteOptions.of(Format.OME_ZARR).withChunkEdge(8));
    }
}
