// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Bodies that other tests compute on are what they say. */
class BodyMeshTest {

    private static double measure(final MeshPart part) {
        MeshChecks.assertOriented(part.mesh());
        MeshChecks.assertVerticesAreUsedOnce(part.mesh());
        assertEquals(part.boundary().size(),
            MeshChecks.facets(part.mesh()).values().stream().filter(count -> count == 1).count());
        assertTrue(MeshChecks.facets(part.mesh()).values().stream().allMatch(count -> count <= 2));
        return MeshChecks.measures(part.mesh()).get(1);
    }

    private static void assertBoundaryAtRadius(final MeshPart part, final double radius) {
        for (int i = 0; i < part.boundary().size(); i++) {
            for (int corner = 0; corner <= part.mesh().dimension(); corner++) {
                if (corner != part.boundary().opposite()[i]) {
                    final int vertex = part.mesh().vertex(part.boundary().cells()[i], corner);
                    double square = 0;
                    for (int axis = 0; axis < part.mesh().dimension(); axis++) {
                        square += Math.pow(part.mesh().coordinate(vertex, axis), 2);
                    }
                    assertEquals(radius, Math.sqrt(square), 1e-12);
                }
            }
        }
    }

    @Test
    void aDiscIsAPolygonWithItsCornersOnTheCircle() {
        final MeshPart disc = DiscMesh.part(3, 8);
        assertEquals(4 * 64, disc.mesh().cellCount());
        assertEquals(32, disc.boundary().size());
        assertEquals(16 * 9 * Math.sin(2 * Math.PI / 32), measure(disc), 0.1);
        assertTrue(Arrays.stream(disc.boundary().beyond()).allMatch(phase -> phase == DiscMesh.RING));
        assertBoundaryAtRadius(disc, 3);
    }

    /** Volume between the ball and its polyhedron. */
    private static double missing(final int edges) {
        return Math.PI * 32 / 3 - measure(BallMesh.part(2, edges));
    }

    @Test
    void aBallHasItsOuterVerticesOnTheSphere() {
        final MeshPart ball = BallMesh.part(2, 8);
        assertEquals(8 * 512, ball.mesh().cellCount());
        assertEquals(8 * 64, ball.boundary().size());
        assertEquals(4, missing(4) / missing(8), 0.3);
        assertTrue(Arrays.stream(ball.boundary().beyond()).allMatch(phase -> phase == BallMesh.SHELL));
        assertBoundaryAtRadius(ball, 2);
    }

    @Test
    void aBoxHasAPhaseBeyondItsFirstFaceAlone() {
        final MeshPart box = BoxMesh.part(new double[] {2, 1, 3}, 4, 3, 2);
        assertEquals(6, measure(box), 1e-12);
        assertEquals(6 * 2, Arrays.stream(box.boundary().beyond()).filter(phase -> phase == BoxMesh.BEFORE).count());
        assertEquals(2, measure(BoxMesh.part(new double[] {2, 1}, 5, 2)), 1e-12);
    }
}
