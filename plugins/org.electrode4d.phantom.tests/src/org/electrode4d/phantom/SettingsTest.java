// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SettingsTest {

    @Test
    void noiseIsTheSignalOverTheRatio() {
        assertEquals(0, Detector.NOISE_FREE.noise());
        assertEquals(1_000, Detector.NOISE_FREE.withNoise(5, 1).noise());
    }

    @Test
    void detectorSaysWhatIsWrong() {
        assertEquals("The mean grey value must be a number, not NaN.",
            message(() -> Detector.NOISE_FREE.withGreyValues(Double.NaN, 1)));
        assertEquals("The standard deviation of the grey values must be greater than zero, not 0.0.",
            message(() -> Detector.NOISE_FREE.withGreyValues(100, 0)));
        assertEquals("The signal-to-noise ratio must be greater than zero (infinite for no noise), not -5.0.",
            message(() -> Detector.NOISE_FREE.withNoise(-5, 1)));
        assertEquals("A phantom has voxels of type UINT16 or FLOAT32, not INT8.",
            message(() -> Detector.NOISE_FREE.withType(VoxelType.INT8)));
    }

    @Test
    void greyChangeSaysWhatIsWrong() {
        assertEquals("The gain of the grey values must be greater than zero, not 0.0.",
            message(() -> new GreyChange(0, 0)));
        assertEquals("The offset of the grey values must be a number, not NaN.",
            message(() -> new GreyChange(1, Double.NaN)));
    }

    @Test
    void shapesBeyondAMillionSlicesAreRefused() {
        assertEquals("A phantom has at most 1048576 voxels along each axis, not 1 x 1 x 2000000.",
            message(() -> PhantomSettings.of(new Shape(1, 1, 2_000_000))));
    }

    @Test
    void boxesNeedTheirCornersInOrder() {
        final Point corner = new Point(1, 2, 3);
        assertEquals("The corners Point[x=1.0, y=2.0, z=3.0] and Point[x=0.0, y=0.0, z=0.0] do not span a box.",
            message(() -> new Bounds(corner, Point.ORIGIN)));
    }

    private static String message(final Executable making) {
        return assertThrows(IllegalArgumentException.class, making).getMessage();
    }
}
