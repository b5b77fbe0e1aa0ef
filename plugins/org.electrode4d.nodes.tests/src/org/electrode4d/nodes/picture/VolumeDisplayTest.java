// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.picture.ColourMap;
import org.junit.jupiter.api.Test;

class VolumeDisplayTest {

    @Test
    void aSliceWithoutNumbersIsShownAsUndefined() {
        final float[] voxels = new float[32];
        Arrays.fill(voxels, 0, 16, Float.NaN);
        final VolumeDisplay display = new VolumeDisplay("µm", false);
        final Volume distances = display.on(TestVolumes.floats("distances", new Shape(4, 4, 2), voxels));
        final BufferedImage picture = display.slice(distances, SlicePlane.XY, 0).plain();
        assertEquals(ColourMap.VIRIDIS.rgb(Double.NaN), picture.getRGB(1, 1) & 0xffffff);
    }

    @Test
    void coloursBeginAtTheLowestPossibleValue() {
        final VolumeDisplay display = new VolumeDisplay("-", false, 1);
        final Volume tortuosity = display.on(TestVolumes.floats("tortuosity", new Shape(3, 1, 1), 1.2f, 2, 3));
        assertEquals(display, VolumeDisplay.of(tortuosity));
        final BufferedImage picture = display.slice(tortuosity, SlicePlane.XY, 0).plain();
        final int width = picture.getWidth();
        assertEquals(ColourMap.VIRIDIS.rgb(0.1), picture.getRGB(width / 6, 0) & 0xffffff);
        assertEquals(ColourMap.VIRIDIS.rgb(0.5), picture.getRGB(width / 2, 0) & 0xffffff);
        final Volume distances = new VolumeDisplay("µm", false).on(tortuosity);
        assertEquals(0, VolumeDisplay.of(distances).lowest());
    }
}
