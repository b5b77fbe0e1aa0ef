// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Exchange with Python's numpy and tifffile, where they are installed. */
class NumpyComparisonTest {

    private static final Shape SHAPE = new Shape(13, 11, 7);

    @TempDir
    Path folder;

    private static Volume noise(final VoxelType type) {
        return LazyVolume.load("noise", new Layout(SHAPE, type, 5, 5, 5), new VoxelSize(0.65, 0.65, 0.5),
            chunk -> TestVoxels.noise(type, SHAPE, chunk));
    }

    private static String python(final String script, final Path... files) throws IOException {
        final String[] command = new String[files.length + 3];
        command[0] = "python3";
        command[1] = "-c";
        command[2] = script;
        for (int i = 0; i < files.length; i++) {
            command[i + 3] = files[i].toString();
        }
        final Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "no python3: " + e.getMessage());
            return "";
        }
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assumeTrue(!output.contains("ModuleNotFoundError"), "python3 lacks a module: " + output);
        return output;
    }

    @ParameterizedTest
    @EnumSource(VoxelType.class)
    void numpyReadsWhatIsWrittenAndBack(final VoxelType type) throws IOException {
        final Path ours = folder.resolve("ours.npy");
        final Path theirs = folder.resolve("theirs.npy");
        VolumeFiles.write(noise(type), ours, WriteOptions.of(Format.NPY), Progress.NONE);
        assertEquals("(7, 11, 13) " + type.name().toLowerCase(Locale.ROOT), python("""
            import sys, numpy
            a = numpy.load(sys.argv[1])
            numpy.save(sys.argv[2], numpy.asfortranarray(a.astype(a.dtype.newbyteorder('>'))))
            print(a.shape, a.dtype)
            """, ours, theirs));
        final Volume back = VolumeFiles.open(VolumeSource.of(theirs).withVoxelSize(VoxelSize.isotropic(1)));
        TestVoxels.assertSame(TestVoxels.all(noise(type)), TestVoxels.all(back));
    }

    @ParameterizedTest
    @CsvSource({"UINT8, NONE", "INT16, DEFLATE", "UINT16, NONE", "FLOAT32, DEFLATE", "INT32, NONE"})
    void tifffileReadsWhatIsWrittenAndBack(final VoxelType type, final Compression compression) throws IOException {
        final Path ours = folder.resolve("ours.tif");
        final Path theirs = folder.resolve("theirs.tif");
        VolumeFiles.write(noise(type), ours, WriteOptions.of(Format.TIFF).withCompression(compression), Progress.NONE);
        assertEquals("(7, 11, 13) micron 0.5", python("""
            import sys, tifffile
            with tifffile.TiffFile(sys.argv[1]) as f:
                a = f.asarray()
                m = f.imagej_metadata
            tifffile.imwrite(sys.argv[2], a, byteorder='>', bigtiff=True, tile=(16, 32), compression='zlib',
                             predictor=a.dtype.kind != 'f')
            print(a.shape, m['unit'], m['spacing'])
            """, ours, theirs));
        final Volume back = VolumeFiles.open(VolumeSource.of(theirs).withVoxelSize(VoxelSize.isotropic(1)));
        TestVoxels.assertSame(TestVoxels.all(noise(type)), TestVoxels.all(back));
    }
}
