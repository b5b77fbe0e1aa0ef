// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class SmoothInterfaceTest {

    private static Volume ball(final int edge, final int nz, final double radius) {
        return LabelImages.of(edge, edge, nz, (x, y, z) -> Math.pow(x - edge / 2.0 + 0.37, 2)
            + Math.pow(y - edge / 2.0 + 0.52, 2) + (nz == 1 ? 0 : Math.pow(z - nz / 2.0 + 0.71, 2))
            < radius * radius ? 1 : 0);
    }

    private static MeshQuality body(final Volume image, final InterfaceShape interfaces) {
        return MeshQuality.ofPhases(ImageMesher.mesh(image, MeshSettings.defaults().withInterfaces(interfaces),
            Progress.NONE), Progress.NONE).get(1);
    }

    @Test
    void aDiscHasThePerimeterAndTheAreaOfACircle() {
        final Volume image = ball(52, 1, 20);
        final double perimeter = 2 * Math.PI * 20;
        final MeshQuality steps = body(image, InterfaceShape.STAIRCASE);
        assertEquals(4 / Math.PI, steps.interfaceMeasure() / perimeter, 0.01);
        final MeshQuality smooth = body(image, InterfaceShape.SMOOTH);
        assertEquals(1, smooth.interfaceMeasure() / perimeter, 0.01);
        assertEquals(1, smooth.measure() / steps.measure(), 0.001);
        assertTrue(smooth.quantile(QualityMeasure.SMALLEST_ANGLE, 0) > 20);
    }

    @Test
    void aBallHasTheSurfaceAndTheVolumeOfASphere() {
        final Volume image = ball(32, 32, 12);
        final double surface = 4 * Math.PI * 144;
        final MeshQuality steps = body(image, InterfaceShape.STAIRCASE);
        assertEquals(1.5, steps.interfaceMeasure() / surface, 0.02);
        final MeshQuality smooth = body(image, InterfaceShape.SMOOTH);
        assertEquals(1, smooth.interfaceMeasure() / surface, 0.02);
        assertEquals(1, smooth.measure() / steps.measure(), 0.004);
        assertTrue(smooth.quantile(QualityMeasure.SMALLEST_ANGLE, 0) > 5);
        assertTrue(smooth.quantile(QualityMeasure.SMALLEST_ANGLE, 0.05) > 15);
    }

    @Test
    void aPlaneStaysWhereItIs() {
        final Volume image = LabelImages.of(9, 7, 6, (x, y, z) -> x < 4 ? 0 : 1);
        final MeshQuality smooth = body(image, InterfaceShape.SMOOTH);
        assertEquals(42, smooth.interfaceMeasure(), 1e-9);
        assertEquals(5 * 42, smooth.measure(), 1e-9);
    }

    @Test
    void smoothingFollowsTheVoxelsOfAnyShape() {
        final Volume cubes = ball(24, 24, 8);
        final MeshQuality isotropic = body(cubes, InterfaceShape.SMOOTH);
        final MeshQuality stretched = body(cubes.withVoxelSize(new VoxelSize(1, 2, 5)),
            InterfaceShape.SMOOTH);
        assertEquals(10 * isotropic.measure(), stretched.measure(), 1e-8 * stretched.measure());
    }
}
