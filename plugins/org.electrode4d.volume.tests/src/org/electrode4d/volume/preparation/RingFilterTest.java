// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RingFilterTest {

    private static final int N = 512;
    private static final double MIDDLE = (N - 1) / 2.0;

    @TempDir
    Path folder;

    /** A round sample of grains; 40 rings of the given standard deviation where {@code angle} says so. */
    private static int[] phantom(final double rings, final double toDegrees) {
        final float[] grains = TestSlices.grains(new Shape(N, N, 1), 0, 1);
        final double[] profile = profile(rings);
        final Random random = new Random(2);
        final int[] slice = new int[N * N];
        for (int i = 0; i < slice.length; i++) {
            final double x = i % N - MIDDLE;
            final double y = i / N - MIDDLE;
            final double radius = Math.hypot(x, y);
            final double angle = Math.toDegrees(Math.atan2(y, x));
            final double ring = (angle < 0 ? angle + 360 : angle) < toDegrees ? profile[(int)Math.rint(radius)] : 0;
            final double grey = (radius > 250 ? 20 : grains[i]) + ring + 3 * random.nextGaussian();
            slice[i] = (int)Math.max(0, Math.min(255, Math.rint(grey)));
        }
        return slice;
    }

    /** Rings one voxel wide at random radii, smoothed with a Gaussian of 0.7 voxels. */
    private static double[] profile(final double rings) {
        final Random random = new Random(3);
        final double[] sharp = new double[400];
        for (int i = 0; i < 40; i++) {
            sharp[5 + random.nextInt(245)] = 14 * rings * random.nextGaussian();
        }
        final double[] smooth = new double[sharp.length];
        final double[] kernel = {0.0096, 0.2054, 0.57, 0.2054, 0.0096};
        for (int i = 2; i < sharp.length - 2; i++) {
            for (int k = -2; k <= 2; k++) {
                smooth[i] += kernel[k + 2] * sharp[i + k];
            }
        }
        return smooth;
    }

    private static double error(final int[] slice, final int[] truth) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < slice.length; i++) {
            if (Math.hypot(i % N - MIDDLE, i / N - MIDDLE) <= 245) {
                sum += (slice[i] - truth[i]) * (slice[i] - truth[i]);
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    private static int[] filter(final int[] slice, final RingSettings settings) throws IOException {
        final float[] values = filter(TestSlices.bytes(new Shape(N, N, 1), slice), settings);
        final int[] integers = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            integers[i] = (int)values[i];
        }
        return integers;
    }

    private static float[] filter(final Volume volume, final RingSettings settings) throws IOException {
        try (ScratchSpace space = ScratchSpace.open()) {
            return TestSlices.read(RingFilter.of(volume, settings, space, Progress.NONE).volume());
        }
    }

    @Test
    void fullRingsGoWithDefaultSettings() throws IOException {
        final int[] clean = phantom(0, 360);
        final int[] rings = phantom(1, 360);
        assertTrue(error(rings, clean) > 3, "before: " + error(rings, clean));
        final double after = error(filter(rings, RingSettings.DEFAULT), clean);
        assertTrue(after < 1.2 && after < 0.4 * error(rings, clean), "after: " + after);
        final double harm = error(filter(clean, RingSettings.DEFAULT), clean);
        assertTrue(harm < 0.3, "a slice without rings changes by " + harm);
    }

    @Test
    void halfRingsNeedAnAngularWindow() throws IOException {
        final int[] clean = phantom(0, 360);
        final int[] rings = phantom(1, 180);
        final double before = error(rings, clean);
        final double full = error(filter(rings, RingSettings.DEFAULT), clean);
        final double sector = error(filter(rings, RingSettings.DEFAULT.withAngularWindow(45)), clean);
        assertTrue(sector < 0.5 * before && sector < 0.65 * full, before + ", " + full + ", " + sector);
    }

    @Test
    void theAmountIsTold() throws IOException {
        try (ScratchSpace space = ScratchSpace.open()) {
            final RingFilter filter = RingFilter.of(TestSlices.bytes(new Shape(N, N, 1), phantom(1, 360)),
                RingSettings.DEFAULT, space, Progress.NONE);
            assertEquals(error(phantom(1, 360), phantom(0, 360)), filter.rootMeanSquare(), 0.6);
        }
    }

    /** A ring about a centre in the lower left, in floating point, with NaN in a corner. */
    private static float[] small(final int width, final int height, final double right, final double down) {
        final float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            final double radius = Math.hypot(i % width - right, i / width - down);
            values[i] = 100 + (i / width) + (Math.abs(radius - 30) < 1 ? 10 : 0);
        }
        values[width - 1] = Float.NaN;
        return values;
    }

    @Test
    void theCentreMayBeElsewhereAndWhatIsNoNumberStays() throws IOException {
        final RingSettings settings = RingSettings.DEFAULT.withCentre(20, 90);
        final float[] values = small(80, 100, 20, 90);
        final float[] filtered = filter(TestSlices.floats(new Shape(80, 100, 1), values), settings);
        assertEquals(Float.NaN, filtered[79]);
        assertEquals(160, values[60 * 80 + 20] - 10);
        assertEquals(160, filtered[60 * 80 + 20], 1.5);
        assertEquals(190, filtered[90 * 80 + 50], 1.5);
        assertEquals(110, filtered[10 * 80 + 60], 0.5);
        final float[] elsewhere = filter(TestSlices.floats(new Shape(80, 100, 1), values), RingSettings.DEFAULT);
        assertEquals(170, elsewhere[60 * 80 + 20], 3, "not about another centre");
    }

    @Test
    void theAxisOfRotationIsChosen() throws IOException {
        final float[] slice = small(60, 50, 29.5, 24.5);
        final RingSettings settings = RingSettings.DEFAULT;
        final float[] z = filter(TestSlices.floats(new Shape(60, 50, 1), slice), settings);
        assertArrayEquals(z, filter(TestSlices.floats(new Shape(60, 1, 50), slice), settings.withAxis(RotationAxis.Y)));
        assertArrayEquals(z, filter(TestSlices.floats(new Shape(1, 60, 50), slice), settings.withAxis(RotationAxis.X)));
    }

    @Test
    void theWallOfACapillaryIsNoRing() throws IOException {
        final int[] wall = phantom(0, 360);
        for (int i = 0; i < wall.length; i++) {
            final double radius = Math.hypot(i % N - MIDDLE, i / N - MIDDLE);
            wall[i] = radius > 150 && radius < 153 ? 250 : wall[i];
        }
        assertTrue(error(filter(wall, RingSettings.DEFAULT), wall) < 0.5);
        assertTrue(error(filter(wall, RingSettings.DEFAULT.withLargestRing(Double.POSITIVE_INFINITY)), wall) > 5);
    }

    @Test
    void aSliceOfOneValueAndOneVoxelStay() throws IOException {
        final int[] flat = new int[N * N];
        Arrays.fill(flat, 7);
        assertArrayEquals(flat, filter(flat, RingSettings.DEFAULT));
        assertArrayEquals(new float[] {3}, filter(TestSlices.floats(new Shape(1, 1, 1), 3), RingSettings.DEFAULT));
        assertArrayEquals(new float[] {Float.NaN, Float.NaN},
            filter(TestSlices.floats(new Shape(2, 1, 1), Float.NaN, Float.NaN), RingSettings.DEFAULT));
    }

    @Test
    void factsAndTypeStay() throws IOException {
        final Volume volume = TestSlices.bytes(new Shape(3, 2, 2), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255)
            .withVoxelSize(new VoxelSize(0.5, 0.5, 2)).withOrigin(new Point(1, 2, 3));
        try (ScratchSpace space = ScratchSpace.open()) {
            final Volume filtered = RingFilter.of(volume, RingSettings.DEFAULT, space, Progress.NONE).volume();
            assertEquals(VoxelType.UINT8, filtered.type());
            assertEquals(new VoxelSize(0.5, 0.5, 2), filtered.voxelSize());
            assertEquals(new Point(1, 2, 3), filtered.origin());
        }
    }

    @Test
    void blocksThreadsAndPlaceOfTheRingsDoNotMatter() throws IOException {
        final Shape shape = new Shape(90, 70, 9);
        final Volume volume = TestSlices.floats(shape, TestSlices.grains(shape, 3, 5));
        final RingSettings settings = RingSettings.DEFAULT.withAngularWindow(60);
        final float[] expected = Parallelization.runSingleThreaded(() -> {
            try {
                return filter(volume, settings);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try (ScratchSpace space = ScratchSpace.open(0, folder)) {
            final Volume chunked = TestSlices.chunked(volume, 4);
            final float[] parallel = Parallelization.runWithNumThreads(4, () -> {
                try {
                    return TestSlices.read(TestSlices.chunked(
                        RingFilter.of(chunked, settings, space, Progress.NONE).volume(), 13));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertArrayEquals(expected, parallel);
        }
    }

    @Test
    void whatCannotBeIsExplained() {
        final Volume flat = TestSlices.floats(new Shape(2, 2, 2), new float[8])
            .withVoxelSize(new VoxelSize(0.5, 0.5, 2));
        final String voxels = assertThrows(IllegalArgumentException.class,
            () -> filter(flat, RingSettings.DEFAULT.withAxis(RotationAxis.X))).getMessage();
        assertTrue(voxels.contains("0.5 x 0.5 x 2.0 µm"), voxels);
        final String centre = assertThrows(IllegalArgumentException.class,
            () -> filter(flat, RingSettings.DEFAULT.withCentre(1e5, 0))).getMessage();
        assertTrue(centre.contains("Correct the centre"), centre);
        assertThrows(IllegalArgumentException.class, () -> RingSettings.DEFAULT.withMedianWindow(4));
        assertThrows(IllegalArgumentException.class, () -> RingSettings.DEFAULT.withAngularWindow(5));
        assertThrows(IllegalArgumentException.class, () -> RingSettings.DEFAULT.withLargestRing(Double.NaN));
    }
}
