// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.segmentation.GreyImages;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.morphology.Connectivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HysteresisTest {

    private static final Volume SCAN = GreyImages.image(
        new int[] {9, 5, 5, 0, 5, 5},
        new int[] {0, 0, 0, 5, 0, 0},
        new int[] {5, 5, 0, 0, 0, 9});

    @TempDir
    Path folder;

    private static int[] inside(final Volume scan, final Volume mask, final Connectivity connectivity,
        final ScratchSpace scratch) throws IOException {
        final Thresholds thresholds = Thresholds.of(scan, null, ThresholdMethod.fixed(4, 8), Progress.NONE);
        return GreyImages.values(Hysteresis.of(new Hysteresis.Input(scan, mask), thresholds, connectivity, scratch,
            Progress.NONE));
    }

    @Test
    void dimVoxelsCountWhereTheyTouchBrightOnes() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertArrayEquals(new int[] {
                1, 1, 1, 0, 0, 0,
                0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 1}, inside(SCAN, null, Connectivity.FACES, scratch));
            assertArrayEquals(new int[] {
                1, 1, 1, 0, 1, 1,
                0, 0, 0, 1, 0, 0,
                0, 0, 0, 0, 0, 1}, inside(SCAN, null, Connectivity.CORNERS, scratch));
        }
    }

    @Test
    void theMaskCutsConnections() throws IOException {
        final Volume mask = GreyImages.image(new int[] {1, 1, 0, 0, 1, 1}, new int[] {1, 1, 1, 1, 1, 1},
            new int[] {1, 1, 1, 1, 1, 1});
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertArrayEquals(new int[] {
                1, 1, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 0,
                0, 0, 0, 0, 0, 1}, inside(SCAN, mask, Connectivity.CORNERS, scratch));
        }
    }

    @Test
    void memoryAndThreadsDoNotMatter() throws IOException {
        final Volume squares = GreyImages.squares(150, 140);
        final Thresholds thresholds = Thresholds.of(squares, null, ThresholdMethod.fixed(100, 180), Progress.NONE);
        final Hysteresis.Input input = new Hysteresis.Input(squares, null);
        try (ScratchSpace memory = ScratchSpace.open(); ScratchSpace files = ScratchSpace.open(0, folder)) {
            final int[] one = Parallelization.runSingleThreaded(() -> GreyImages.values(Hysteresis.of(input,
                thresholds, Connectivity.FACES, memory, Progress.NONE)));
            final int[] four = Parallelization.runWithNumThreads(4, () -> GreyImages.values(Hysteresis.of(input,
                thresholds, Connectivity.FACES, files, Progress.NONE)));
            assertArrayEquals(one, four);
        }
    }

    @Test
    void oneThresholdIsTooFew() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Thresholds one = Thresholds.of(SCAN, null, ThresholdMethod.otsu(2), Progress.NONE);
            final SegmentationException failure = assertThrows(SegmentationException.class, () -> Hysteresis.of(
                new Hysteresis.Input(SCAN, null), one, Connectivity.FACES, scratch, Progress.NONE));
            assertEquals("Hysteresis needs a low and a high threshold, but 'Otsu' gives one. Give two, or take Otsu's "
                + "method with 3 classes.", failure.getMessage());
        }
    }
}
