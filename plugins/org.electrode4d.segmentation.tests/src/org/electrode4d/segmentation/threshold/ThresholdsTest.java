// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.segmentation.GreyImages;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

    private static final Volume SCAN = GreyImages.image(new int[] {10, 20, 21, 80, 200});

    @Test
    void aVoxelIsAboveWhereItsValueIsGreater() {
        final Thresholds thresholds = Thresholds.of(SCAN, null, ThresholdMethod.fixed(20), Progress.NONE);
        assertArrayEquals(new int[] {0, 0, 1, 1, 1}, GreyImages.values(thresholds.above(SCAN, null)));
        assertArrayEquals(new int[] {1, 1, 0, 0, 0}, GreyImages.values(thresholds.below(SCAN, null)));
        assertArrayEquals(new long[] {2, 3}, thresholds.voxels());
    }

    @Test
    void classesAreNumberedFromDarkToBright() {
        final Thresholds thresholds = Thresholds.of(SCAN, null, ThresholdMethod.otsu(3), Progress.NONE);
        assertArrayEquals(new double[] {21, 80}, thresholds.at(0));
        assertArrayEquals(new int[] {1, 1, 1, 2, 3}, GreyImages.values(thresholds.phases(SCAN, null)));
    }

    @Test
    void aMaskRestrictsHistogramAndClasses() {
        final Volume mask = GreyImages.image(new int[] {1, 0, 1, 255, 0});
        final Thresholds thresholds = Thresholds.of(SCAN, mask, ThresholdMethod.otsu(2), Progress.NONE);
        assertArrayEquals(new double[] {21}, thresholds.at(0));
        assertArrayEquals(new int[] {1, 0, 1, 2, 0}, GreyImages.values(thresholds.phases(SCAN, mask)));
        assertArrayEquals(new long[] {2, 1}, thresholds.voxels());
    }

    @Test
    void anEmptyMaskIsTold() {
        final Volume mask = GreyImages.image(new int[] {0, 0, 0, 0, 0});
        final VolumeException failure = assertThrows(VolumeException.class,
            () -> Thresholds.of(SCAN, mask, ThresholdMethod.otsu(2), Progress.NONE));
        assertTrue(failure.getMessage().contains("Is the mask empty?"), failure.getMessage());
    }

    @Test
    void aMaskOfAnotherShapeOrTypeIsRefused() {
        assertThrows(VolumeException.class, () -> Thresholds.of(SCAN, GreyImages.image(new int[] {1, 1}),
            ThresholdMethod.otsu(2), Progress.NONE));
        assertThrows(VolumeException.class, () -> Thresholds.of(SCAN, GreyImages.floats(5, 1, 1, 1, 1, 1, 1, 1),
            ThresholdMethod.otsu(2), Progress.NONE));
    }

    @Test
    void whatIsNoNumberHasNoClass() {
        final Volume scan = GreyImages.floats(5, 1, 1, 0, Float.NaN, 1, Float.POSITIVE_INFINITY, 9);
        final Thresholds thresholds = Thresholds.of(scan, null, ThresholdMethod.ridlerCalvard(2), Progress.NONE);
        assertArrayEquals(new int[] {1, 0, 1, 0, 2}, GreyImages.values(thresholds.phases(scan, null)));
        assertArrayEquals(new long[] {2, 1}, thresholds.voxels());
    }

    @Test
    void eachSliceHasItsOwnThreshold() {
        final Volume scan = GreyImages.volume(new int[][] {{1, 1, 5}}, new int[][] {{101, 101, 105}});
        final Thresholds slices = Thresholds.ofSlices(scan, null, ThresholdMethod.otsu(2), Progress.NONE);
        assertArrayEquals(new double[] {1}, slices.at(0));
        assertArrayEquals(new double[] {101}, slices.at(1));
        assertArrayEquals(new double[] {51}, slices.mean());
        assertArrayEquals(new int[] {0, 0, 1, 0, 0, 1}, GreyImages.values(slices.above(scan, null)));
        assertArrayEquals(new double[] {5}, Thresholds.of(scan, null, ThresholdMethod.otsu(2), Progress.NONE).at(1));
    }

    @Test
    void aConstantSliceIsUndecided() {
        final Volume scan = GreyImages.volume(new int[][] {{1, 1, 5}}, new int[][] {{7, 7, 7}});
        final Thresholds slices = Thresholds.ofSlices(scan, null, ThresholdMethod.otsu(2), Progress.NONE);
        assertEquals(List.of(1), slices.undecided());
        assertArrayEquals(new int[] {1, 1, 2, 0, 0, 0}, GreyImages.values(slices.phases(scan, null)));
        assertArrayEquals(new double[] {1}, slices.mean());
    }

    @Test
    void constantSlicesOnlyAreAnError() {
        final Volume scan = GreyImages.volume(new int[][] {{3, 3}}, new int[][] {{7, 7}});
        final VolumeException failure = assertThrows(VolumeException.class,
            () -> Thresholds.ofSlices(scan, null, ThresholdMethod.otsu(2), Progress.NONE));
        assertEquals("No slice of scan has a threshold: Otsu needs at least 2 different values in a slice.",
            failure.getMessage());
    }

    @Test
    void aThresholdOutOfRangeLeavesAClassEmpty() {
        assertEquals(List.of(2),
            Thresholds.of(SCAN, null, ThresholdMethod.fixed(50, 60), Progress.NONE).emptyClasses());
    }

    @Test
    void thresholdsAscend() {
        final VolumeException failure =
            assertThrows(VolumeException.class, () -> ThresholdMethod.fixed(5, 5));
        assertEquals("Thresholds must be numbers in ascending order, but they are 5.0, 5.0.", failure.getMessage());
        assertThrows(VolumeException.class, () -> ThresholdMethod.fixed(Double.NaN));
        assertThrows(VolumeException.class, ThresholdMethod::fixed);
    }

    @Test
    void threadsDoNotMatter() {
        final Volume scan = GreyImages.squares(200, 150);
        final double[] one = Parallelization.runSingleThreaded(
            () -> Thresholds.of(scan, null, ThresholdMethod.ridlerCalvard(3), Progress.NONE).at(0));
        final double[] four = Parallelization.runWithNumThreads(4,
            () -> Thresholds.of(scan, null, ThresholdMethod.ridlerCalvard(3), Progress.NONE).at(0));
        assertArrayEquals(one, four);
    }
}
