// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class SliceImageTest {

    private static final Volume DIGITS = Volume.of("digits", ArrayImgs.unsignedBytes(new byte[] {
        0, 1, 2,
        10, 11, 12,

        100, 101, 102,
        110, 111, 112}, 3, 2, 2), VoxelSize.isotropic(2));

    private static final ValueRange BYTES = new ValueRange(0, 255);

    private static int[][] greys(final BufferedImage image) {
        final int[][] greys = new int[image.getHeight()][image.getWidth()];
        for (int y = 0; y < greys.length; y++) {
            for (int x = 0; x < greys[y].length; x++) {
                greys[y][x] = image.getRGB(x, y) & 0xff;
            }
        }
        return greys;
    }

    private static void assertGreys(final int[][] expected, final BufferedImage image) {
        final int[][] actual = greys(image);
        assertEquals(Arrays.deepToString(expected), Arrays.deepToString(actual));
    }

    @Test
    void infinityIsWhiteAmongColoursAndNaNIsGrey() {
        final float[] values = {1, 2, Float.POSITIVE_INFINITY, Float.NaN};
        final Volume reached = Volume.of("tortuosity", ArrayImgs.floats(values, 4, 1, 1), VoxelSize.isotropic(1));
        final BufferedImage image = SliceImage.of(reached, SliceAxis.Z, 0).withColours(ColourMap.VIRIDIS).withSize(4)
            .plain();
        assertEquals(0x440154, image.getRGB(0, 0) & 0xffffff);
        assertEquals(0xfde725, image.getRGB(1, 0) & 0xffffff);
        assertEquals(0xffffff, image.getRGB(2, 0) & 0xffffff);
        assertEquals(0xd0d0d0, image.getRGB(3, 0) & 0xffffff);
    }

    @Test
    void slicesAcrossEachAxis() {
        assertGreys(new int[][] {{100, 101, 102}, {110, 111, 112}},
            SliceImage.of(DIGITS, SliceAxis.Z, 1).withRange(BYTES).withSize(3).plain());
        assertGreys(new int[][] {{10, 11, 12}, {110, 111, 112}},
            SliceImage.of(DIGITS, SliceAxis.Y, 1).withRange(BYTES).withSize(3).plain());
        assertGreys(new int[][] {{2, 12}, {102, 112}},
            SliceImage.of(DIGITS, SliceAxis.X, 2).withRange(BYTES).withSize(2).plain());
    }

    @Test
    void pixelsAreSquareInMicrometres() {
        final BufferedImage tall = SliceImage.of(DIGITS.withVoxelSize(new VoxelSize(1, 6, 1)), SliceAxis.Z, 0)
            .withRange(BYTES).withSize(4).plain();
        assertEquals(1, tall.getWidth());
        assertEquals(4, tall.getHeight());
        assertGreys(new int[][] {{1}, {1}, {11}, {11}}, tall);
    }

    @Test
    void theRangeOfASliceLeavesOutTheOuterPercent() {
        final float[] values = new float[1000];
        for (int i = 0; i < 1000; i++) {
            values[i] = i;
        }
        values[0] = -1e6f;
        values[1] = Float.NaN;
        final ValueRange range = ValueRange.of(values, false);
        assertTrue(range.min() >= 4 && range.min() <= 7, range::toString);
        assertEquals(995, range.max());
        assertEquals(new ValueRange(-995, 995), ValueRange.of(values, true));
        assertEquals(new ValueRange(6.5, 7.5), ValueRange.of(new float[] {7, 7}, false));
        assertEquals(new ValueRange(0, 1), ValueRange.of(new float[] {Float.NaN}, false));
    }

    @Test
    void coloursRunFromEndToEnd() {
        assertEquals(0x000000, ColourMap.GREY.rgb(-1));
        assertEquals(0x808080, ColourMap.GREY.rgb(0.5));
        assertEquals(0xffffff, ColourMap.GREY.rgb(2));
        assertEquals(0x440154, ColourMap.VIRIDIS.rgb(0));
        assertEquals(0xfde725, ColourMap.VIRIDIS.rgb(1));
        assertEquals(0xf7f7f7, ColourMap.DIVERGING.rgb(0.5));
        for (final ColourMap map : ColourMap.values()) {
            for (int i = 0; i <= 1000; i++) {
                assertTrue(map.rgb(i / 1000.0) != map.rgb(Double.NaN), "a number looks like none in " + map);
            }
        }
    }

    @Test
    void viridisGetsLighterAllTheWay() {
        double last = -1;
        for (int i = 0; i <= 100; i++) {
            final int rgb = ColourMap.VIRIDIS.rgb(i / 100.0);
            final double lightness = 0.2126 * (rgb >> 16 & 0xff) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
            assertTrue(lightness > last, "at " + i);
            last = lightness;
        }
    }

    @Test
    void ticksAreRoundNumbers() {
        assertEquals(List.of(-2.0, -1.0, 0.0, 1.0, 2.0), Ticks.within(ValueRange.symmetric(2), 5));
        assertEquals(List.of(0.0, 50.0, 100.0, 150.0, 200.0, 250.0), Ticks.within(BYTES, 6));
        assertEquals(List.of(60.0, 80.0, 100.0), Ticks.within(new ValueRange(51, 113), 2));
        assertEquals("0.25", Ticks.text(0.25, 0.05));
        assertEquals("-2", Ticks.text(-2, 1));
        assertEquals("0", Ticks.text(0, 1e-7));
        assertEquals("3e-07", Ticks.text(3e-7, 1e-7));
        assertEquals("0.050402", Ticks.text(0.050402, 2e-6));
    }

    @Test
    void scaleBarsHaveRoundLengths() {
        assertEquals(20, new ScaleBar(0.5).length(150));
        assertEquals("20 µm", new ScaleBar(0.5).label(150));
        assertEquals("2 mm", new ScaleBar(50).label(150));
        assertEquals("500 nm", new ScaleBar(0.01).label(150));
    }

    @Test
    void thePictureHasSliceScaleBarAndColours() {
        final BufferedImage picture = SliceImage.middle(DIGITS, SliceAxis.Z).withRange(BYTES).withSize(300)
            .withColours(ColourMap.VIRIDIS).withTitle("Digits").withUnit("grey").render();
        assertTrue(picture.getWidth() > 300 && picture.getHeight() > 200);
        assertEquals(ColourMap.VIRIDIS.rgb(100 / 255.0), picture.getRGB(20, 60) & 0xffffff);
        int black = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            black += (picture.getRGB(x, 50 + 200 + 9) & 0xffffff) == 0 ? 1 : 0;
        }
        assertEquals(100, black, "2 µm of the 6 µm that 300 pixels show");
    }

    @Test
    void missingSlicesAreNamed() {
        assertEquals("There is no slice 2 across Z: digits has 2, counted from 0.", assertThrows(
            IndexOutOfBoundsException.class, () -> SliceImage.of(DIGITS, SliceAxis.Z, 2).plain()).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new ValueRange(1, 1));
    }

    @Test
    void everyLabelHasItsOwnColourWhateverElseIsInThePicture() {
        final Volume labels = Volume.of("phases", ArrayImgs.unsignedBytes(new byte[] {0, 1, 2, 77}, 4, 1, 1),
            VoxelSize.isotropic(1));
        final SliceImage picture = SliceImage.of(labels, SliceAxis.Z, 0).withLabels(new TreeMap<>(Map.of(1, "pore")))
            .withSize(4);
        final BufferedImage all = picture.plain();
        assertEquals(4, IntStream.range(0, 4).map(x -> all.getRGB(x, 0)).distinct().count());
        assertEquals(0xe69f00, all.getRGB(1, 0) & 0xffffff);
        final BufferedImage last = SliceImage.of(labels.crop(new Block(3, 0, 0, 1, 1, 1)), SliceAxis.Z, 0)
            .withLabels(new TreeMap<>()).withSize(1).plain();
        assertEquals(all.getRGB(3, 0), last.getRGB(0, 0));
        assertTrue(picture.render().getWidth() > 120);
    }
}
