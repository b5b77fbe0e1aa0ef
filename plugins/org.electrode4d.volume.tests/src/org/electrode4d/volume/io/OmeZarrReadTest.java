// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OME-Zarr folders as other programs write them, made by hand. */
class OmeZarrReadTest {

    @TempDir
    Path folder;

    private void array(final String name, final String shape, final String chunks, final String more)
        throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve(".zarray"), """
            {"zarr_format": 2, "shape": %s, "chunks": %s, "dtype": "|u1", "order": "C", "filters": null %s}
            """.formatted(shape, chunks, more));
    }

    private void attributes(final String axes, final String datasets) throws IOException {
        Files.writeString(folder.resolve(".zattrs"), """
            {"multiscales": [{"version": "0.4", "axes": [%s], "datasets": [%s]}]}
            """.formatted(axes, datasets));
    }

    private static String axis(final String name, final String unit) {
        return "{\"name\": \"%s\", \"type\": \"space\", \"unit\": \"%s\"}".formatted(name, unit);
    }

    private static String dataset(final String path, final String scale, final String translation) {
        return """
            {"path": "%s", "coordinateTransformations": [{"type": "scale", "scale": %s},
             {"type": "translation", "translation": %s}]}""".formatted(path, scale, translation);
    }

    private Volume open(final int level) throws IOException {
        return VolumeFiles.open(VolumeSource.of(folder).withLevel(level));
    }

    private static float[] read(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    private String messageOf() {
        return assertThrows(VolumeFormatException.class, () -> open(0)).getMessage();
    }

    @Test
    void fiveAxesWithChunksInOneFolderAndAMissingOne() throws IOException {
        attributes("{\"name\": \"t\"}, {\"name\": \"c\"}, " + axis("z", "nanometer") + "," + axis("y", "nanometer")
            + "," + axis("x", "micrometer"), dataset("s0", "[1, 1, 500, 250, 0.25]", "[0, 0, 1000, 0, 2]"));
        array("s0", "[1, 1, 1, 2, 3]", "[1, 1, 1, 2, 2]", ", \"compressor\": null, \"fill_value\": 7");
        Files.write(folder.resolve("s0/0.0.0.0.0"), new byte[] {1, 2, 3, 4});
        final Volume volume = open(0);
        assertEquals(new Shape(3, 2, 1), volume.shape());
        assertEquals(new VoxelSize(0.25, 0.25, 0.5), volume.voxelSize());
        assertEquals(new Point(2, 0, 1), volume.origin());
        assertArrayEquals(new float[] {1, 2, 7, 3, 4, 7}, read(volume));
    }

    @Test
    void levelsOfAPyramid() throws IOException {
        final String um = axis("z", "micrometer") + "," + axis("y", "micrometer") + "," + axis("x", "micrometer");
        attributes(um, dataset("0", "[1, 1, 1]", "[0, 0, 0]") + "," + dataset("1", "[2, 2, 2]", "[0.5, 0.5, 0.5]"));
        array("0", "[4, 4, 4]", "[4, 4, 4]", ", \"fill_value\": 1");
        array("1", "[2, 2, 2]", "[2, 2, 2]", ", \"fill_value\": 2");
        assertEquals(2, VolumeFiles.levels(folder));
        assertEquals(1, read(open(0))[0]);
        assertEquals(2, read(open(1))[0]);
        assertEquals(new Point(0.5, 0.5, 0.5), open(1).origin());
        assertEquals(folder.resolve(".zattrs") + ": There is no level 2: the image has 2 levels, counted from 0.",
            assertThrows(VolumeFormatException.class, () -> open(2)).getMessage());
    }

    @Test
    void axesWithoutUnitsHaveNoVoxelSize() throws IOException {
        attributes("{\"name\": \"y\"}, {\"name\": \"x\"}", dataset("0", "[1, 1]", "[0, 0]"));
        array("0", "[2, 3]", "[2, 3]", ", \"fill_value\": null");
        assertThrows(MissingVoxelSizeException.class, () -> open(0));
        final Volume given = VolumeFiles.open(VolumeSource.of(folder).withVoxelSize(VoxelSize.isotropic(2)));
        assertEquals(new Shape(3, 2, 1), given.shape());
    }

    @Test
    void aPlainArrayInNestedFolders() throws IOException {
        array(".", "[1, 1, 2]", "[1, 1, 1]", ", \"fill_value\": 0, \"dimension_separator\": \"/\"");
        Files.createDirectories(folder.resolve("0/0"));
        Files.write(folder.resolve("0/0/1"), new byte[] {9});
        assertArrayEquals(new float[] {0, 9}, read(VolumeFiles.open(VolumeSource.of(folder)
            .withVoxelSize(VoxelSize.isotropic(1)))));
    }

    @Test
    void aDamagedChunkIsNamed() throws IOException {
        array(".", "[1, 1, 2]", "[1, 1, 2]", ", \"compressor\": {\"id\": \"zstd\"}");
        Files.write(folder.resolve("0.0.0"), new byte[] {1, 2, 3});
        final Volume volume = VolumeFiles.open(VolumeSource.of(folder).withVoxelSize(VoxelSize.isotropic(1)));
        final var error = assertThrows(UncheckedIOException.class, () -> read(volume));
        assertTrue(error.getMessage().startsWith(folder.resolve("0.0.0") + ": The chunk is damaged ("),
            error::getMessage);
    }

    @Test
    void aShortChunkIsNamed() throws IOException {
        array(".", "[1, 1, 2]", "[1, 1, 2]", "");
        Files.write(folder.resolve("0.0.0"), new byte[] {1});
        final Volume volume = VolumeFiles.open(VolumeSource.of(folder).withVoxelSize(VoxelSize.isotropic(1)));
        assertEquals(folder.resolve("0.0.0") + ": The chunk has 1 bytes unpacked, but 2 were expected. Copy or write "
            + "the volume again.", assertThrows(UncheckedIOException.class, () -> read(volume)).getMessage());
    }

    @Test
    void whatIsNotSupportedIsNamed() throws IOException {
        array(".", "[1, 1]", "[1, 1]", ", \"compressor\": {\"id\": \"blosc\"}");
        assertTrue(messageOf().contains("Chunks packed with blosc are not supported."));
        array(".", "[2, 1, 1, 1]", "[1, 1, 1, 1]", "");
        assertTrue(messageOf().contains("The array has several times or channels (shape [2, 1, 1, 1])"));
        Files.writeString(folder.resolve(".zarray"), "{\"zarr_format\": 3, \"shape\": [1, 1], \"chunks\": [1, 1]}");
        assertTrue(messageOf().contains("Zarr version 3 is not supported"));
        array(".", "[1, 1]", "[1, 1]", ", \"filters\": [{\"id\": \"delta\"}]");
        assertTrue(messageOf().contains("Filters are not supported"));
    }

    @Test
    void malformedHeaders() throws IOException {
        Files.writeString(folder.resolve(".zarray"), "{\"zarr_format\": ");
        assertTrue(messageOf().startsWith(folder.resolve(".zarray") + ": The file is malformed: "));
        array(".", "[1, 0]", "[1, 1]", "");
        assertTrue(messageOf().endsWith("\"shape\" must be whole numbers above zero, but is [1,0]."));
        array(".", "[1]", "[1]", "");
        assertTrue(messageOf().contains("A volume needs 2 to 5 axes"));
        Files.delete(folder.resolve(".zarray"));
        Files.writeString(folder.resolve(".zgroup"), "{}");
        assertTrue(messageOf().contains("The folder has neither an OME-NGFF image"));
    }

    @Test
    void swappedAxesAreRefused() throws IOException {
        attributes(axis("x", "micrometer") + "," + axis("y", "micrometer") + "," + axis("z", "micrometer"),
            dataset("0", "[1, 1, 1]", "[0, 0, 0]"));
        array("0", "[1, 1, 1]", "[1, 1, 1]", "");
        assertTrue(messageOf().endsWith("The axes must be y, x or end with z, y, x, but are x, y, z."));
    }

    @Test
    void metadataSurvivesAndChunksOfZerosAreLeftOut() throws IOException {
        final byte[] voxels = new byte[40];
        voxels[39] = 1;
        final Volume volume = Volume.of("v", ArrayImgs.bytes(voxels, 40, 1, 1), VoxelSize.isotropic(0.5))
            .withMetadata(Map.of("Time [h]", "1.5", "Step", "T3"));
        final Path file = folder.resolve("v.ome.zarr");
        VolumeFiles.write(volume, file, WriteOptions.of(Format.OME_ZARR).withChunkEdge(16), Progress.NONE);
        assertEquals(volume.metadata(), VolumeFiles.open(VolumeSource.of(file)).metadata());
        assertFalse(Files.exists(file.resolve("0/0/0/0")));
        assertTrue(Files.exists(file.resolve("0/0/0/2")));
        assertEquals(1, read(VolumeFiles.open(VolumeSource.of(file)))[39]);
    }
}
