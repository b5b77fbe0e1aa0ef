// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import net.imglib2.parallel.Parallelization;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every format does, whatever its files look like. */
abstract class VolumeFormatContract {

    private final WriteOptions options;
    private final boolean storesVoxelSize;
    private final boolean storesOrigin;
    private VoxelSize written;

    VolumeFormatContract(final WriteOptions options, final boolean storesVoxelSize, final boolean storesOrigin) {
        this.options = options;
        this.storesVoxelSize = storesVoxelSize;
        this.storesOrigin = storesOrigin;
    }

    @Property(tries = 60)
    void whatIsWrittenIsRead(@ForAll final VoxelType type, @ForAll @IntRange(min = 1, max = 40) final int x,
        @ForAll @IntRange(min = 1, max = 25) final int y, @ForAll @IntRange(min = 1, max = 20) final int z)
        throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            final Volume volume = noise(type, new Shape(x, y, z));
            final Volume read = roundTrip(volume, folder);
            assertEquals(type, read.type());
            assertEquals(volume.shape(), read.shape());
            TestVoxels.assertSame(TestVoxels.all(volume), TestVoxels.all(read));
        }
    }

    @Property(tries = 40)
    void voxelSizesSurvive(@ForAll @DoubleRange(min = 1e-4, max = 1e3) @Scale(6) final double x,
        @ForAll @DoubleRange(min = 1e-4, max = 1e3) @Scale(6) final double z) throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            final VoxelSize size = new VoxelSize(x, 2 * x, z);
            final Volume read = roundTrip(noise(VoxelType.UINT8, new Shape(2, 2, 2)).withVoxelSize(size), folder);
            assertEquals(x, read.voxelSize().x(), 1e-7 * x);
            assertEquals(2 * x, read.voxelSize().y(), 2e-7 * x);
            assertEquals(z, read.voxelSize().z(), 1e-7 * z);
        }
    }

    @Test
    void originsSurviveWhereTheFormatHasRoomForThem() throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            final Point origin = new Point(1.5, -2, 1024);
            final Volume read = roundTrip(noise(VoxelType.UINT8, new Shape(2, 2, 2)).withOrigin(origin), folder);
            assertEquals(storesOrigin ? origin : Point.ORIGIN, read.origin());
        }
    }

    @Test
    void theVolumeIsNamedAfterTheFile() throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            assertEquals("T0.scan", roundTrip(noise(VoxelType.INT16, new Shape(3, 2, 1)), folder).name());
        }
    }

    @Test
    void partsAreReadLikeTheWhole() throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            final Volume volume = noise(VoxelType.UINT16, new Shape(70, 45, 37));
            final Volume read = roundTrip(volume, folder);
            for (final Block block : List.of(new Block(0, 0, 36, 70, 45, 1), new Block(69, 0, 0, 1, 45, 37),
                new Block(13, 7, 11, 30, 30, 20), new Block(31, 31, 31, 2, 2, 2))) {
                final float[] expected = new float[block.voxels()];
                final float[] values = new float[block.voxels()];
                volume.read(block, expected);
                read.read(block, values);
                assertArrayEquals(expected, values);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(VoxelType.class)
    void specialValuesSurvive(final VoxelType type) throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            final Object special = switch (type.bytes()) {
                case 1 -> new byte[] {0, 1, -1, Byte.MIN_VALUE, Byte.MAX_VALUE, 7};
                case 2 -> new short[] {0, 1, -1, Short.MIN_VALUE, Short.MAX_VALUE, 7};
                default -> type.isInteger() ? new int[] {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 7}
                    : new float[] {0, -0f, Float.NaN, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, Float.MIN_VALUE};
            };
            final Volume volume = LazyVolume.load("special", new Layout(new Shape(3, 2, 1), type, 3, 2, 1),
                VoxelSize.isotropic(1), chunk -> special);
            TestVoxels.assertSame(special, TestVoxels.all(roundTrip(volume, folder)));
        }
    }

    @Test
    void theBytesDoNotDependOnThreads() throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            final Volume volume = noise(VoxelType.UINT16, new Shape(150, 140, 130));
            final Path one = folder.resolve("one" + options.format().suffix());
            final Path four = folder.resolve("four" + options.format().suffix());
            Parallelization.runWithNumThreads(1, () -> write(volume.withName("v"), one));
            Parallelization.runWithNumThreads(4, () -> write(volume.withName("v"), four));
            assertEquals(-1, folder.mismatch(one, four));
        }
    }

    @Test
    void aVoxelSizeInTheSourceCountsMore() throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            final Path file = folder.resolve("scan" + options.format().suffix());
            write(noise(VoxelType.UINT8, new Shape(2, 2, 2)), file);
            final VoxelSize given = new VoxelSize(3, 4, 5);
            assertEquals(given, VolumeFiles.open(VolumeSource.of(file).withVoxelSize(given)).voxelSize());
        }
    }

    @Test
    void withoutAVoxelSizeItIsAskedFor() throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            final Path file = folder.resolve("scan" + options.format().suffix());
            write(noise(VoxelType.UINT8, new Shape(2, 2, 2)), file);
            if (storesVoxelSize) {
                assertEquals(0.65, VolumeFiles.open(VolumeSource.of(file)).voxelSize().x(), 1e-9);
            } else {
                final var error = assertThrows(MissingVoxelSizeException.class,
                    () -> VolumeFiles.open(VolumeSource.of(file)));
                assertEquals(file + ": The voxel size is missing. Give the voxel size in µm along x, y and z.",
                    error.getMessage());
            }
        }
    }

    @Test
    void cancelledWorkLeavesNothing() throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            final Progress cancelled = new Progress() {
                private int checks;

                @Override
                public synchronized void check() {
                    if (++checks > 2) {
                        throw new CancellationException("enough");
                    }
                }

                @Override
                public void report(final double fraction, final String message) {
                    // nobody listens
                }
            };
            final Volume volume = noise(VoxelType.UINT16, new Shape(260, 270, 150));
            assertThrows(CancellationException.class, () -> VolumeFiles.write(volume,
                folder.resolve("scan" + options.format().suffix()), options, cancelled));
            assertEquals(List.of(), folder.names());
        }
    }

    @Test
    void aFailingSourceLeavesNothingAndKeepsWhatWasThere() throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            final Path file = folder.resolve("scan" + options.format().suffix());
            write(noise(VoxelType.UINT8, new Shape(2, 2, 2)), file);
            final Volume broken = LazyVolume.load("broken", new Layout(new Shape(9, 9, 9), VoxelType.UINT8, 4, 4, 4),
                VoxelSize.isotropic(1), chunk -> {
                    throw new VolumeFormatException(Path.of("slice7.tif"), "The file is truncated.");
                });
            final var error = assertThrows(VolumeFormatException.class, () -> write(broken, file));
            assertEquals("slice7.tif: The file is truncated.", error.getMessage());
            assertEquals(List.of(file.getFileName().toString()), folder.names());
            assertEquals(new Shape(2, 2, 2), open(file).shape());
        }
    }

    @Test
    void writingAgainReplaces() throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            final Path file = folder.resolve("scan" + options.format().suffix());
            write(noise(VoxelType.UINT8, new Shape(2, 2, 2)), file);
            write(noise(VoxelType.UINT8, new Shape(3, 3, 3)), file);
            assertEquals(new Shape(3, 3, 3), open(file).shape());
            assertEquals(List.of(file.getFileName().toString()), folder.names());
        }
    }

    @Test
    void foldersAreMadeOnlyWhenAsked() throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            final Path file = folder.resolve("missing").resolve("scan" + options.format().suffix());
            final Volume volume = noise(VoxelType.UINT8, new Shape(2, 2, 2));
            final var error = assertThrows(VolumeWriteException.class, () -> write(volume, file));
            assertEquals("Cannot write " + file + ": There is no folder " + file.getParent()
                + ". Make it, or choose that missing folders are made.", error.getMessage());
            assertFalse(Files.exists(file.getParent()));
            VolumeFiles.write(volume, file, options.creatingFolders(), Progress.NONE);
            assertTrue(Files.exists(file));
        }
    }

    private Volume roundTrip(final Volume volume, final TemporaryFolder folder) throws IOException {
        final Path file = folder.resolve("T0.scan" + options.format().suffix());
        write(volume, file);
        return open(file);
    }

    private Path write(final Volume volume, final Path file) throws IOException {
        written = volume.voxelSize();
        VolumeFiles.write(volume, file, options, Progress.NONE);
        return file;
    }

    /** A format without voxel size is told the one that was written. */
    private Volume open(final Path file) throws IOException {
        return VolumeFiles.open(new VolumeSource(file, "",
            storesVoxelSize ? Optional.empty() : Optional.of(written)));
    }

    private static Volume noise(final VoxelType type, final Shape shape) {
        return LazyVolume.load("noise", new Layout(shape, type, 16, 8, 8), new VoxelSize(0.65, 0.65, 0.5),
            chunk -> TestVoxels.noise(type, shape, chunk));
    }
}
