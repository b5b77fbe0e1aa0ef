// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.OptionalInt;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class LabelSheetTest {

    /** Black, black, white, white. */
    private static final Volume GREY =
        Volume.of("grey", ArrayImgs.floats(new float[]{0, 0, 9, 9}, 4, 1, 1), VoxelSize.isotropic(0.5));

    private static LabelVolume labels(final int... labels) {
        return new LabelVolume(Volume.of("labels", ArrayImgs.ints(labels, labels.length, 1, 1),
            VoxelSize.isotropic(0.5)), Collections.emptySortedMap());
    }

    /** The colour of a voxel in a picture of the sheet, each 384 pixels wide with 12 between them. */
    private static int colour(final BufferedImage sheet, final int picture, final int voxel) {
        return sheet.getRGB(12 + picture * (384 + 12) + 48 + 96 * voxel, 12 + 2 * 18 + 40) & 0xffffff;
    }

    @Test
    void labelsAreOverTheSliceButWhereNothingIsLabelled() {
        final BufferedImage sheet =
            LabelSheet.of("T0", GREY, SliceAxis.Z, 0).with("Labels", labels(0, 1, 1, 0), OptionalInt.of(0)).render();
        assertEquals(0x000000, colour(sheet, 0, 0));
        assertEquals(0xffffff, colour(sheet, 0, 3));
        assertEquals(0x000000, colour(sheet, 1, 0), "not labelled");
        assertEquals(LabelSheet.mean(0x000000, LabelColours.rgb(1)), colour(sheet, 1, 1));
        assertEquals(LabelSheet.mean(0xffffff, LabelColours.rgb(1)), colour(sheet, 1, 2));
        assertEquals(0xffffff, colour(sheet, 1, 3), "not labelled");
    }

    @Test
    void errorsAreWhereTheSegmentationDiffersFromWhatIsLabelled() {
        final BufferedImage sheet = LabelSheet.of("T0", GREY, SliceAxis.Z, 0)
            .withErrors("Errors", labels(1, 2, 1, 0), labels(1, 1, 1, 1), OptionalInt.of(0)).render();
        assertEquals(LabelSheet.mean(0x000000, LabelSheet.RIGHT), colour(sheet, 1, 0));
        assertEquals(LabelSheet.mean(0x000000, LabelSheet.WRONG), colour(sheet, 1, 1));
        assertEquals(LabelSheet.mean(0xffffff, LabelSheet.RIGHT), colour(sheet, 1, 2));
        assertEquals(0xffffff, colour(sheet, 1, 3), "nobody knows what is right");
    }

    @Test
    void halfOfBothColours() {
        assertEquals(0x7f7f7f, LabelSheet.mean(0x000000, 0xffffff));
        assertEquals(0x204060, LabelSheet.mean(0x004080, 0x404040));
    }

    @Test
    void namesOfLabelsAreBelow() {
        final LabelSheet one = LabelSheet.of("T0", GREY, SliceAxis.Z, 0);
        final int without = one.render().getHeight();
        final int with = one.with("Labels", labels(0, 1, 2, 3), OptionalInt.of(0)).render().getHeight();
        assertEquals(3 * 18, with - without, "a line for each label that is shown");
    }

    @Test
    void labelsOfAnotherShapeAreNamed() {
        final LabelSheet sheet = LabelSheet.of("T0", GREY, SliceAxis.Z, 0);
        final Exception failure = assertThrows(IllegalArgumentException.class,
            () -> sheet.with("Labels", labels(0, 1), OptionalInt.empty()));
        assertTrue(failure.getMessage().contains("labels has 2 x 1 x 1 voxels and grey 4 x 1 x 1"),
            failure::getMessage);
        assertThrows(IllegalArgumentException.class,
            () -> sheet.withErrors("Errors", labels(0, 1, 1, 1), labels(1), OptionalInt.empty()));
    }
}
