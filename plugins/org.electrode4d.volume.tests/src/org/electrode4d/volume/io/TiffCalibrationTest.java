// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where TIFF files say how large a voxel is. */
class TiffCalibrationTest {

    @TempDir
    Path folder;

    private static TinyTiff page() {
        return TinyTiff.little().page(1, 1, new byte[] {1});
    }

    private Volume open(final TinyTiff tiff) throws IOException {
        return VolumeFiles.open(VolumeSource.of(tiff.write(folder.resolve("page.tif"))));
    }

    private void assertSize(final VoxelSize expected, final TinyTiff tiff) throws IOException {
        final VoxelSize size = open(tiff).voxelSize();
        assertEquals(expected.x(), size.x(), 1e-9 * expected.x());
        assertEquals(expected.y(), size.y(), 1e-9 * expected.y());
        assertEquals(expected.z(), size.z(), 1e-9 * expected.z());
    }

    @ParameterizedTest
    @ValueSource(strings = {"micron", "um", "µm", "\\u00B5m", "microns"})
    void imageJInMicrometres(final String unit) throws IOException {
        assertSize(new VoxelSize(0.5, 0.25, 1.5), page().withRatio(282, 2, 1).withRatio(283, 4, 1).with(296, 1)
            .withText(270, "ImageJ=1.54f\nunit=" + unit + "\nspacing=1.5\n"));
    }

    @ParameterizedTest
    @CsvSource({"nm, 0.001", "mm, 1000", "cm, 10000", "inch, 25400"})
    void imageJInOtherUnits(final String unit, final double micrometres) throws IOException {
        assertSize(VoxelSize.isotropic(2 * micrometres), page().withRatio(282, 1, 2).withRatio(283, 1, 2)
            .with(296, 1).withText(270, "ImageJ=1.54f\nspacing=2\nunit=" + unit + "\n"));
    }

    @Test
    void omeSaysAllThreeWithUnits() throws IOException {
        assertSize(new VoxelSize(0.65, 0.65, 2000), page().withText(270, "<?xml version=\"1.0\"?><OME><Image>"
            + "<Pixels SizeX=\"1\" SizeY=\"1\" SizeZ=\"1\" SizeC=\"1\" SizeT=\"1\" PhysicalSizeX=\"650\" "
            + "PhysicalSizeXUnit=\"nm\" PhysicalSizeY=\"0.65\" PhysicalSizeZ=\"2\" PhysicalSizeZUnit=\"mm\"/>"
            + "</Image></OME>"));
    }

    @Test
    void aResolutionKnowsNothingAboutTheDistanceOfSlices() throws IOException {
        final var error = assertThrows(MissingVoxelSizeException.class, () -> open(
            page().withRatio(282, 10_000, 1).withRatio(283, 10_000, 1).with(296, 3)));
        assertEquals(folder.resolve("page.tif") + ": The voxel size along z is missing (x = 1.0 µm, y = 1.0 µm). "
            + "Give the voxel size in µm along x, y and z.", error.getMessage());
    }

    @Test
    void aStackWithoutSpacingHasNoVoxelSize() {
        final var error = assertThrows(MissingVoxelSizeException.class, () -> open(page().withRatio(282, 2, 1)
            .withRatio(283, 2, 1).with(296, 1).withText(270, "ImageJ=1.54f\nunit=micron\n")));
        assertTrue(error.getMessage().contains("along z is missing"));
    }

    @Test
    void pixelsAreNoUnit() {
        final var error = assertThrows(MissingVoxelSizeException.class, () -> open(page().withRatio(282, 1, 1)
            .withRatio(283, 1, 1).with(296, 1).withText(270, "ImageJ=1.54f\nunit=pixel\nspacing=1\n")));
        assertTrue(error.getMessage().contains("The voxel size is missing."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ImageJ=1.54f\nimages=6\nchannels=2\nframes=3\n",
        "<OME><Pixels SizeC=\"2\" SizeT=\"3\"/></OME>"})
    void severalChannelsOrTimesAreNoVolume(final String description) {
        final var error = assertThrows(VolumeFormatException.class, () -> open(page().withText(270, description)));
        assertTrue(error.getMessage().endsWith("The file holds 2 channels and 3 times, but a volume is one of each. "
            + "Save them as files of their own."));
    }
}
