// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.VolumeBorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BallMorphologyTest {

    @TempDir
    Path folder;

    private static int[] apply(final MorphologicalOperation operation, final double radius, final VolumeBorder border,
        final Volume mask) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return Bodies.labels(BallMorphology.of(radius, border, scratch).apply(operation, mask, Progress.NONE));
        }
    }

    private static int[] apply(final MorphologicalOperation operation, final double radius, final Volume mask)
        throws IOException {
        return apply(operation, radius, VolumeBorder.OPEN, mask);
    }

    @Test
    void anOpeningRemovesWhatABallCannotEnter() throws IOException {
        final Volume mask = Bodies.image(
            "..........",
            ".###......",
            ".#######..",
            ".###......",
            "..........");
        final Volume opened = Bodies.image(
            "..........",
            ".###......",
            ".###......",
            ".###......",
            "..........");
        assertArrayEquals(Bodies.labels(opened), apply(MorphologicalOperation.OPENING, 1.42, mask));
    }

    @Test
    void aClosingFillsWhatABallCannotEnter() throws IOException {
        final Volume mask = Bodies.image(
            "#########",
            "####.####",
            "#########",
            "...###...",
            ".........");
        final int[] closed = apply(MorphologicalOperation.CLOSING, 1, mask);
        assertEquals(1, closed[9 + 4]);
        assertEquals(0, closed[27]);
    }

    /** By definition: all voxels within the radius are inside, or any is. */
    private static int[] bruteForce(final boolean erosion, final double radius, final Volume mask) {
        final int[] inside = Bodies.labels(mask);
        final VoxelSize size = mask.voxelSize();
        final int n = (int)mask.shape().x();
        final int[] result = new int[inside.length];
        for (int i = 0; i < inside.length; i++) {
            boolean all = true;
            boolean any = false;
            for (int j = 0; j < inside.length; j++) {
                final double distance = Math.hypot(Math.hypot((i % n - j % n) * size.x(),
                    (i / n % n - j / n % n) * size.y()), (i / n / n - j / n / n) * size.z());
                if (distance <= radius + 1e-9) {
                    all &= inside[j] != 0;
                    any |= inside[j] != 0;
                }
            }
            result[i] = (erosion ? all : any) ? 1 : 0;
        }
        return result;
    }

    @Test
    void ballsAreExactWhereVoxelsAreAnisotropic() throws IOException {
        for (final double radius : new double[] {0.2, 0.3, 0.75, 1.2}) {
            final Volume dense = Bodies.noise(new Shape(9, 9, 9), new VoxelSize(0.1, 0.25, 0.3), 0.97, 4);
            final Volume sparse = Bodies.noise(new Shape(9, 9, 9), new VoxelSize(0.1, 0.25, 0.3), 0.02, 4);
            assertArrayEquals(bruteForce(true, radius, dense), apply(MorphologicalOperation.EROSION, radius, dense));
            assertArrayEquals(bruteForce(false, radius, sparse),
                apply(MorphologicalOperation.DILATION, radius, sparse));
        }
    }

    @Test
    void beyondTheBorderMayBeOutside() throws IOException {
        final Volume mask = Bodies.image("#####", "#####", "#####");
        assertArrayEquals(Bodies.labels(mask), apply(MorphologicalOperation.EROSION, 1, mask));
        assertArrayEquals(Bodies.labels(Bodies.image(".....", ".###.", ".....")),
            apply(MorphologicalOperation.EROSION, 1, VolumeBorder.BACKGROUND, mask));
        assertArrayEquals(Bodies.labels(mask),
            apply(MorphologicalOperation.CLOSING, 1, VolumeBorder.BACKGROUND, mask), "a closing removes nothing");
    }

    @ParameterizedTest
    @EnumSource
    void emptyAndFullMasksStayAsTheyAre(final MorphologicalOperation operation) throws IOException {
        for (final boolean inside : new boolean[] {false, true}) {
            final Volume mask = Bodies.mask(new Shape(4, 3, 2), (x, y, z) -> inside);
            assertArrayEquals(Bodies.labels(mask), apply(operation, 1, mask));
        }
    }

    @Test
    void neitherThreadsNorFilesChangeAnything() throws IOException {
        final Volume mask = Bodies.noise(new Shape(21, 17, 40), VoxelSize.isotropic(1), 0.9, 3);
        final int[] expected = Parallelization.runSingleThreaded(() -> inScratch(mask, Long.MAX_VALUE));
        assertTrue(Arrays.stream(expected).sum() > 0);
        assertArrayEquals(expected, Parallelization.runWithNumThreads(4, () -> inScratch(mask, Long.MAX_VALUE)));
        assertArrayEquals(expected, Parallelization.runWithNumThreads(4, () -> inScratch(mask, 0)));
    }

    private int[] inScratch(final Volume mask, final long heap) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open(heap, folder)) {
            return Bodies.labels(BallMorphology.of(1, VolumeBorder.OPEN, scratch)
                .apply(MorphologicalOperation.OPENING, mask, Progress.NONE));
        }
    }

    @Test
    void aRadiusIsGreaterThanZero() {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertTrue(assertThrows(SegmentationException.class,
                () -> BallMorphology.of(0, VolumeBorder.OPEN, scratch)).getMessage().contains("0.0 µm"));
        }
    }
}
