// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;
import org.electrode4d.volume.morphology.DistanceTransform;
import org.electrode4d.volume.morphology.VolumeBorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceTransformTest {

    @TempDir
    Path folder;

    private static float[] distances(final Volume mask, final VolumeBorder border) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return Bodies.floats(DistanceTransform.of(mask, border, scratch, Progress.NONE));
        }
    }

    @Test
    void cornersAreNearerThanEdges() throws IOException {
        final Volume image = Bodies.image(
            "#####",
            "#####",
            "##.##");
        final double[] expected = {Math.sqrt(8), Math.sqrt(5), 2, Math.sqrt(5), Math.sqrt(8),
            Math.sqrt(5), Math.sqrt(2), 1, Math.sqrt(2), Math.sqrt(5), 2, 1, 0, 1, 2};
        final float[] found = distances(image, VolumeBorder.OPEN);
        for (int i = 0; i < expected.length; i++) {
            assertEquals((float)expected[i], found[i], 0);
        }
    }

    @Test
    void theBorderMayBeOutside() throws IOException {
        final Volume image = Bodies.image(
            "####",
            "####",
            "####");
        assertArrayEquals(new float[] {1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1},
            distances(image, VolumeBorder.BACKGROUND), "and an image has none along z");
    }

    @Test
    void distancesAreMicrometres() throws IOException {
        final VoxelSize size = new VoxelSize(0.5, 2, 3);
        final Shape shape = new Shape(9, 9, 9);
        final float[] found = distances(Bodies.mask(shape, size, (x, y, z) -> x + y + z > 0), VolumeBorder.OPEN);
        assertEquals(4, found[8], 0);
        assertEquals(16, found[8 * 9], 0);
        assertEquals(24, found[8 * 81], 0);
        assertEquals((float)Math.sqrt(16 + 256 + 576), found[728], 0);
    }

    @Test
    void theMiddleOfABallIsItsRadiusAway() throws IOException {
        final Volume ball = Bodies.mask(new Shape(31, 31, 31), VoxelSize.isotropic(0.1),
            (x, y, z) -> Math.hypot(Math.hypot(x - 15, y - 15), z - 15) < 13);
        assertEquals(1.3f, distances(ball, VolumeBorder.OPEN)[15 * (1 + 31 + 961)], 0);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1, 1, 1", "0.95, 1, 1, 1", "0.9, 0.3, 0.7, 1.1", "0.999, 2, 1, 0.25"})
    void noiseIsMeasuredAsByTryingEveryVoxel(final double share, final double x, final double y, final double z)
        throws IOException {
        final Volume mask = Bodies.noise(new Shape(17, 13, 37), new VoxelSize(x, y, z), share, 7);
        for (final VolumeBorder border : VolumeBorder.values()) {
            assertArrayEquals(Bruteforce.distances(mask, border), distances(mask, border), 1e-6f);
        }
    }

    @Test
    void noVoxelInsideHasNoDistance() throws IOException {
        final Volume empty = Bodies.mask(new Shape(3, 3, 3), (x, y, z) -> false);
        assertArrayEquals(new float[27], distances(empty, VolumeBorder.BACKGROUND));
    }

    @Test
    void noVoxelOutsideIsAnError() throws IOException {
        final Volume full = Bodies.mask(new Shape(3, 3, 3), (x, y, z) -> true);
        assertTrue(assertThrows(VolumeException.class, () -> distances(full, VolumeBorder.OPEN)).getMessage()
            .contains("body"));
        assertEquals(2, distances(full, VolumeBorder.BACKGROUND)[13], 0);
    }

    @Test
    void thePhaseMayBeFarAway() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertArrayEquals(new float[] {2, 1, 0, 0, 1}, Bodies.floats(
                DistanceTransform.to(Bodies.image("..##."), scratch, Progress.NONE)));
        }
    }

    @Test
    void signedDistancesTellInsideFromOutside() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertArrayEquals(new float[] {-2, -1, 1, 2, 1}, Bodies.floats(DistanceTransform.signed(
                Bodies.image("..###"), VolumeBorder.BACKGROUND, scratch, Progress.NONE)));
            assertArrayEquals(new float[] {-2, -1, 1, 2, 3}, Bodies.floats(DistanceTransform.signed(
                Bodies.image("..###"), VolumeBorder.OPEN, scratch, Progress.NONE)));
        }
    }

    @Test
    void thereIsNoDistanceToAPhaseThatIsMissing() throws IOException {
        final Volume empty = Bodies.image("...");
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertTrue(assertThrows(VolumeException.class,
                () -> DistanceTransform.to(empty, scratch, Progress.NONE)).getMessage()
                .startsWith("No voxel of body is inside"));
        }
    }

    @Test
    void longDistancesAreExact() throws IOException {
        final int length = 70_001;
        final Volume line = Bodies.mask(new Shape(length, 2, 1), (x, y, z) -> x > 0 || y > 0);
        final float[] found = distances(line, VolumeBorder.OPEN);
        for (int x = 0; x < length; x++) {
            assertEquals(x, found[x], 0);
            assertEquals((float)Math.sqrt((double)x * x + 1), found[length + x], 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "1, 0.25", "1.1, 1"})
    void shortAndLongDistancesFollowTheSameRule(final double y, final double z) throws IOException {
        // planes with short distances, long ones, and some that have no voxel outside by themselves
        final Volume body = Bodies.mask(new Shape(110, 3, 24), new VoxelSize(1, y, z),
            (column, row, plane) -> plane < 5 ? column % 7 > 0
                : plane < 15 ? column + row > 0 : plane < 23 || column < 50);
        for (final VolumeBorder border : VolumeBorder.values()) {
            assertArrayEquals(Bruteforce.distances(body, border), distances(body, border), 1e-5f);
        }
    }

    @Test
    void workThatNobodyWantsStops() throws IOException {
        final AtomicInteger checks = new AtomicInteger();
        final Progress impatient = new Progress() {
            @Override
            public void check() {
                if (checks.incrementAndGet() > 60) {
                    throw new CancellationException();
                }
            }

            @Override
            public void report(final double fraction, final String message) {
                assertTrue(fraction >= 0 && fraction <= 1, message + " at " + fraction);
            }
        };
        final Volume noise = Bodies.noise(new Shape(9, 9, 90), VoxelSize.isotropic(1), 0.9, 1);
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertThrows(CancellationException.class,
                () -> DistanceTransform.of(noise, VolumeBorder.OPEN, scratch, impatient));
            checks.set(0);
            assertThrows(CancellationException.class,
                () -> ConnectedComponents.of(noise, Connectivity.FACES, scratch, impatient));
        }
    }

    @Test
    void neitherThreadsNorFilesChangeAnything() throws IOException {
        final Volume mask = Bodies.noise(new Shape(33, 18, 50), new VoxelSize(1, 1.5, 0.7), 0.99, 3);
        final float[] expected = Parallelization.runSingleThreaded(() -> inScratch(mask, Long.MAX_VALUE));
        assertArrayEquals(expected, Parallelization.runWithNumThreads(4, () -> inScratch(mask, Long.MAX_VALUE)));
        assertArrayEquals(expected, Parallelization.runWithNumThreads(4, () -> inScratch(mask, 0)));
    }

    private float[] inScratch(final Volume mask, final long heap) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open(heap, folder)) {
            return Bodies.floats(DistanceTransform.of(mask, VolumeBorder.OPEN, scratch, Progress.NONE));
        }
    }
}
