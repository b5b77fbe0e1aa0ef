// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class OverlaySheetTest {

    private static final Volume A = volume("a", 0, 10, 0, 10);
    private static final Volume B = volume("b", 0, 0, 70, 70);
    private static final Volume HOLED = volume("holed", 0, Float.NaN, 0, 10);

    private static Volume volume(final String name, final float... row) {
        return Volume.of(name, ArrayImgs.floats(row, 4, 1, 1), VoxelSize.isotropic(0.5));
    }

    private static int[] paint(final Overlay overlay, final Volume first, final Volume second) {
        final BufferedImage image = overlay.paint(new SliceSampler(first, SliceAxis.Z, 0, 4),
            new SliceSampler(second, SliceAxis.Z, 0, 4), 1);
        final int[] colours = new int[4];
        for (int x = 0; x < 4; x++) {
            colours[x] = image.getRGB(x, 0) & 0xffffff;
        }
        return colours;
    }

    private static void assertColours(final int[] actual, final int... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(Integer.toHexString(expected[i]), Integer.toHexString(actual[i]), "pixel " + i);
        }
    }

    @Test
    void whatAgreesIsGreyWhateverTheContrast() {
        assertColours(paint(Overlay.COLOURS, A, B), 0x000000, 0xff00ff, 0x00ff00, 0xffffff);
    }

    @Test
    void squaresShowOneAndTheOtherInTurn() {
        assertColours(paint(Overlay.CHECKERBOARD, A, B), 0x000000, 0x000000, 0x000000, 0xdcffdc);
        assertColours(paint(Overlay.CHECKERBOARD, B, A), 0x000000, 0xdcffdc, 0xffdcff, 0xdcffdc);
    }

    @Test
    void whatIsNotANumberIsSeen() {
        assertColours(paint(Overlay.COLOURS, HOLED, B), 0x000000, 0x000000, 0x00ff00, 0xffffff);
        assertEquals(ColourMap.GREY.rgb(Double.NaN), paint(Overlay.CHECKERBOARD, B, HOLED)[1]);
    }

    @Test
    void threeRowsAtOneScale() {
        final Volume flat = Volume.of("flat", ArrayImgs.bytes(100, 80, 10), VoxelSize.isotropic(0.5));
        final BufferedImage one = OverlaySheet.of("title").with("x", flat, flat, Overlay.COLOURS).withSize(400)
            .render();
        final BufferedImage two = OverlaySheet.of("title").with("x", flat, flat, Overlay.COLOURS)
            .with("y", flat, flat, Overlay.CHECKERBOARD).withSize(400).render();
        assertEquals(400 + 12, two.getWidth() - one.getWidth());
        assertEquals(one.getHeight(), two.getHeight());
        assertTrue(one.getHeight() > 320 + 40 + 40 && one.getHeight() < 320 + 40 + 40 + 200, "the slices and text");
        assertEquals(0xffffff, one.getRGB(0, 0) & 0xffffff);
    }

    @Test
    void volumesOfDifferentShapeAreNamed() {
        final Volume other = Volume.of("other", ArrayImgs.bytes(3, 1, 1), VoxelSize.isotropic(0.5));
        final IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
            () -> OverlaySheet.of("title").with("x", A, other, Overlay.COLOURS));
        assertTrue(e.getMessage().contains("other 3 x 1 x 1"), e::getMessage);
        assertThrows(IllegalStateException.class, () -> OverlaySheet.of("title").render());
        assertThrows(IllegalArgumentException.class, () -> OverlaySheet.of("title").withSize(0));
    }
}
