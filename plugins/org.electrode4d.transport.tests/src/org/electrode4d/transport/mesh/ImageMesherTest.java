// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class ImageMesherTest {

    private static final MeshSettings STEPS = MeshSettings.defaults().withInterfaces(InterfaceShape.STAIRCASE);

    private static String refusal(final Volume image, final MeshSettings settings) {
        return assertThrows(VolumeException.class, () -> ImageMesher.mesh(image, settings, Progress.NONE))
            .getMessage();
    }

    private static String refusal(final int finest, final int coarsest, final int layers, final int halvings) {
        return assertThrows(TransportException.class, () -> new MeshSettings(finest, coarsest, layers,
            InterfaceShape.SMOOTH, halvings, 100)).getMessage();
    }

    /** In a plane of 64 x 64 pixels halved by an interface. */
    private static double largestAwayFromInterface(final int layers) {
        final SimplexMesh mesh = ImageMesher.mesh(LabelImages.of(64, 64, 1, (x, y, z) -> x < 32 ? 0 : 1),
            STEPS.withLayers(layers), Progress.NONE);
        double largest = 0;
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            largest = Math.max(largest, MeshChecks.measure(mesh, cell));
        }
        return largest;
    }

    @Test
    void aSinglePhaseIsAFewLargeElements() {
        final SimplexMesh plane = ImageMesher.mesh(LabelImages.of(32, 16, 1, (x, y, z) -> 3), STEPS, Progress.NONE);
        assertEquals(4, plane.cellCount());
        assertEquals(3, plane.phases()[0]);
        final SimplexMesh space = ImageMesher.mesh(LabelImages.of(16, 16, 16, (x, y, z) -> 3),
            MeshSettings.defaults(), Progress.NONE);
        assertEquals(5, space.cellCount());
    }

    @Test
    void aVoxelIsMeshedAroundItsCentre() {
        final SimplexMesh mesh = ImageMesher.mesh(LabelImages.of(1, 1, 1, (x, y, z) -> 0)
            .withVoxelSize(new VoxelSize(2, 3, 1)), STEPS, Progress.NONE);
        assertEquals(2, mesh.cellCount());
        assertArrayEquals(new double[] {-1, -1.5, 1, -1.5, -1, 1.5, 1, 1.5}, mesh.points());
    }

    @Test
    void elementsGrowAwayFromInterfaces() {
        assertEquals(16 * 16 / 4.0, largestAwayFromInterface(1));
        assertEquals(8 * 8 / 4.0, largestAwayFromInterface(3));
    }

    @Test
    void neighboursDifferInAreaByAFactorOfTwo() {
        final SimplexMesh mesh = ImageMesher.mesh(LabelImages.random(40, 33, 1, 3, 0.99, 5), STEPS.withLayers(1),
            Progress.NONE);
        final int[] neighbours = FacetNeighbours.of(mesh);
        double worst = 1;
        for (int facet = 0; facet < neighbours.length; facet++) {
            if (neighbours[facet] >= 0) {
                worst = Math.max(worst, MeshChecks.measure(mesh, facet / 3)
                    / MeshChecks.measure(mesh, neighbours[facet]));
            }
        }
        assertEquals(2, worst, 1e-9);
    }

    @Test
    void cellsOfSeveralVoxelsHaveThePhaseOfMost() {
        final SimplexMesh mesh = ImageMesher.mesh(LabelImages.of(5, 2, 1, (x, y, z) -> x + y < 2 ? 1 : 2),
            STEPS.withSizes(2, 2), Progress.NONE);
        assertEquals(6, mesh.cellCount());
        assertEquals(4, MeshChecks.measures(mesh).get(1), 1e-12);
        assertEquals(6, MeshChecks.measures(mesh).get(2), 1e-12);
    }

    @Test
    void halvingsKeepTheGeometry() {
        final Volume plane = LabelImages.random(9, 8, 1, 3, 0.7, 2);
        final Volume space = LabelImages.random(5, 6, 4, 3, 0.7, 3);
        for (final Volume image : new Volume[] {plane, space}) {
            final SimplexMesh coarse = ImageMesher.mesh(image, MeshSettings.defaults(), Progress.NONE);
            final SimplexMesh fine = ImageMesher.mesh(image, MeshSettings.defaults().withHalvings(1), Progress.NONE);
            assertEquals(coarse.cellCount() << coarse.dimension(), fine.cellCount());
            MeshChecks.assertOriented(fine);
            MeshChecks.assertConforming(fine, image);
            MeshChecks.assertVerticesAreUsedOnce(fine);
            MeshChecks.measures(coarse).forEach((phase, sum) ->
                assertEquals(sum, MeshChecks.measures(fine).get(phase), 1e-9 * sum));
        }
    }

    @Test
    void meshesAreTheSameEveryTime() {
        final Volume image = LabelImages.random(12, 11, 10, 3, 0.8, 7);
        final SimplexMesh first = ImageMesher.mesh(image, MeshSettings.defaults(), Progress.NONE);
        final SimplexMesh second = ImageMesher.mesh(image, MeshSettings.defaults(), Progress.NONE);
        assertArrayEquals(first.points(), second.points());
        assertArrayEquals(first.cells(), second.cells());
    }

    @Test
    void tooManyElementsAreRefusedBeforeTheyAreMade() {
        final String message = refusal(LabelImages.random(20, 20, 20, 2, 0.5, 1),
            MeshSettings.defaults().withMaximumElements(1000));
        assertTrue(message.contains("at most 1000 are allowed. Choose larger finest elements"), message);
    }

    @Test
    void whatIsNoPhaseIsExplained() {
        assertEquals("Phases are numbered from 0, but phases has the label -2. Relabel it.",
            refusal(Volume.of("phases", ArrayImgs.bytes(new byte[] {0, -2}, 2, 1), VoxelSize.isotropic(1)), STEPS));
        assertTrue(refusal(Volume.of("grey", ArrayImgs.floats(new float[2], 2, 1), VoxelSize.isotropic(1)), STEPS)
            .startsWith("The values of the phases must be integers, but grey is of type FLOAT32."));
    }

    @Test
    void settingsOutsideOfTheirRangeAreExplained() {
        assertEquals("The finest elements of a mesh are 3 voxels, but must be a power of two from 1 to 1024.",
            refusal(3, 4, 1, 0));
        assertEquals("The coarsest elements of a mesh are 2 voxels, the finest 4. Choose coarsest elements that are "
            + "not smaller.", refusal(4, 2, 1, 0));
        assertEquals("A mesh needs at least one layer of elements of each size, not 0.", refusal(1, 4, 0, 0));
        assertEquals("The edges of a mesh can be halved 0 to 6 times, not 7.", refusal(1, 4, 1, 7));
    }

    @Test
    void meshingCanBeCancelled() {
        final Progress cancelled = new Progress() {
            @Override
            public void check() {
                throw new CancellationException();
            }

            @Override
            public void report(final double fraction, final String message) {
                // nobody listens
            }
        };
        assertThrows(CancellationException.class,
            () -> ImageMesher.mesh(LabelImages.of(4, 4, 1, (x, y, z) -> x), STEPS, cancelled));
    }
}
