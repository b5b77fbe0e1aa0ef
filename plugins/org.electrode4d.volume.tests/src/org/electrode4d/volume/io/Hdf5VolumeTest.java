// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes in HDF5 files, which jHDF writes here. */
class Hdf5VolumeTest {

    /** z = 2, y = 3, x = 4. */
    private static final int[][][] NUMBERS = {
        {{0, 1, 2, 3}, {10, 11, 12, 13}, {20, 21, 22, 23}},
        {{100, 101, 102, 103}, {110, 111, 112, 113}, {120, 121, 122, 123}}};

    @TempDir
    Path folder;

    private Path write(final Consumer<WritableHdfFile> content) {
        final Path path = folder.resolve("scan.h5");
        try (WritableHdfFile file = HdfFile.write(path)) {
            content.accept(file);
        }
        return path;
    }

    private static Volume open(final Path path) throws IOException {
        return VolumeFiles.open(VolumeSource.of(path).withVoxelSize(VoxelSize.isotropic(0.5)));
    }

    private static void tag(final WritableNode dataset, final String axes) {
        dataset.putAttribute("axistags", "{\"axes\": [" + String.join(", ", Arrays.stream(axes.split(""))
            .map(key -> "{\"key\": \"" + key + "\", \"typeFlags\": 2, \"resolution\": 0, \"description\": \"\"}")
            .toList()) + "]}");
    }

    private static void assertNumbers(final Volume volume) {
        assertEquals(new Shape(4, 3, 2), volume.shape());
        final float[] values = new float[24];
        volume.read(Block.of(volume.shape()), values);
        final float[] expected = new float[24];
        for (int i = 0; i < 24; i++) {
            expected[i] = NUMBERS[i / 12][i / 4 % 3][i % 4];
        }
        assertArrayEquals(expected, values);
    }

    @Test
    void theOnlyDataSetIsTheVolumeAndItsAxesAreZYX() throws IOException {
        final Volume volume = open(write(file -> {
            file.putDataset("exported_data", NUMBERS);
            file.putDataset("version", 3);
            file.putDataset("names", new String[] {"a", "b"});
        }));
        assertEquals("scan", volume.name());
        assertEquals(VoxelType.INT32, volume.type());
        assertNumbers(volume);
    }

    @Test
    void aDataSetIsNamedBehindTheFile() throws IOException {
        final Path path = write(file -> {
            file.putDataset("raw", new float[2][2]);
            file.putGroup("volume").putGroup("inner").putDataset("labels", NUMBERS);
        });
        assertNumbers(open(path.resolve("volume/inner/labels")));
        assertEquals(new Shape(2, 2, 1), open(path.resolve("raw")).shape());
        assertEquals(path, VolumeFiles.file(path.resolve("raw")));
    }

    @Test
    void tagsOfIlastikNameTheAxes() throws IOException {
        final int[][][][] data = new int[4][3][2][1];
        for (int i = 0; i < 24; i++) {
            data[i % 4][i / 4 % 3][i / 12][0] = NUMBERS[i / 12][i / 4 % 3][i % 4];
        }
        assertNumbers(open(write(file -> tag(file.putDataset("data", data), "xyzc"))));
        assertNumbers(open(write(file -> file.putDataset("data", data,
            DatasetCreationOptions.builder().chunkDimensions(new int[] {3, 2, 1, 1}).deflate(4).build())
            .putAttribute("DIMENSION_LABELS", new String[] {"x", "y", "z", "c"}))));
    }

    @Test
    void timeAndChannelOfOneEntryNeedNoNames() throws IOException {
        assertNumbers(open(write(file -> file.putDataset("tzyx", new int[][][][] {NUMBERS}))));
        assertEquals(new Shape(2, 3, 1), open(write(file -> file.putDataset("yxc", new byte[3][2][1]))).shape());
        assertEquals(new Shape(4, 3, 2), open(write(file -> file.putDataset("zyxc", new byte[2][3][4][1]))).shape());
    }

    @Test
    void chunksAreReadAsPartsOfTheWhole() throws IOException {
        final short[][][] data = new short[21][34][55];
        for (int i = 0; i < 21 * 34 * 55; i++) {
            data[i / (34 * 55)][i / 55 % 34][i % 55] = (short)(i * 31);
        }
        final Volume plain = open(write(file -> file.putDataset("data", data)));
        final Path packed = folder.resolve("packed.hdf5");
        try (WritableHdfFile file = HdfFile.write(packed)) {
            file.putDataset("data", data, DatasetCreationOptions.builder().unsigned()
                .chunkDimensions(new int[] {8, 5, 13}).shuffle().deflate(6).build());
        }
        final Volume chunked = open(packed);
        assertEquals(VoxelType.INT16, plain.type());
        assertEquals(VoxelType.UINT16, chunked.type());
        final Block block = new Block(11, 3, 7, 40, 30, 9);
        final short[] expected = new short[block.voxels()];
        plain.readNative(block, expected);
        assertEquals((short)(((7 * 34 + 3) * 55 + 11) * 31), expected[0]);
        final short[] values = new short[block.voxels()];
        chunked.readNative(block, values);
        assertArrayEquals(expected, values);
    }

    @Test
    void largePlanesAreReadInParts() throws IOException {
        final int[][] data = IntStream.range(0, 700).mapToObj(
            y -> IntStream.range(0, 900).map(x -> 1000 * y + x).toArray()).toArray(int[][]::new);
        final Volume volume = open(write(file -> file.putDataset("data", data)));
        assertTrue(volume.chunkSize()[1] < 700);
        final int[] corner = new int[4];
        volume.readNative(new Block(898, 698, 0, 2, 2, 1), corner);
        assertArrayEquals(new int[] {698_898, 698_899, 699_898, 699_899}, corner);
    }

    @Test
    void longAndDoubleNumbersAreReadAsShorterOnes() throws IOException {
        final Volume longs = open(write(file -> file.putDataset("labels", new long[][] {{1, -2}, {3, 4}})));
        assertEquals(VoxelType.INT32, longs.type());
        assertArrayEquals(new int[] {1, -2, 3, 4}, (int[])TestVoxels.all(longs));
        final Volume doubles = open(write(file -> file.putDataset("data", new double[][] {{0.5, -2}})));
        assertArrayEquals(new float[] {0.5f, -2}, (float[])TestVoxels.all(doubles));
        final Volume huge = open(write(file -> file.putDataset("labels", new long[][] {{1L << 40}})));
        assertTrue(assertThrows(UncheckedIOException.class, () -> TestVoxels.all(huge)).getMessage()
            .endsWith("scan.h5: The data set 'labels' has integers of 64 bit with values beyond those of 32 bit. Save "
                + "it as int32 or float32."));
    }

    @Test
    void theVoxelSizeIsThatOfTheAttribute() throws IOException {
        final Path path = write(file -> {
            file.putDataset("a", NUMBERS).putAttribute("element_size_um", new double[] {0.5, 0.25, 0.125});
            file.putDataset("b", new int[2][3]).putAttribute("element_size_um", new float[] {0.5f, 0.25f, 0.125f});
            tag(file.putDataset("c", new int[1][4][3][2]), "cxyz");
        });
        assertEquals(new VoxelSize(0.125, 0.25, 0.5),
            VolumeFiles.open(VolumeSource.of(path.resolve("a"))).voxelSize());
        assertEquals(new VoxelSize(0.125, 0.25, 0.5),
            VolumeFiles.open(VolumeSource.of(path.resolve("b"))).voxelSize());
        assertEquals(new VoxelSize(0.5, 0.5, 0.5), open(path.resolve("a")).voxelSize());
        assertThrows(MissingVoxelSizeException.class, () -> VolumeFiles.open(VolumeSource.of(path.resolve("c"))));
    }

    private String messageOf(final Path path) {
        return assertThrows(VolumeFormatException.class, () -> open(path)).getMessage();
    }

    @Test
    void aMissingOrUnnamedDataSetIsAskedForWithThoseThatThereAre() {
        final Path path = write(file -> {
            file.putDataset("raw", new byte[2][3]);
            file.putGroup("volume").putDataset("labels", NUMBERS);
        });
        assertEquals(path + ": There is no data set 'label'. The file has 'raw' (2 x 3, int8); 'volume/labels' "
            + "(2 x 3 x 4, int32).", messageOf(path.resolve("label")));
        assertEquals(path + ": Name one of its data sets behind the file, such as scan.h5/raw. The file has 'raw' "
            + "(2 x 3, int8); 'volume/labels' (2 x 3 x 4, int32).", messageOf(path));
        assertTrue(messageOf(path.resolve("volume")).contains("There is no data set 'volume'."));
        final Path none = write(file -> file.putDataset("text", new String[] {"a"}));
        assertEquals(none + ": No data set can be a volume. The file has no data sets of numbers.", messageOf(none));
        assertEquals(none + ": The data set 'text' holds StringData, which is not supported. Save it as integers of 8 "
            + "to 64 bit, float32 or float64.", messageOf(none.resolve("text")));
    }

    @Test
    void severalChannelsAreRefused() {
        final Path path = write(file -> tag(file.putDataset("exported_data", new float[2][2][3][4]), "zyxc"));
        assertEquals(path + ": The data set 'exported_data' (2 x 2 x 3 x 4, float32) has the axes z, y, x, c, but a "
            + "volume has one time and one channel: save one of them.", messageOf(path));
        final Path unnamed = write(file -> file.putDataset("data", new float[2][2][2][2][2][2]));
        assertEquals(unnamed + ": The data set 'data' (2 x 2 x 2 x 2 x 2 x 2, float32) has axes without names, but a "
            + "volume has the axes z, y, x or y, x, with at least one voxel along each.", messageOf(unnamed));
        final Path malformed = write(file -> file.putDataset("data", NUMBERS).putAttribute("axistags", "{"));
        assertEquals(malformed + ": The attribute axistags of 'data' is malformed: {", messageOf(malformed));
    }

    @Test
    void damagedFilesAreNamed() throws IOException {
        final Path text = Files.writeString(folder.resolve("text.h5"), "This is a text, whatever the name may be.");
        assertEquals(text + ": This is no HDF5 file, whatever its name says.", messageOf(text));
        final Path empty = Files.createFile(folder.resolve("empty.h5"));
        assertEquals(empty + ": The file is empty. Copy or write it again.", messageOf(empty));
        final Path whole = write(file -> file.putDataset("data", new int[40][40][40]));
        final Path cut = Files.write(folder.resolve("cut.h5"),
            Arrays.copyOf(Files.readAllBytes(whole), (int)Files.size(whole) - 100_000));
        final String message = assertThrows(Exception.class, () -> TestVoxels.all(open(cut))).getMessage();
        assertTrue(message.startsWith(cut + ": The file is "), message);
        assertTrue(message.endsWith("Copy or write it again."), message);
    }

    @Test
    void aVolumeThatIsOpenHoldsNoFileOpen() throws IOException {
        final Path path = write(file -> file.putDataset("data", NUMBERS));
        final Volume volume = open(path);
        final Path away = Files.move(path, folder.resolve("away.h5"));
        assertTrue(assertThrows(UncheckedIOException.class, () -> TestVoxels.all(volume)).getMessage()
            .startsWith(path + ": There is no such file."));
        Files.move(away, path);
        assertNumbers(volume);
    }
}
