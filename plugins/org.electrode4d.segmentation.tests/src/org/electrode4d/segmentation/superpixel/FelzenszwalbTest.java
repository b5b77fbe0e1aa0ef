// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.segmentation.GreyImages;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.Connectivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FelzenszwalbTest {

    @TempDir
    Path folder;

    private static int[] labels(final Volume volume, final SuperpixelSettings settings) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return GreyImages.values(Felzenszwalb.of(volume, settings, scratch, Progress.NONE).labels().volume());
        }
    }

    private static Volume stack() {
        final Volume squares = GreyImages.squares(40, 200);
        final byte[] values = new byte[40 * 200];
        squares.readNative(Block.of(squares.shape()), values);
        return Volume.of("stack", ArrayImgs.unsignedBytes(values, 40, 25, 8), VoxelSize.isotropic(1));
    }

    /** Every voxel has the label that scikit-image 0.19.3 gives, numbered in raster order: CRC of big-endian labels. */
    @ParameterizedTest
    @CsvSource({"100, 0.8, 20, 39, 4075519681", "30, 0.5, 5, 155, 1252296170", "1000, 1.5, 50, 4, 2072327962"})
    void regionsAreThoseOfScikitImage(final double scale, final double sigma, final int size, final int regions,
        final long checksum) throws IOException {
        final int[] labels =
            labels(GreyImages.squares(96, 80), SuperpixelSettings.slices(scale, sigma, size));
        int most = 0;
        final ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * labels.length);
        for (final int label : labels) {
            bytes.putInt(label);
            most = Math.max(most, label);
        }
        final CRC32 crc = new CRC32();
        crc.update(bytes.array());
        assertEquals(regions, most);
        assertEquals(checksum, crc.getValue());
    }

    @Test
    void twoAreasAreTwoRegions() throws IOException {
        final Volume halves = GreyImages.image(new int[] {10, 10, 90, 90}, new int[] {10, 10, 90, 90});
        assertArrayEquals(new int[] {1, 1, 2, 2, 1, 1, 2, 2}, labels(halves, SuperpixelSettings.slices(20, 0, 1)));
    }

    @Test
    void anEdgeJoinsWhereItIsEqualToTheLimit() throws IOException {
        final Volume pair = GreyImages.image(new int[] {10, 30});
        assertArrayEquals(new int[] {1, 1}, labels(pair, SuperpixelSettings.slices(20, 0, 1)));
        assertArrayEquals(new int[] {1, 2}, labels(pair, SuperpixelSettings.slices(19.9, 0, 1)));
    }

    @Test
    void smallRegionsJoinTheNeighbourThatDiffersLeast() throws IOException {
        final Volume row = GreyImages.image(new int[] {10, 10, 10, 50, 80, 80, 80});
        assertArrayEquals(new int[] {1, 1, 1, 2, 3, 3, 3}, labels(row, SuperpixelSettings.slices(1, 0, 1)));
        assertArrayEquals(new int[] {1, 1, 1, 2, 2, 2, 2}, labels(row, SuperpixelSettings.slices(1, 0, 2)));
    }

    @Test
    void aConstantImageIsOneRegion() throws IOException {
        assertArrayEquals(new int[] {1, 1, 1, 1, 1, 1},
            labels(GreyImages.image(new int[] {7, 7, 7}, new int[] {7, 7, 7}), SuperpixelSettings.slices(0, 0.8, 1)));
    }

    @Test
    void labelsOfASliceContinueThoseOfTheOneBefore() throws IOException {
        final Volume slices = GreyImages.volume(new int[][] {{1, 1, 99}}, new int[][] {{1, 50, 99}});
        assertArrayEquals(new int[] {1, 1, 2, 3, 4, 5}, labels(slices, SuperpixelSettings.slices(1, 0, 1)));
    }

    @Test
    void regionsOfAVolumeReachThroughSlices() throws IOException {
        final Volume slices = GreyImages.volume(new int[][] {{1, 1, 99}}, new int[][] {{1, 50, 99}});
        assertArrayEquals(new int[] {1, 1, 2, 1, 3, 2}, labels(slices, SuperpixelSettings.volume(1, 0, 1)));
    }

    @Test
    void whatIsNoNumberIsNoRegionAndSpoilsNoOther() throws IOException {
        final Volume row = GreyImages.floats(5, 1, 1, 3, 3, Float.NaN, 3, 8);
        assertArrayEquals(new int[] {1, 1, 0, 2, 3}, labels(row, SuperpixelSettings.slices(1, 0, 1)));
        final int[] smooth = labels(row, SuperpixelSettings.slices(100, 1, 1));
        assertArrayEquals(new int[] {1, 1, 0, 2, 2}, smooth);
    }

    @Test
    void memoryAndThreadsDoNotMatter() throws IOException {
        for (final boolean volumetric : new boolean[] {false, true}) {
            final SuperpixelSettings settings =
                new SuperpixelSettings(50, 0.7, 10, volumetric, Connectivity.CORNERS);
            try (ScratchSpace memory = ScratchSpace.open(); ScratchSpace files = ScratchSpace.open(0, folder)) {
                final int[] one = Parallelization.runSingleThreaded(() -> GreyImages.values(
                    Felzenszwalb.of(stack(), settings, memory, Progress.NONE).labels().volume()));
                final int[] four = Parallelization.runWithNumThreads(4, () -> GreyImages.values(
                    Felzenszwalb.of(stack(), settings, files, Progress.NONE).labels().volume()));
                assertArrayEquals(one, four);
            }
        }
    }

    @Test
    void aVolumeThatDoesNotFitIsRefusedBeforeAnythingIsDone() throws IOException {
        final Volume large = GreyImages.floats(4, 5, 5, new float[100]);
        try (ScratchSpace scratch = ScratchSpace.open()) {
            Felzenszwalb.of(large, SuperpixelSettings.volume(1, 0, 1), scratch, Progress.NONE, 1200);
            final SegmentationException failure = assertThrows(SegmentationException.class, () -> Felzenszwalb
                .of(large, SuperpixelSettings.volume(1, 0, 1), scratch, Progress.NONE, 1199));
            assertEquals("Superpixels of scan in three dimensions need 0.01 GB of memory, but 0.01 GB are there. Work "
                + "slice by slice, crop the volume, reduce its resolution, or give the program more heap (-Xmx).",
                failure.getMessage());
        }
    }

    @Test
    void settingsAreChecked() {
        assertThrows(SegmentationException.class, () -> SuperpixelSettings.slices(-1, 0, 1));
        assertThrows(SegmentationException.class, () -> SuperpixelSettings.slices(1, 101, 1));
        assertThrows(SegmentationException.class, () -> SuperpixelSettings.slices(1, 0, 0));
    }
}
