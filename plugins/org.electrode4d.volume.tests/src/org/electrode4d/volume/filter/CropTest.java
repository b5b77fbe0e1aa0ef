// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class CropTest {

    private final Volume volume = Volume.of("v", ArrayImgs.bytes(10, 10, 10), new VoxelSize(0.5, 0.5, 2))
        .withOrigin(new Point(100, 0, 0));

    @Test
    void voxelsWithCentresInTheBoxStay() {
        final Volume part = Crop.micrometres(volume, new Point(101, 0.2, 2), new Point(102, 1.3, 5));
        assertEquals(new Shape(3, 2, 2), part.shape());
        assertEquals(new Point(101, 0.5, 2), part.origin());
    }

    @Test
    void whatIsOutsideIsIgnored() {
        final Volume part = Crop.micrometres(volume, new Point(-1e9, 4.5, -1), new Point(1e9, 99, 0));
        assertEquals(new Shape(10, 1, 1), part.shape());
    }

    @Test
    void anEmptyBoxIsRefused() {
        final var error = assertThrows(IllegalArgumentException.class,
            () -> Crop.micrometres(volume, new Point(0, 0, 0), new Point(50, 5, 5)));
        assertEquals("No voxel of v lies between (0.0, 0.0, 0.0) µm and (50.0, 5.0, 5.0) µm; its voxels lie between "
            + "(100.0, 0.0, 0.0) µm and (104.5, 4.5, 18.0) µm.", error.getMessage());
    }

    @Test
    void voxelsAreCountedFromZero() {
        assertEquals(new Point(101, 0, 4), Crop.voxels(volume, new Block(2, 0, 2, 1, 1, 1)).origin());
        assertThrows(IndexOutOfBoundsException.class, () -> Crop.voxels(volume, new Block(9, 0, 0, 2, 1, 1)));
    }
}
