// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.Connectivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatershedTest {

    @TempDir
    Path folder;

    /** Balls in a row along x: centre and radius of each. */
    private static Volume balls(final Shape shape, final VoxelSize size, final double[]... balls) {
        return Bodies.mask(shape, size, (x, y, z) -> Arrays.stream(balls).anyMatch(ball -> square(x - ball[0])
            + square(y - (shape.y() - 1) / 2.0) + square(z - (shape.z() - 1) / 2.0) <= square(ball[1])));
    }

    private static double square(final double value) {
        return value * value;
    }

    private static Volume row(final double... heights) {
        final float[] values = new float[heights.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)heights[i];
        }
        return Volume.of("row", ArrayImgs.floats(values, values.length, 1, 1), VoxelSize.isotropic(1));
    }

    private static LabelVolume labels(final int... values) {
        return new LabelVolume(Volume.of("markers", ArrayImgs.ints(values, values.length, 1, 1),
            VoxelSize.isotropic(1)), new TreeMap<>());
    }

    private static int[] flood(final Relief relief, final WatershedSettings settings) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return Bodies.labels(Watershed.of(relief, settings, scratch, Progress.NONE).labels().volume());
        }
    }

    private static WatershedRegions divide(final Volume mask, final WatershedSettings settings,
        final ScratchSpace scratch) throws IOException {
        return Watershed.of(TouchingParticles.of(mask), settings, scratch, Progress.NONE);
    }

    /** Turns an axis of a volume of 72 x 48 x 48 voxels. */
    private static Volume touching(final int axis) {
        final long[] extents = {48, 48, 48};
        extents[axis] = 72;
        return Bodies.mask(new Shape(extents[0], extents[1], extents[2]), (x, y, z) -> {
            final int[] at = {x, y, z};
            double across = 0;
            for (int i = 0; i < 3; i++) {
                across += i == axis ? 0 : square(at[i] - 23.5);
            }
            return across + square(at[axis] - 22) <= 196 || across + square(at[axis] - 46) <= 196;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void twoEqualBallsAreCutIntoEqualHalves(final int axis) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final WatershedRegions halves = divide(touching(axis), WatershedSettings.of(1), scratch);
            assertArrayEquals(new long[] {48 * 48 * 72 - 22_684, 11_342, 11_342}, halves.sizes());
            assertEquals(0, halves.countOnBorder());
        }
    }

    @Test
    void aBodyThatLooksTheSameAfterTurningIsCutThatWay() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Volume body = Bodies.mask(new Shape(72, 50, 34), (x, y, z) ->
                square(x - 23) + square(y - 20) + square(z - 16.5) <= 196
                    || square(x - 48) + square(y - 29) + square(z - 16.5) <= 196);
            final int[] labels =
                Bodies.labels(divide(body, WatershedSettings.of(1), scratch).labels().volume());
            for (int i = 0; i < labels.length; i++) {
                assertTrue(labels[i] == 0 || labels[i] + labels[labels.length - 1 - i] == 3);
            }
            assertEquals(2, Arrays.stream(labels).max().getAsInt());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "0.5, 0.5, 0.5", "1, 1, 2.5"})
    void aRowOfBallsOfDifferentSize(final double x, final double y, final double z) throws IOException {
        final Volume row = Bodies.mask(new Shape(95, 41, (long)(40 / z) + 1), new VoxelSize(x, y, x * z),
            (i, j, k) -> ball(i - 20, j, k * z, 18) || ball(i - 45, j, k * z, 10) || ball(i - 60, j, k * z, 8)
                || ball(i - 77, j, k * z, 14));
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final WatershedRegions balls = divide(row, WatershedSettings.of(x), scratch);
            assertEquals(4, balls.count());
            final int[] labels = Bodies.labels(balls.labels().volume());
            final int middle = (int)(Math.round(20 / z) * 41 + 20) * 95;
            assertEquals(4,
                Arrays.stream(new int[] {20, 45, 60, 77}).map(at -> labels[middle + at]).distinct().count());
        }
    }

    private static boolean ball(final double x, final double y, final double z, final double radius) {
        return square(x) + square(y - 20) + square(z - 20) <= square(radius);
    }

    @Test
    void aPeakMustRiseByHToCount() throws IOException {
        final Relief relief = Relief.ofPeaks(row(1, 5, 4, 6, 1));
        assertArrayEquals(new int[] {1, 1, 2, 2, 2}, flood(relief, WatershedSettings.of(0)));
        assertArrayEquals(new int[] {1, 1, 2, 2, 2}, flood(relief, WatershedSettings.of(1)), "a rise of h counts");
        assertArrayEquals(new int[] {1, 1, 1, 1, 1}, flood(relief, WatershedSettings.of(1.01)));
    }

    @Test
    void whatALowPeakHasBelongsToTheOneItMeetsFirst() throws IOException {
        assertArrayEquals(new int[] {1, 1, 1, 1, 1, 2, 2},
            flood(Relief.ofPeaks(row(9, 7, 8, 6, 7, 5, 9)), WatershedSettings.of(2)));
    }

    @Test
    void equalPeaksAreOneWhereNothingLowLiesBetween() throws IOException {
        final Relief relief = Relief.ofPeaks(row(5, 5, 4.5, 5, 3));
        assertArrayEquals(new int[] {1, 1, 1, 1, 1}, flood(relief, WatershedSettings.of(1)));
        assertEquals(2, Arrays.stream(flood(relief, WatershedSettings.of(0.5))).max().getAsInt());
        assertArrayEquals(new int[] {1, 1, 1}, flood(Relief.ofPeaks(row(2, 2, 2)), WatershedSettings.of(0)));
    }

    @Test
    void gradientsAreFloodedFromTheirValleys() throws IOException {
        assertArrayEquals(new int[] {1, 1, 1, 2, 2},
            flood(Relief.ofValleys(row(0, -2, 3, -1, 0)), WatershedSettings.of(1)));
        assertArrayEquals(new int[] {1, 1, 1, 1, 1},
            flood(Relief.ofValleys(row(0, -2, 3, -1, 0)), WatershedSettings.of(5)));
    }

    @Test
    void floodsBeginAtGivenMarkers() throws IOException {
        final Relief relief = Relief.ofPeaks(row(9, 8, 3, 4, 5, 1, 7, 0, 6))
            .within(Bodies.image("#######.#"));
        assertArrayEquals(new int[] {40, 40, 40, 40, 40, 7, 7, 0, 0},
            flood(relief.from(labels(0, 0, 40, 0, 0, 0, 7, 3, 0)), WatershedSettings.of(3)),
            "what is not connected to a marker stays 0, and a marker outside of the mask is none");
    }

    @Test
    void withoutMarkersThereIsNothingToBeginAt() {
        assertTrue(assertThrows(VolumeException.class, () -> flood(Relief.ofPeaks(row(1, 2)).from(labels(0, 0)),
            WatershedSettings.of(0))).getMessage().contains("There are no markers"));
    }

    @Test
    void nearPeaksBecomeOne() throws IOException {
        final Relief relief = Relief.ofPeaks(row(9, 1, 8, 1, 1, 1, 9));
        assertEquals(3, Arrays.stream(flood(relief, WatershedSettings.of(0))).max().getAsInt());
        assertArrayEquals(new int[] {1, 1, 1, 1, 2, 2, 2},
            flood(relief, WatershedSettings.of(0).withLeastDistance(2.5)));
    }

    @Test
    void smallParticlesBecomePartOfANeighbour() throws IOException {
        final Relief relief = Relief.ofPeaks(row(9, 8, 8, 1, 7, 3, 8, 9, Float.NaN, 1));
        assertArrayEquals(new int[] {1, 1, 1, 2, 2, 2, 3, 3, 0, 4}, flood(relief, WatershedSettings.of(0)));
        assertArrayEquals(new int[] {1, 1, 1, 2, 2, 2, 2, 2, 0, 3},
            flood(relief, WatershedSettings.of(0).withLeastVolume(3)), "and stay where they have none");
    }

    @Test
    void linesSeparateWhatTouches() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Volume mask = balls(new Shape(80, 31, 31), VoxelSize.isotropic(1), new double[] {16, 14},
                new double[] {38, 14}, new double[] {60, 15});
            final WatershedRegions regions = divide(mask, WatershedSettings.of(1).withLines(true), scratch);
            assertEquals(3, regions.count());
            final int[] labels = Bodies.labels(regions.labels().volume());
            for (int i = 1; i < labels.length; i++) {
                assertFalse(labels[i] > 0 && labels[i - 1] > 0 && labels[i] != labels[i - 1]);
            }
            assertTrue(regions.sizes()[0] > Arrays.stream(Bodies.labels(mask)).filter(v -> v == 0).count());
        }
    }

    @Test
    void anImageIsAVolumeOfOnePlane() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final WatershedRegions regions = divide(Bodies.image(
                ".........",
                ".###.###.",
                ".#######.",
                ".###.###.",
                "........#"), WatershedSettings.of(0.5), scratch);
            assertEquals(3, regions.count());
            assertArrayEquals(new boolean[] {false, false, false, true}, regions.onBorder());
            assertEquals(1, regions.sizes()[3]);
        }
    }

    @Test
    void anEmptyMaskHasNoParticles() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final WatershedRegions none =
                divide(Bodies.mask(new Shape(4, 3, 2), (x, y, z) -> false), WatershedSettings.of(1), scratch);
            assertEquals(0, none.count());
            assertArrayEquals(new long[] {24}, none.sizes());
        }
    }

    @Test
    void aGreyVolumeIsNoMask() {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertTrue(assertThrows(VolumeException.class, () -> divide(row(1, 2), WatershedSettings.of(1),
                scratch)).getMessage().contains("must be integers"));
        }
    }

    @Test
    void settingsAreNotNegative() {
        assertTrue(assertThrows(VolumeException.class, () -> WatershedSettings.of(-1)).getMessage()
            .contains("-1"));
        assertThrows(VolumeException.class, () -> WatershedSettings.of(1).withLeastVolume(Double.NaN));
    }

    @Test
    void neitherThreadsNorFilesChangeAnything() throws IOException {
        final Volume mask = Bodies.noise(new Shape(31, 27, 40), VoxelSize.isotropic(1), 0.97, 3);
        final int[] expected = Parallelization.runSingleThreaded(() -> inScratch(mask, Long.MAX_VALUE));
        assertTrue(Arrays.stream(expected).max().getAsInt() > 10);
        assertArrayEquals(expected, Parallelization.runWithNumThreads(4, () -> inScratch(mask, Long.MAX_VALUE)));
        assertArrayEquals(expected, Parallelization.runWithNumThreads(4, () -> inScratch(mask, 0)));
    }

    private int[] inScratch(final Volume mask, final long heap) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open(heap, folder)) {
            return Bodies.labels(divide(mask, WatershedSettings.of(0.4).withConnectivity(Connectivity.EDGES), scratch)
                .labels().volume());
        }
    }

    @Test
    void partsThatAreNotConnectedAreFloodedOneByOneInLittleMemory() throws IOException {
        final Random random = new Random(5);
        final float[] values = new float[40 * 40 * 200];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 1600 % 8 == 7 ? Float.NaN : random.nextInt(50);
        }
        final Volume relief = Volume.of("layers", ArrayImgs.floats(values, 40, 40, 200), VoxelSize.isotropic(1));
        final int[] expected = flood(Relief.ofPeaks(relief), WatershedSettings.of(20));
        try (ScratchSpace scratch = ScratchSpace.open(0, folder)) {
            assertArrayEquals(expected, Bodies.labels(Watershed.of(Relief.ofPeaks(relief), WatershedSettings.of(20),
                scratch, 500_000, Progress.NONE).labels().volume()), "12 planes and a list");
        }
    }

    @Test
    void aPartThatIsTooLargeForTheMemoryIsAnErrorWithAdvice() throws IOException {
        final Volume relief = Bodies.noise(new Shape(40, 40, 200), VoxelSize.isotropic(1), 0.5, 1);
        try (ScratchSpace scratch = ScratchSpace.open(0, folder)) {
            final String message = assertThrows(VolumeException.class, () -> Watershed.of(
                Relief.ofPeaks(relief), WatershedSettings.of(1), scratch, 500_000, Progress.NONE)).getMessage();
            assertTrue(message.startsWith("A connected part of the mask begins at plane 0, has "), message);
            assertTrue(message.contains("-Xmx") && message.contains("separate the part by an opening"), message);
        }
    }

    @Test
    void manyVoxelsOfAlmostEqualHeightAreSortedExactly() throws IOException {
        final float[] values = new float[60 * 60 * 60];
        final Random random = new Random(9);
        for (int i = 0; i < values.length; i++) {
            values[i] = 1000 + random.nextInt(3000) / 100f;
        }
        final Volume relief = Volume.of("noise", ArrayImgs.floats(values, 60, 60, 60), VoxelSize.isotropic(1));
        final int[] large = flood(Relief.ofPeaks(relief), WatershedSettings.of(0));
        int maxima = 0;
        for (int z = 1; z < 59; z++) {
            for (int y = 1; y < 59; y++) {
                for (int x = 1; x < 59; x++) {
                    final int i = (z * 60 + y) * 60 + x;
                    final float highest = Math.max(Math.max(Math.max(values[i - 1], values[i + 1]),
                        Math.max(values[i - 60], values[i + 60])), Math.max(values[i - 3600], values[i + 3600]));
                    if (values[i] > highest) {
                        maxima++;
                    } else if (values[i] < highest) {
                        final int label = large[i];
                        assertTrue(label == large[i - 1] || label == large[i + 1] || label == large[i - 60]
                            || label == large[i + 60] || label == large[i - 3600] || label == large[i + 3600]);
                    }
                }
            }
        }
        assertTrue(maxima > 0 && Arrays.stream(large).max().getAsInt() >= maxima);
    }

    @Test
    void aPartOfTooManyPlanesIsRefusedWhateverTheMemory() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open(Long.MAX_VALUE, folder)) {
            final FloodGrid grid = new FloodGrid(new Shape(2048, 2048, 600), Connectivity.FACES);
            final FloodPlanes planes = new FloodPlanes(grid, scratch, Long.MAX_VALUE);
            planes.requireAround(510, 0, new VoxelList());
            assertEquals("A connected part of the mask begins at plane 0 and takes more than 511 planes of 2048 x 2048 "
                + "voxels, the most that can be flooded together, whatever the memory. Cut it in two by cropping, or "
                + "separate it by an opening.", assertThrows(VolumeException.class,
                    () -> planes.requireAround(511, 0, new VoxelList())).getMessage());
        }
    }
}
