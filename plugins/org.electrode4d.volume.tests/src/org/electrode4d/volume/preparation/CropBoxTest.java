// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class CropBoxTest {

    /** Voxels at 10, 12, 14 and 16 µm along x. */
    private static final Volume ROW = TestSlices.bytes(new Shape(4, 1, 1), 1, 2, 3, 4)
        .withVoxelSize(VoxelSize.isotropic(2)).withOrigin(new Point(10, 0, 0));

    private static CropBox x(final double from, final double to) {
        return CropBox.between(new Point(from, 0, 0), new Point(to, 0, 0));
    }

    @Test
    void voxelsWhoseCentresLieInTheBoxStay() {
        final Volume cropped = x(11.9, 14).crop(ROW);
        assertArrayEquals(new float[] {2, 3}, TestSlices.read(cropped));
        assertEquals(new Point(12, 0, 0), cropped.origin());
        assertArrayEquals(new float[] {2, 3},
            TestSlices.read(CropBox.around(new Point(13, 0, 0), new Point(2, 1, 1)).crop(ROW)));
    }

    @Test
    void whatSticksOutIsTold() {
        assertFalse(x(9, 17).sticksOut(ROW), "half a voxel around the centres is inside");
        assertTrue(x(8.9, 12).sticksOut(ROW));
        assertTrue(x(12, 17.1).sticksOut(ROW));
        assertArrayEquals(new float[] {1, 2}, TestSlices.read(x(-100, 12).crop(ROW)));
    }

    @Test
    void nothingLeftIsAnError() {
        final String message =
            assertThrows(IllegalArgumentException.class, () -> x(17, 30).crop(ROW)).getMessage();
        assertTrue(message.contains("its voxels lie between"), message);
        assertThrows(IllegalArgumentException.class, () -> x(3, 2));
    }

    @Test
    void inVoxels() {
        final CropBox two = CropBox.ofVoxels(new Block(2, 0, 0, 2, 1, 1));
        assertArrayEquals(new float[] {3, 4}, TestSlices.read(two.crop(ROW)));
        assertEquals(new Point(14, 0, 0), two.crop(ROW).origin());
        assertFalse(two.sticksOut(ROW));
        final CropBox beyond = CropBox.ofVoxels(new Block(3, 0, 0, 2, 1, 1));
        assertTrue(beyond.sticksOut(ROW));
        assertArrayEquals(new float[] {4}, TestSlices.read(beyond.crop(ROW)));
        final CropBox outside = CropBox.ofVoxels(new Block(4, 0, 0, 2, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> outside.crop(ROW));
        assertThrows(IllegalArgumentException.class, () -> CropBox.ofVoxels(new Block(0, 0, 0, 0, 1, 1)));
    }
}
