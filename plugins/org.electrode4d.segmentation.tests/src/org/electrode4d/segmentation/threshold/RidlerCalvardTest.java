// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.electrode4d.segmentation.GreyImages;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.Test;

class RidlerCalvardTest {

    private static GreyCounts grey(final Volume volume) {
        return GreyCounts.of(volume, null, Progress.NONE);
    }

    @Test
    void isTheMiddleBetweenTheMeansOfItsClasses() {
        // 0 0 3 | 40 50: the mean 18.6 cuts there, and (1 + 45) / 2 = 23 does too
        assertArrayEquals(new double[] {23},
            RidlerCalvard.thresholds(grey(GreyImages.image(new int[] {0, 0, 3, 40, 50})), 2));
    }

    @Test
    void movesUntilItRests() {
        // 0 ten times, 10, 14 and 100: the mean 9.5 leaves 0 | 10 14 100 and gives 20.7, which gives 51 and rests
        final int[] row = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 14, 100};
        assertArrayEquals(new double[] {51},
            RidlerCalvard.thresholds(grey(GreyImages.image(row)), 2));
    }

    /** Thresholds of scikit-image's isodata (return_all) for this image are 106 to 114. */
    @Test
    void isOneOfThoseThatScikitImageFinds() {
        final double threshold = RidlerCalvard.thresholds(grey(GreyImages.squares(96, 80)), 2)[0];
        assertEquals(110, threshold, 4);
    }

    @Test
    void severalThresholdsAreEachInTheMiddle() {
        final GreyCounts grey = grey(GreyImages.squares(96, 80));
        final double[] found = RidlerCalvard.thresholds(grey, 3);
        final int first = grey.below(found[0]);
        final int second = grey.below(found[1]);
        assertEquals((grey.mean(0, first) + grey.mean(first, second)) / 2, found[0], 1e-9);
        assertEquals((grey.mean(first, second) + grey.mean(second, grey.bins())) / 2, found[1], 1e-9);
        assertEquals(85, found[0], 3);
        assertEquals(135, found[1], 3);
    }

    @Test
    void oneValueHasNoThreshold() {
        final SegmentationException failure = assertThrows(SegmentationException.class,
            () -> RidlerCalvard.thresholds(grey(GreyImages.image(new int[] {9, 9})), 2));
        assertEquals("The method of Ridler and Calvard cannot make 2 classes of voxels that have all the same value, "
            + "9.0.", failure.getMessage());
    }
}
