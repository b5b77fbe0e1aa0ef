// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.SharedData;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.statistics.Statistics;
import org.electrode4d.volume.statistics.VolumeStatistics;
import org.junit.jupiter.api.Test;

/** Tomograms as laboratories have them. */
class MeasuredDataTest {

    private static Volume cylinder(final String state) throws IOException {
        return VolumeFiles.open(VolumeSource.of(SharedData.require("dvc-pair-notched-cylinder/" + state))
            .withSlicePattern(state + "_*.tif").withVoxelSize(VoxelSize.isotropic(117.9)));
    }

    @Test
    void aFolderOfSlicesBeforeAndAfterLoading() throws IOException {
        final Volume intact = cylinder("Intact");
        assertEquals(new Shape(450, 450, 80), intact.shape());
        assertEquals(VoxelType.UINT8, intact.type());
        final Statistics before = VolumeStatistics.of(intact, Progress.NONE);
        final Statistics after = VolumeStatistics.of(cylinder("Deformed"), Progress.NONE);
        assertEquals(450L * 450 * 80, before.count());
        assertTrue(before.mean() > 1.5 * after.mean(), "the second scan is darker");
        assertTrue(before.standardDeviation() > 1.5 * after.standardDeviation(), "and flatter");
    }

    @Test
    void itsSlicesKnowTheirVoxelSizeInThePlaneOnly() {
        final Path folder = SharedData.require("dvc-pair-notched-cylinder/Intact");
        final var error = assertThrows(MissingVoxelSizeException.class,
            () -> VolumeFiles.open(VolumeSource.of(folder)));
        assertTrue(error.getMessage().contains("along z is missing (x = 117.9"), error::getMessage);
    }

    @Test
    void slicesOfACellAndTheirMasks() throws IOException {
        final Volume image = page("im_1.tif");
        final Volume mask = page("mask_1.tif");
        assertEquals(new Shape(576, 576, 1), image.shape());
        assertEquals(VoxelType.UINT16, image.type());
        final double inside = VolumeStatistics.of(image, mask, Progress.NONE).mean();
        final double all = VolumeStatistics.of(image, Progress.NONE).mean();
        assertTrue(inside > all, "electrodes are brighter than the cell is on average");
    }

    private static Volume page(final String name) throws IOException {
        return VolumeFiles.open(VolumeSource.of(SharedData.require("cell-xct-slices/" + name))
            .withVoxelSize(VoxelSize.isotropic(1)));
    }
}
