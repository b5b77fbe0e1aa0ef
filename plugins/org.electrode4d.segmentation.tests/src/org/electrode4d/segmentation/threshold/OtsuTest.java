// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.segmentation.GreyImages;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class OtsuTest {

    private static double[] otsu(final Volume volume, final int classes) {
        return Otsu.thresholds(GreyCounts.of(volume, null, Progress.NONE), classes);
    }

    @Test
    void theThresholdIsTheLargestValueOfTheLowerClass() {
        assertArrayEquals(new double[] {12}, otsu(GreyImages.image(new int[] {10, 12, 12, 90, 95}), 2));
    }

    /** scikit-image 0.19.3: threshold_otsu and threshold_multiotsu of the same image. */
    @Test
    void agreesWithScikitImage() {
        final Volume squares = GreyImages.squares(96, 80);
        assertArrayEquals(new double[] {109}, otsu(squares, 2));
        assertArrayEquals(new double[] {84, 134}, otsu(squares, 3));
        assertArrayEquals(new double[] {61, 90, 135}, otsu(squares, 4));
    }

    @Test
    void fourClassesOfAllValuesOf16BitTakeLittleTime() {
        final short[] values = new short[1 << 17];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short)((i & 0xffff) * (long)(i & 0xffff) >>> 16);
            values[i] = i < 1 << 16 ? (short)i : values[i];
        }
        final GreyCounts grey = GreyCounts.of(Volume.of("all", ArrayImgs.unsignedShorts(values, 512, 256, 1),
            VoxelSize.isotropic(1)), null, Progress.NONE);
        assertEquals(65_536, grey.bins());
        final long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertEquals(3, Otsu.thresholds(grey, 4).length);
        final double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        assertTrue(seconds < 0.5, seconds + " s");
    }

    @Test
    void thresholdsOfFloatsAreBetweenTheirValues() {
        final double threshold = otsu(GreyImages.floats(4, 1, 1, 0.1f, 0.2f, 5, Float.NaN), 2)[0];
        assertTrue(threshold >= 0.2 && threshold < 0.2 + 4.9 / 65_536, "threshold " + threshold);
    }

    @Test
    void oneValueHasNoClasses() {
        final SegmentationException failure = assertThrows(SegmentationException.class,
            () -> otsu(GreyImages.image(new int[] {7, 7, 7}), 2));
        assertEquals("Otsu's method cannot make 2 classes of voxels that have all the same value, 7.0.",
            failure.getMessage());
    }

    @Test
    void twoValuesAreNoThreeClasses() {
        final SegmentationException failure = assertThrows(SegmentationException.class,
            () -> otsu(GreyImages.image(new int[] {7, 7, 9}), 3));
        assertEquals("Otsu's method cannot make 3 classes of voxels that have only 2 different values.",
            failure.getMessage());
    }

    @Test
    void thereAreTwoTo32Classes() {
        final Volume volume = GreyImages.image(new int[] {1, 2});
        assertThrows(SegmentationException.class, () -> otsu(volume, 1));
        assertThrows(SegmentationException.class, () -> otsu(volume, 33));
    }
}
