// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.correlation.CorrelationException;
import org.electrode4d.correlation.ElectrodeDepth.Collector;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

final class CollectorPlaneTest {

    private static final int NX = 40;
    private static final int NY = 30;

    private static CollectorPlane fit(final float[] heights, final VoxelSize size) {
        final float[] steps = new float[heights.length];
        Arrays.fill(steps, 1);
        final Volume volume = Volume.of("scan", ArrayImgs.floats(NX, NY, 50), size);
        return CollectorPlane.of(new CollectorSurface(heights, steps, Collector.LAST_SLICE, true), volume);
    }

    private static float[] tilted(final double perX, final double perY) {
        final float[] heights = new float[NX * NY];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = (float)(20 + perX * (i % NX) + perY * (i / NX));
        }
        return heights;
    }

    @Test
    void voxelsThatAreNoCubesHaveTheirTiltInMicrometres() {
        final CollectorPlane plane = fit(tilted(0.1, 0), new VoxelSize(0.2, 0.2, 0.4));
        assertEquals(Math.toDegrees(Math.atan(0.2)), plane.tilt(), 1e-4);
        assertTrue(plane.normal().z() < 0, "from the collector at large z into the electrode");
        assertEquals(0, plane.roughness(), 1e-5);
        assertEquals(20 * 0.4, plane.z(0, 0), 1e-5);
    }

    @Test
    void aPlaneThroughItsOwnNoiseHasItsRoughness() {
        final float[] heights = tilted(0, 0.05);
        for (int i = 0; i < heights.length; i++) {
            heights[i] += (i % NX + i / NX) % 2 == 0 ? 0.2f : -0.2f;
        }
        final CollectorPlane plane = fit(heights, VoxelSize.isotropic(1));
        assertEquals(0.2 * Math.cos(Math.atan(0.05)), plane.roughness(), 1e-3);
        assertTrue(plane.uncertainty().z() < 1e-3, "a chequer board has no error over eight columns");
    }

    @Test
    void pitsAndDroplets() {
        final float[] heights = tilted(0.02, -0.03);
        for (int i = 0; i < 150; i++) {
            heights[i * 7] += 9;
        }
        heights[5] = Float.NaN;
        final CollectorPlane plane = fit(heights, VoxelSize.isotropic(1));
        assertEquals(Math.toDegrees(Math.atan(Math.hypot(0.02, 0.03))), plane.tilt(), 1e-3);
        assertEquals(150 / 1199.0, plane.outliers(), 1e-9);
    }

    @Test
    void tooFewColumnsAreTold() {
        final float[] heights = new float[NX * NY];
        Arrays.fill(heights, 8, heights.length, Float.NaN);
        final CorrelationException e =
            assertThrows(CorrelationException.class, () -> fit(heights, VoxelSize.isotropic(1)));
        assertTrue(e.getMessage().contains("only 8 of 1200 columns of scan"), e::getMessage);
    }

    @Test
    void theLeastTurnBringsOneNormalOntoTheOther() {
        final Point a = new Point(0, 0.6, 0.8);
        final Point b = new Point(0.6, 0, 0.8);
        final double[] r = PlaneMotion.turn(a, b);
        assertEquals(b.x(), r[0] * a.x() + r[1] * a.y() + r[2] * a.z(), 1e-12);
        assertEquals(b.y(), r[3] * a.x() + r[4] * a.y() + r[5] * a.z(), 1e-12);
        assertEquals(1 + 2 * a.dot(b), r[0] + r[4] + r[8], 1e-12, "the trace of a rotation by the angle between them");
    }
}
