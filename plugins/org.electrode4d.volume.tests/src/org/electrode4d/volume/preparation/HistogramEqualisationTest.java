// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.filter.Conversion;
import org.electrode4d.volume.io.Format;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.WriteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Literal values are those of scikit-image 0.19.3. */
class HistogramEqualisationTest {

    private static final Shape EIGHT = new Shape(4, 2, 1);
    private static final Volume BYTES = TestSlices.bytes(EIGHT, 3, 7, 7, 200, 3, 3, 50, 7);
    private static final Volume FLOATS =
        TestSlices.floats(EIGHT, 0.5f, -1.25f, 3, 0.125f, 2, 2.5f, -0.75f, 1);

    @TempDir
    Path folder;

    private static GreyDistribution distribution(final Volume volume) {
        return GreyDistribution.of(volume, null, GreyDistribution.BINS, Progress.NONE);
    }

    private static float[] equalised(final Volume volume) {
        return TestSlices.read(HistogramEqualisation.of(volume, distribution(volume), VoxelType.FLOAT32));
    }

    @Test
    void integersBecomeTheShareThatIsNotBrighter() {
        assertArrayEquals(new float[] {0.375f, 0.75f, 0.75f, 1, 0.375f, 0.375f, 0.875f, 0.75f}, equalised(BYTES));
        final Volume signed = Volume.of("signed", ArrayImgs.shorts(new short[] {-300, 5, 5, 17}, 2, 2), TestSlices.ONE);
        assertArrayEquals(new float[] {0.25f, 0.75f, 0.75f, 1}, equalised(signed));
    }

    @Test
    void floatsAreInterpolatedBetweenTheMiddlesOfBins() {
        final GreyDistribution fine = distribution(FLOATS);
        final double[] expected = {0.4889705882352941, 0.125, 1, 0.375, 0.75, 0.875, 0.20220588235294118, 0.625};
        final float[] values = TestSlices.read(FLOATS);
        for (int i = 0; i < values.length; i++) {
            assertEquals(expected[i], fine.at(values[i]), 1e-12);
        }
        final GreyDistribution coarse = GreyDistribution.of(FLOATS, null, 4, Progress.NONE);
        assertEquals(0.51838235294117652, coarse.at(0.5), 1e-12);
        assertEquals(0.25, coarse.at(-1.25), 1e-12);
        assertEquals(0.83455882352941169, coarse.at(2), 1e-12);
        assertEquals(1, coarse.at(7), 0);
    }

    @Test
    void insideAMask() {
        final Volume mask = TestSlices.bytes(EIGHT, 0, 1, 1, 0, 1, 0, 1, 1);
        final GreyDistribution inside = GreyDistribution.of(BYTES, mask, 256, Progress.NONE);
        assertArrayEquals(new float[] {0.2f, 0.8f, 0.8f, 1, 0.2f, 0.2f, 1, 0.8f},
            TestSlices.read(HistogramEqualisation.of(BYTES, inside, VoxelType.FLOAT32)));
    }

    @Test
    void sixteenBit() {
        final Volume equalised = HistogramEqualisation.of(BYTES, distribution(BYTES), VoxelType.UINT16);
        assertEquals(VoxelType.UINT16, equalised.type());
        assertArrayEquals(new float[] {24576, 49151, 49151, 65535, 24576, 24576, 57343, 49151},
            TestSlices.read(equalised));
        assertThrows(IllegalArgumentException.class,
            () -> HistogramEqualisation.of(BYTES, distribution(BYTES), VoxelType.UINT8));
    }

    @Test
    void oneValue() {
        final Volume seven = TestSlices.bytes(new Shape(2, 1, 1), 7, 7);
        assertTrue(distribution(seven).isConstant());
        assertArrayEquals(new float[] {1, 1}, equalised(seven));
        final Volume real = TestSlices.floats(new Shape(2, 1, 1), 2.5f, 2.5f);
        assertTrue(distribution(real).isConstant());
        assertArrayEquals(new float[] {0.5f, 0.5f}, equalised(real));
        assertFalse(distribution(TestSlices.floats(new Shape(2, 1, 1), 2, 3)).isConstant());
    }

    @Test
    void whatIsNoNumberStaysAndDoesNotCount() {
        final Volume volume = TestSlices.floats(new Shape(5, 1, 1), Float.NaN, 0, 1, Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY);
        assertArrayEquals(new float[] {Float.NaN, 0.5f, 1, 1, 0.5f}, equalised(volume));
    }

    @Test
    void slicesHaveTheirOwnHistograms() throws IOException {
        final Volume bytes = TestSlices.bytes(new Shape(2, 1, 3), 1, 2, 20, 10, 5, 5);
        final Volume floats = Conversion.of(bytes, VoxelType.FLOAT32);
        try (ScratchSpace space = ScratchSpace.open()) {
            assertArrayEquals(new float[] {0.5f, 1, 1, 0.5f, 1, 1}, TestSlices.read(
                HistogramEqualisation.slices(bytes, 256, VoxelType.FLOAT32, space, Progress.NONE)));
            assertArrayEquals(new float[] {0.5f, 1, 1, 0.5f, 0.5f, 0.5f}, TestSlices.read(
                HistogramEqualisation.slices(floats, 256, VoxelType.FLOAT32, space, Progress.NONE)));
            final Volume empty = TestSlices.floats(new Shape(1, 1, 2), Float.NaN, 3);
            assertArrayEquals(new float[] {Float.NaN, 0.5f}, TestSlices.read(
                HistogramEqualisation.slices(empty, 256, VoxelType.FLOAT32, space, Progress.NONE)));
        }
    }

    @Test
    void blocksAndThreadsDoNotMatter() throws IOException {
        final Shape shape = new Shape(70, 66, 65);
        final Volume volume = TestSlices.floats(shape, TestSlices.grains(shape, 20, 1));
        final float[] whole = Parallelization.runSingleThreaded(() -> equalised(volume));
        assertArrayEquals(whole,
            Parallelization.runWithNumThreads(4, () -> equalised(TestSlices.chunked(volume, 9))));
        try (ScratchSpace memory = ScratchSpace.open(); ScratchSpace disk = ScratchSpace.open(0, folder)) {
            final float[] slices = TestSlices.read(
                HistogramEqualisation.slices(volume, 64, VoxelType.UINT16, memory, Progress.NONE));
            assertArrayEquals(slices, TestSlices.read(HistogramEqualisation.slices(TestSlices.chunked(volume, 9), 64,
                VoxelType.UINT16, disk, Progress.NONE)));
        }
    }

    @Test
    void whatCannotBeIsExplained() throws IOException {
        final Volume nothing = TestSlices.floats(new Shape(2, 1, 1), Float.NaN, Float.NaN);
        final String none = assertThrows(IllegalArgumentException.class, () -> distribution(nothing)).getMessage();
        assertTrue(none.contains("No voxel of floats holds a number"), none);
        final Volume empty = TestSlices.bytes(EIGHT, new int[8]);
        final String mask = assertThrows(IllegalArgumentException.class,
            () -> GreyDistribution.of(BYTES, empty, 256, Progress.NONE)).getMessage();
        assertTrue(mask.contains("Choose another mask"), mask);
        assertThrows(IllegalArgumentException.class, () -> GreyDistribution.of(BYTES, FLOATS, 256, Progress.NONE));
        assertThrows(IllegalArgumentException.class,
            () -> GreyDistribution.of(BYTES, TestSlices.bytes(new Shape(1, 1, 1), 1), 256, Progress.NONE));
        assertThrows(IllegalArgumentException.class, () -> GreyDistribution.of(BYTES, null, 1, Progress.NONE));
        final Volume large = Volume.of("large", ArrayImgs.ints(new int[] {0, 1 << 30}, 2, 1), TestSlices.ONE);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> distribution(large)).getMessage()
            .contains("scale them to 16 bit"));
        try (ScratchSpace space = ScratchSpace.open()) {
            assertThrows(IllegalArgumentException.class,
                () -> HistogramEqualisation.slices(large, 256, VoxelType.FLOAT32, space, Progress.NONE));
        }
    }

    /** The largest difference to scikit-image, computed by it in double; skipped where it is not installed. */
    @ParameterizedTest
    @EnumSource(names = {"UINT8", "UINT16", "INT16", "FLOAT32"})
    void asScikitImage(final VoxelType type) throws IOException {
        final Shape shape = new Shape(31, 17, 13);
        final float[] values = TestSlices.grains(shape, 30, 4);
        for (int i = 0; i < values.length; i++) {
            values[i] = type.isSigned() ? 17.3f * (values[i] - 100) : values[i];
        }
        final Volume volume = Conversion.of(TestSlices.floats(shape, values), type);
        final Path file = folder.resolve("volume.npy");
        VolumeFiles.write(volume, file, WriteOptions.of(Format.NPY), Progress.NONE);
        final String[] theirs = python("""
            import sys, numpy
            from skimage.exposure import equalize_hist
            a = numpy.load(sys.argv[1])
            a = a.astype(float) if a.dtype.kind == 'f' else a
            print(' '.join(map(repr, map(float, equalize_hist(a).ravel()))))
            """, file).split(" ");
        final GreyDistribution distribution = distribution(volume);
        final float[] read = TestSlices.read(volume);
        final double largest = Arrays.stream(java.util.stream.IntStream.range(0, read.length)
            .mapToDouble(i -> Math.abs(distribution.at(read[i]) - Double.parseDouble(theirs[i]))).toArray()).max()
            .orElseThrow();
        assertEquals(0, largest, 1e-12);
    }

    private static String python(final String script, final Path file) throws IOException {
        Process process = null;
        for (final String python : new String[] {"/usr/bin/python3", "python3"}) {
            try {
                process = new ProcessBuilder(python, "-c", script, file.toString()).redirectErrorStream(true).start();
                break;
            } catch (IOException e) {
                System.getLogger("test").log(System.Logger.Level.DEBUG, "not there", e);
            }
        }
        assumeTrue(process != null, "no python3");
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assumeTrue(!output.contains("ModuleNotFoundError"), "python3 lacks a module: " + output);
        return output;
    }
}
