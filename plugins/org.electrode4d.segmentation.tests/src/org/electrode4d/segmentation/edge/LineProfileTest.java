// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.segmentation.edge.LineProfile.Line;
import org.electrode4d.segmentation.edge.LineProfile.Sample;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;

class LineProfileTest {

    private static final Point ORIGIN = new Point(10, 20, 30);

    /** 40 x 30 x 20 voxels of 0.5 x 1 x 2 µm whose value is x + 10 y + 100 z + z² in µm from the first voxel. */
    private static Volume polynomial() {
        final float[] values = new float[40 * 30 * 20];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)value(i % 40 * 0.5, i / 40 % 30, i / 1200 * 2);
        }
        return Volume.of("scan", ArrayImgs.floats(values, 40, 30, 20), new VoxelSize(0.5, 1, 2)).withOrigin(ORIGIN);
    }

    private static double value(final double x, final double y, final double z) {
        return x + 10 * y + 100 * z + z * z;
    }

    private static List<Sample> profile(final Volume volume, final Line line) {
        return LineProfile.of(volume, line, Progress.NONE);
    }

    @Test
    void followsAPolynomialOfSecondDegree() {
        final List<Sample> samples =
            profile(polynomial(), new Line(new Point(12, 23, 34), new Point(18, 41, 58), 0, 0.3));
        assertEquals((int)(Math.sqrt(36 + 324 + 576) / 0.3) + 1, samples.size());
        for (final Sample sample : samples) {
            final Point p = sample.position().minus(ORIGIN);
            assertEquals(value(p.x(), p.y(), p.z()), sample.mean(), 0.01);
            assertEquals(sample.distance(), sample.position().distance(new Point(12, 23, 34)), 1e-9);
            assertEquals(1, sample.values());
        }
    }

    @Test
    void aCoarseStepThroughALargeVolumeReadsWhatItNeeds() {
        final Layout layout = new Layout(new Shape(2048, 2048, 2048), VoxelType.FLOAT32, 16, 16, 16);
        final Volume volume = LazyVolume.load("scan", layout, VoxelSize.isotropic(1), block -> {
            final float[] values = new float[block.voxels()];
            for (int i = 0; i < values.length; i++) {
                values[i] = block.minX() + i % block.sizeX();
            }
            return values;
        });
        final List<Sample> samples =
            profile(volume, new Line(new Point(2, 2, 2), new Point(2042, 2042, 2042), 0, 100));
        assertEquals(36, samples.size());
        samples.forEach(sample -> assertEquals(sample.position().x(), sample.mean(), 1e-3));
    }

    @Test
    void theWidthIsAveraged() {
        final Sample sample =
            profile(polynomial(), new Line(new Point(14, 30, 40), new Point(26, 30, 40), 2, 1)).get(3);
        assertEquals(25, sample.values(), "five by five lines, 0.5 µm apart");
        assertEquals(value(7, 10, 10) + 0.5, sample.mean(), 1e-3, "the mean of z² over the width");
        assertEquals(Math.sqrt(0.5) * Math.sqrt(100 + 120 * 120), sample.standardDeviation(), 1);
    }

    @Test
    void theStepIsTheVoxelByDefaultAndTheEndIsIncluded() {
        final List<Sample> samples =
            profile(polynomial(), new Line(new Point(12, 23, 34), new Point(15, 23, 34), 0, 0));
        assertEquals(7, samples.size());
        assertEquals(15, samples.get(6).position().x(), 1e-12);
    }

    @Test
    void whatIsOutsideHasNoValue() {
        final List<Sample> samples = profile(polynomial(), new Line(new Point(8, 30, 40), new Point(13, 30, 40), 1, 1));
        assertEquals(0, samples.get(0).values());
        assertTrue(Double.isNaN(samples.get(0).mean()));
        assertEquals(2, samples.get(4).mean() - value(0, 10, 10), 0.2);
    }

    @Test
    void anImageOfOneSliceIsAveragedWithinItsPlane() {
        final float[] values = new float[30 * 30];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 30 + 100 * (i / 30);
        }
        final Volume image = Volume.of("image", ArrayImgs.floats(values, 30, 30, 1), VoxelSize.isotropic(1));
        final Sample sample = profile(image, new Line(new Point(5, 12, 0), new Point(25, 12, 0), 4, 1)).get(10);
        assertEquals(5, sample.values());
        assertEquals(15 + 1200, sample.mean(), 1e-3);
        assertEquals(100 * Math.sqrt(2), sample.standardDeviation(), 1e-2);
    }

    @Test
    void aLineThatIsNoneIsNamed() {
        final Point here = new Point(1, 2, 3);
        assertEquals("The line from (1.0, 2.0, 3.0) µm to (1.0, 2.0, 3.0) µm has no length. Choose two places in µm "
            + "that differ.", assertThrows(SegmentationException.class, () -> new Line(here, here, 0, 0)).getMessage());
        assertThrows(SegmentationException.class, () -> new Line(here, ORIGIN, -1, 0));
        final String message = assertThrows(SegmentationException.class,
            () -> profile(polynomial(), new Line(here, ORIGIN, 0, 1e-9))).getMessage();
        assertTrue(message.contains("Choose a longer step"), message);
    }
}
