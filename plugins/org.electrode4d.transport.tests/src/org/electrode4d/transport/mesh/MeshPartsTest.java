// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.Test;

class MeshPartsTest {

    private static SimplexMesh steps(final Volume image) {
        return ImageMesher.mesh(image, MeshSettings.defaults().withInterfaces(InterfaceShape.STAIRCASE),
            Progress.NONE);
    }

    @Test
    void pixelsThatTouchAtACornerAreApart() {
        final SimplexMesh mesh = steps(LabelImages.of(2, 2, 1, (x, y, z) -> x == y ? 1 : 0));
        assertEquals(9, mesh.vertexCount());
        final SimplexMesh part = MeshParts.of(mesh, phase -> phase == 1).mesh();
        assertEquals(8, part.vertexCount());
        assertEquals(2, MeshChecks.pieces(part));
    }

    @Test
    void voxelsThatTouchAtAnEdgeOrACornerAreApart() {
        final SimplexMesh edge = steps(LabelImages.of(2, 2, 1 + 1, (x, y, z) -> x == y && z == 0 ? 1 : 0));
        assertEquals(2, MeshChecks.pieces(MeshParts.of(edge, phase -> phase == 1).mesh()));
        final SimplexMesh corner = steps(LabelImages.of(2, 2, 2, (x, y, z) -> x == y && x == z ? 1 : 0));
        assertEquals(2, MeshChecks.pieces(MeshParts.of(corner, phase -> phase == 1).mesh()));
        assertEquals(1, MeshChecks.pieces(MeshParts.of(corner, phase -> phase == 0).mesh()));
    }

    @Test
    void aWallOfOneVoxelIsTight() {
        final SimplexMesh straight = steps(LabelImages.of(9, 6, 1, (x, y, z) -> x == 4 ? 1 : 0));
        assertEquals(2, MeshChecks.pieces(MeshParts.of(straight, phase -> phase == 0).mesh()));
        final SimplexMesh diagonal = steps(LabelImages.of(9, 9, 1, (x, y, z) -> x == y ? 1 : 0));
        assertEquals(2, MeshChecks.pieces(MeshParts.of(diagonal, phase -> phase == 0).mesh()));
    }

    @Test
    void theBoundaryTellsWhatIsBeyond() {
        final SimplexMesh mesh = steps(LabelImages.of(3, 1, 1, (x, y, z) -> x));
        final MeshPart part = MeshParts.of(mesh, phase -> phase == 1);
        assertEquals(4, part.boundary().size());
        final int[] beyond = part.boundary().beyond().clone();
        Arrays.sort(beyond);
        assertEquals("[-1, -1, 0, 2]", Arrays.toString(beyond));
        for (int i = 0; i < part.boundary().size(); i++) {
            final int cell = part.boundary().cells()[i];
            double x = 0;
            for (int corner = 0; corner < 3; corner++) {
                if (corner != part.boundary().opposite()[i]) {
                    x += part.mesh().coordinate(part.mesh().vertex(cell, corner), 0) / 2;
                }
            }
            final double expected = switch (part.boundary().beyond()[i]) {
                case 0 -> 0.5;
                case 2 -> 1.5;
                default -> 1;
            };
            assertEquals(expected, x, 1e-12);
        }
    }

    @Test
    void aPhaseThatIsNowhereGivesAnEmptyPart() {
        final MeshPart part = MeshParts.of(steps(LabelImages.of(3, 2, 2, (x, y, z) -> 0)), phase -> phase == 7);
        assertEquals(0, part.mesh().cellCount());
        assertEquals(0, part.mesh().vertexCount());
        assertEquals(0, part.boundary().size());
    }
}
