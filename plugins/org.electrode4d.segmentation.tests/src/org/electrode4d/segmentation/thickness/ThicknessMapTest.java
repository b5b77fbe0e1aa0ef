// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.thickness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThicknessMapTest {

    /** dx = 0.5, dy = 1 and dz = 2 µm. */
    private static final VoxelSize SIZE = new VoxelSize(0.5, 1, 2);

    @FunctionalInterface
    private interface Voxels {
        int at(int x, int y, int z);
    }

    private static LabelVolume labels(final Shape shape, final VoxelSize size, final Voxels voxels) {
        final byte[] values = new byte[(int)shape.voxels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)voxels.at((int)(i % shape.x()), (int)(i / shape.x() % shape.y()),
                (int)(i / shape.x() / shape.y()));
        }
        return LabelVolume.of(Volume.of("electrode", ArrayImgs.unsignedBytes(values, shape.x(), shape.y(), shape.z()),
            size));
    }

    /** One column per text, read from small to large z: a label where there is a digit. */
    private static LabelVolume columns(final String... columns) {
        return labels(new Shape(columns.length, 1, columns[0].length()), SIZE,
            (x, y, z) -> Character.digit(columns[x].charAt(z), 10));
    }

    private static float[] thickness(final LabelVolume labels, final ThicknessSettings settings) {
        final Volume map = ThicknessMap.of(labels, settings, Progress.NONE).thickness();
        final float[] values = new float[(int)map.shape().voxels()];
        map.read(Block.of(map.shape()), values);
        return values;
    }

    private static ThicknessSettings settings(final int leastRun, final int largestGap, final int... labels) {
        return new ThicknessSettings(labels, ThicknessReading.EXTENT, leastRun, largestGap);
    }

    /** A slab between z = 20 + 4 wave(x) and z = 70, 96³. */
    private static LabelVolume slab(final boolean cosine) {
        return labels(new Shape(96, 96, 96), VoxelSize.isotropic(1), (x, y, z) -> {
            final double angle = 2 * Math.PI * x / 96;
            return z >= 20 + 4 * (cosine ? Math.cos(angle) : Math.sin(angle)) && z < 70 ? 1 : 0;
        });
    }

    @Test
    void thicknessGoesFromTheFirstVoxelToTheLastOrCountsThem() {
        final LabelVolume labels = columns("0110", "0101", "0000", "2002");
        assertArrayEquals(new float[] {4, 6, Float.NaN, 8}, thickness(labels, ThicknessSettings.of()));
        assertArrayEquals(new float[] {4, 4, Float.NaN, 4},
            thickness(labels, ThicknessSettings.of().withReading(ThicknessReading.SOLID)));
        assertArrayEquals(new float[] {4, 6, Float.NaN, Float.NaN}, thickness(labels, ThicknessSettings.of(1)));
        assertArrayEquals(new float[] {4, 6, Float.NaN, 8}, thickness(labels, ThicknessSettings.of(7, 2, 1)));
    }

    @Test
    void strayVoxelsAreLeftOutOnDemand() {
        final LabelVolume labels = columns("1001110", "1101110", "1101111", "1010110", "1000000");
        assertArrayEquals(new float[] {6, 12, 14, 4, Float.NaN}, thickness(labels, settings(2, -1)));
        assertArrayEquals(new float[] {6, 6, 8, 4, 2}, thickness(labels, settings(1, 0)));
        assertArrayEquals(new float[] {6, 12, 14, 12, 2}, thickness(labels, settings(1, 1)));
    }

    @Test
    void anElectrodeSpansTheVolumeIfEveryColumnReachesBothFaces() {
        assertTrue(ThicknessMap.of(columns("1001", "1111"), ThicknessSettings.of(), Progress.NONE).spansVolume());
        assertFalse(ThicknessMap.of(columns("1001", "1110"), ThicknessSettings.of(), Progress.NONE).spansVolume());
        assertFalse(ThicknessMap.of(columns("1001", "0111"), ThicknessSettings.of(), Progress.NONE).spansVolume());
        assertFalse(ThicknessMap.of(columns("1001", "0000"), ThicknessSettings.of(), Progress.NONE).spansVolume());
        assertFalse(ThicknessMap.of(columns("1111"), ThicknessSettings.of(2), Progress.NONE).spansVolume());
    }

    @Test
    void ofEqualPiecesTheFirstIsTaken() {
        final Volume top = ThicknessMap.of(columns("1100110"), settings(1, 0), Progress.NONE).top();
        final float[] value = new float[1];
        top.read(Block.of(top.shape()), value);
        assertEquals(-1, value[0], "the outer face of the first voxel");
    }

    @Test
    void surfacesAreFacesInTheCoordinatesOfTheVolume() {
        final LabelVolume labels = columns("0110", "0000");
        final Volume moved = labels.volume().withOrigin(new Point(0, 0, 100));
        final ThicknessMap map = ThicknessMap.of(LabelVolume.of(moved), ThicknessSettings.of(), Progress.NONE);
        final float[] values = new float[2];
        map.top().read(new Block(0, 0, 0, 2, 1, 1), values);
        assertArrayEquals(new float[] {101, Float.NaN}, values);
        map.bottom().read(new Block(0, 0, 0, 2, 1, 1), values);
        assertArrayEquals(new float[] {105, Float.NaN}, values);
        assertEquals(SIZE, map.thickness().voxelSize());
    }

    @Test
    void statisticsAreThoseOfTheColumnsWithElectrode() {
        final ThicknessStatistics statistics =
            ThicknessMap.of(columns("0100", "0110", "0000", "1111"), ThicknessSettings.of(),
                Progress.NONE).statistics();
        assertEquals(3, statistics.columns());
        assertEquals(1, statistics.emptyColumns());
        assertEquals(14 / 3.0, statistics.mean(), 1e-12);
        assertEquals(Math.sqrt((4 + 16 + 64) / 3.0 - 196 / 9.0), statistics.standardDeviation(), 1e-12);
        assertEquals(2, statistics.min());
        assertEquals(4, statistics.median());
        assertEquals(8, statistics.max());
        assertEquals(25, statistics.expansion(14 / 3.75), 1e-9);
    }

    @Test
    void aWavySlabHasItsAnalyticThickness() {
        final ThicknessStatistics statistics = ThicknessMap.of(slab(false), ThicknessSettings.of(1), Progress.NONE)
            .statistics();
        assertEquals(50, statistics.mean(), 0.5, "the lower face is on a plane of voxel centres, which costs half");
        assertEquals(49.541666666666664, statistics.mean(), 1e-9, "70 - ceil(top), by numpy");
        assertEquals(4 / Math.sqrt(2), statistics.standardDeviation(), 0.08, "whole voxels, and two at the crests");
        assertEquals(2.7534700329261295, statistics.standardDeviation(), 1e-9);
        assertEquals(96 * 96, statistics.columns());
    }

    @Test
    void roughnessIsThatOfAWaveWithoutItsPlane() {
        final ThicknessMap cosine = ThicknessMap.of(slab(true), ThicknessSettings.of(1), Progress.NONE);
        assertEquals(4 / Math.sqrt(2), cosine.topRoughness().sq(), 0.08);
        assertEquals(8 / Math.PI, cosine.topRoughness().sa(), 0.08);
        assertEquals(8, cosine.topRoughness().sz(), 0.15);
        assertEquals(0, cosine.bottomRoughness().sz(), 1e-9);
        final ThicknessMap sine = ThicknessMap.of(slab(false), ThicknessSettings.of(1), Progress.NONE);
        assertEquals(4 * Math.sqrt(0.5 - 3 / (Math.PI * Math.PI)), sine.topRoughness().sq(), 0.08,
            "a period of a sine has a slope of its own");
    }

    @Test
    void aPlaneHasNoRoughness() {
        final LabelVolume wedge =
            labels(new Shape(20, 10, 60), SIZE, (x, y, z) -> z >= x + 2 * y && z < 50 ? 1 : 0);
        final SurfaceRoughness rough = ThicknessMap.of(wedge, ThicknessSettings.of(), Progress.NONE).topRoughness();
        assertEquals(0, rough.sz(), 1e-9);
        assertEquals(0, ThicknessMap.of(columns("011"), ThicknessSettings.of(), Progress.NONE).topRoughness().sq(),
            1e-9,
            "a single column determines no plane");
        assertEquals(0, ThicknessMap.of(columns("111", "011", "001"), ThicknessSettings.of(), Progress.NONE)
            .topRoughness().sa(), 1e-9, "nor does a single row");
    }

    @Test
    void anImageOfOneSliceIsOneVoxelThick() {
        final LabelVolume image = labels(new Shape(4, 3, 1), SIZE, (x, y, z) -> x == 2 ? 1 : 0);
        assertEquals(2, ThicknessMap.of(image, ThicknessSettings.of(), Progress.NONE).statistics().mean());
    }

    @Test
    void anEmptyElectrodeIsNamed() {
        final ThicknessMap map = ThicknessMap.of(columns("020"), ThicknessSettings.of(1), Progress.NONE);
        assertTrue(map.isEmpty());
        final String message = assertThrows(SegmentationException.class, map::statistics).getMessage();
        assertTrue(message.startsWith("No column of electrode holds electrode."), message);
        assertThrows(SegmentationException.class, map::topRoughness);
        assertThrows(SegmentationException.class, () -> settings(0, 0));
    }

    @Test
    void neitherTilesNorThreadsNorFilesShow(@TempDir final Path folder) throws Exception {
        final LabelVolume labels = labels(new Shape(50, 40, 30), SIZE, (x, y, z) -> (x * 7 + y * 13 + z * z) % 5 / 2);
        final ThicknessSettings settings = settings(2, 1, 1);
        final float[] expected = Parallelization.runSingleThreaded(() -> thickness(labels, settings));
        assertArrayEquals(expected, Parallelization.runWithNumThreads(4, () -> thickness(labels, settings)));
        final Volume tiled = ThicknessMap.of(labels, settings, Blocks.tile(new Shape(50, 40, 1), 7), Progress.NONE)
            .thickness();
        final float[] values = new float[expected.length];
        tiled.read(Block.of(tiled.shape()), values);
        assertArrayEquals(expected, values);
        for (final long heap : new long[] {0, Long.MAX_VALUE}) {
            try (ScratchSpace scratch = ScratchSpace.open(heap, folder)) {
                assertArrayEquals(expected, thickness(LabelVolume.of(copy(labels.volume(), scratch)), settings));
            }
        }
    }

    private static Volume copy(final Volume volume, final ScratchSpace scratch) throws Exception {
        final PlaneStore planes = scratch.create(volume.shape(), VoxelType.UINT8);
        for (int z = 0; z < volume.shape().z(); z++) {
            final byte[] plane = new byte[planes.planeVoxels()];
            volume.readNative(new Block(0, 0, z, (int)volume.shape().x(), (int)volume.shape().y(), 1), plane);
            planes.store(z, plane);
        }
        return planes.like(volume, volume.name());
    }
}
