// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.segmentation.GreyImages;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class RegionFeaturesTest {

    private static RegionFeatures features(final Volume labels, final Volume grey, final double limit) {
        return RegionFeatures.of(LabelVolume.of(labels), grey, limit, Progress.NONE);
    }

    @Test
    void describesGreyValues() {
        final RegionFeatures features = features(GreyImages.image(new int[] {0, 2, 2, 2, 5}),
            GreyImages.image(new int[] {99, 10, 20, 30, 7}), 20);
        assertArrayEquals(new int[] {2, 5}, features.labels());
        assertEquals(3, features.voxels(2));
        assertEquals(20, features.mean(2));
        assertEquals(Math.sqrt(200.0 / 3), features.standardDeviation(2), 1e-12);
        assertEquals(10, features.min(2));
        assertEquals(30, features.max(2));
        assertEquals(1, features.above(2));
        assertEquals(2, features.below(2));
        assertEquals(1.0 / 3, features.partAbove(2), 1e-12);
        assertEquals(0, features.standardDeviation(5));
    }

    @Test
    void describesSizeAndPlaceInMicrometres() {
        final VoxelSize size = new VoxelSize(0.5, 1, 2);
        final Volume labels = GreyImages.volume(new int[][] {{1, 1}}, new int[][] {{0, 1}}).withVoxelSize(size)
            .withOrigin(new Point(10, 20, 30));
        final RegionFeatures features = features(labels, labels, 0);
        assertEquals(3, features.volume(1), 1e-12);
        assertEquals(1.5, features.area(1), 1e-12);
        final Point centre = features.centroid(1);
        assertEquals(10 + 0.5 * 2 / 3, centre.x(), 1e-12);
        assertEquals(20, centre.y(), 1e-12);
        assertEquals(30 + 2.0 / 3, centre.z(), 1e-12);
    }

    @Test
    void aLargeMeanCostsNoDigits() {
        final RegionFeatures features = features(GreyImages.image(new int[] {1, 1, 1, 1}),
            GreyImages.floats(4, 1, 1, 1_000_000, 1_000_001, 1_000_000, 1_000_001), 0);
        assertEquals(0.5, features.standardDeviation(1), 1e-12);
    }

    @Test
    void whatIsNoNumberCountsForTheSizeOnly() {
        final RegionFeatures features = features(GreyImages.image(new int[] {1, 1, 2}),
            GreyImages.floats(3, 1, 1, 4, Float.NaN, Float.NaN), 0);
        assertEquals(2, features.voxels(1));
        assertEquals(4, features.mean(1));
        assertEquals(1, features.above(1));
        assertTrue(Double.isNaN(features.mean(2)) && Double.isNaN(features.max(2))
            && Double.isNaN(features.standardDeviation(2)) && Double.isNaN(features.partAbove(2)));
        assertEquals(0, features.finite(2));
    }

    @Test
    void volumesMustFit() {
        assertThrows(VolumeException.class, () -> features(GreyImages.image(new int[] {1, 1}),
            GreyImages.image(new int[] {1, 1, 1}), 0));
        final Volume coarse = GreyImages.image(new int[] {1, 1}).withVoxelSize(VoxelSize.isotropic(2));
        assertThrows(VolumeException.class, () -> features(GreyImages.image(new int[] {1, 1}), coarse, 0));
    }
}
