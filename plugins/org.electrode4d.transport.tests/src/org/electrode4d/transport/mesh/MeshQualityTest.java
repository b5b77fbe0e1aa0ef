// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;

class MeshQualityTest {

    private static SimplexMesh one(final int dimension, final double... points) {
        return new SimplexMesh(dimension, points, dimension == 2 ? new int[] {0, 1, 2} : new int[] {0, 1, 2, 3},
            new int[] {5});
    }

    private static double value(final SimplexMesh mesh, final QualityMeasure by) {
        return MeshQuality.of(mesh, Progress.NONE).quantile(by, 0);
    }

    @Test
    void regularElementsAreTheBest() {
        final SimplexMesh triangle = one(2, 0, 0, 2, 0, 1, Math.sqrt(3));
        assertEquals(60, value(triangle, QualityMeasure.SMALLEST_ANGLE), 1e-5);
        assertEquals(1, value(triangle, QualityMeasure.RADIUS_RATIO), 1e-6);
        assertEquals(1, value(triangle, QualityMeasure.EDGE_RATIO), 1e-6);
        final SimplexMesh tetrahedron = one(3, 0, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 0);
        assertEquals(Math.toDegrees(Math.acos(1 / 3.0)), value(tetrahedron, QualityMeasure.SMALLEST_ANGLE), 1e-5);
        assertEquals(1, value(tetrahedron, QualityMeasure.RADIUS_RATIO), 1e-6);
        assertEquals(1, value(tetrahedron, QualityMeasure.EDGE_RATIO), 1e-6);
    }

    @Test
    void rightAngledElementsHaveTheirKnownShape() {
        final SimplexMesh triangle = one(2, 0, 0, 3, 0, 0, 4);
        assertEquals(Math.toDegrees(Math.atan(0.75)), value(triangle, QualityMeasure.SMALLEST_ANGLE), 1e-5);
        assertEquals(2 * 1 / 2.5, value(triangle, QualityMeasure.RADIUS_RATIO), 1e-6);
        assertEquals(0.6, value(triangle, QualityMeasure.EDGE_RATIO), 1e-6);
        final SimplexMesh corner = one(3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
        assertEquals(Math.toDegrees(Math.acos(1 / Math.sqrt(3))), value(corner, QualityMeasure.SMALLEST_ANGLE), 1e-5);
        assertEquals(3 / (3 + Math.sqrt(3)) * 2 / Math.sqrt(3), value(corner, QualityMeasure.RADIUS_RATIO), 1e-6);
    }

    @Test
    void flatElementsAreTheWorst() {
        final SimplexMesh flat = one(2, 0, 0, 1, 0, 2, 0);
        assertEquals(0, value(flat, QualityMeasure.SMALLEST_ANGLE), 0);
        assertEquals(0, value(flat, QualityMeasure.RADIUS_RATIO), 0);
    }

    @Test
    void everyPhaseIsCountedAndMeasured() {
        final SimplexMesh mesh = ImageMesher.mesh(LabelImages.of(3, 2, 1, (x, y, z) -> x == 0 ? 4 : 2),
            MeshSettings.defaults().withSizes(1, 1).withInterfaces(InterfaceShape.STAIRCASE), Progress.NONE);
        final MeshQuality first = MeshQuality.ofPhases(mesh, Progress.NONE).get(2);
        assertEquals(8, first.elements());
        assertEquals(9, first.vertices());
        assertEquals(2, first.interfaces());
        assertEquals(2, first.interfaceMeasure(), 1e-12);
        assertEquals(4, first.measure(), 1e-12);
        final MeshQuality whole = MeshQuality.of(mesh, Progress.NONE);
        assertEquals(12, whole.elements());
        assertEquals(12, whole.vertices());
        assertEquals(2, whole.interfaces());
        assertEquals(45, whole.mean(QualityMeasure.SMALLEST_ANGLE), 1e-5);
        assertArrayEquals(new int[] {0, 0, 12}, whole.histogram(QualityMeasure.RADIUS_RATIO, 3));
        assertTrue(MeshQuality.ofPhases(mesh, Progress.NONE).containsKey(4));
    }
}
