// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;

class ImageMesherProperties {

    private static Map<Integer, Double> voxels(final Volume image, final boolean planar) {
        final float[] values = new float[(int)image.shape().voxels()];
        image.read(Block.of(image.shape()), values);
        final double each = image.voxelSize().x() * image.voxelSize().y() * (planar ? 1 : image.voxelSize().z());
        final Map<Integer, Double> sums = new TreeMap<>();
        for (final float value : values) {
            sums.merge((int)value, each, Double::sum);
        }
        return sums;
    }

    private static void assertSameMeasures(final Map<Integer, Double> expected, final Map<Integer, Double> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((phase, sum) -> assertEquals(sum, actual.get(phase), 1e-9 * sum, "phase " + phase));
    }

    @Property(tries = 60)
    void stepsOfAnyImageAreMeshedExactly(@ForAll @IntRange(min = 1, max = 21) final int nx,
        @ForAll @IntRange(min = 1, max = 21) final int ny, @ForAll @IntRange(min = 1, max = 12) final int nz,
        @ForAll @IntRange(min = 0, max = 4) final int levels, @ForAll @IntRange(min = 1, max = 3) final int layers,
        @ForAll @DoubleRange(min = 0.5, max = 1) final double background, @ForAll final long seed) {
        final Volume image = LabelImages.random(nx, ny, nz, 4, background, seed);
        final SimplexMesh mesh = ImageMesher.mesh(image, MeshSettings.defaults().withSizes(1, 1 << levels)
            .withLayers(layers).withInterfaces(InterfaceShape.STAIRCASE), Progress.NONE);
        assertEquals(nz == 1 ? 2 : 3, mesh.dimension());
        MeshChecks.assertOriented(mesh);
        MeshChecks.assertConforming(mesh, image);
        MeshChecks.assertVerticesAreUsedOnce(mesh);
        assertSameMeasures(voxels(image, nz == 1), MeshChecks.measures(mesh));
    }

    @Property(tries = 40)
    void smoothMeshesOfAnyImageHaveGoodElements(@ForAll @IntRange(min = 1, max = 21) final int nx,
        @ForAll @IntRange(min = 1, max = 21) final int ny, @ForAll @IntRange(min = 1, max = 10) final int nz,
        @ForAll @IntRange(min = 0, max = 4) final int levels,
        @ForAll @DoubleRange(min = 0.3, max = 1) final double background, @ForAll final long seed) {
        final Volume image = LabelImages.random(nx, ny, nz, 4, background, seed);
        final SimplexMesh mesh = ImageMesher.mesh(image.withVoxelSize(VoxelSize.isotropic(2)),
            MeshSettings.defaults().withSizes(1, 1 << levels), Progress.NONE);
        MeshChecks.assertOriented(mesh);
        MeshChecks.assertConforming(mesh, image.withVoxelSize(VoxelSize.isotropic(2)));
        MeshChecks.assertVerticesAreUsedOnce(mesh);
        final MeshQuality quality = MeshQuality.of(mesh, Progress.NONE);
        assertEquals(4.0 * nx * ny * (nz == 1 ? 1 : 2 * nz), quality.measure(), 1e-9 * quality.measure());
        assertTrue(quality.quantile(QualityMeasure.SMALLEST_ANGLE, 0) > (nz == 1 ? 13 : 2.5),
            () -> "smallest angle " + quality.quantile(QualityMeasure.SMALLEST_ANGLE, 0));
    }

    @Property(tries = 40)
    void elementsOfAPartHangTogetherThroughFacetsAlone(@ForAll @IntRange(min = 1, max = 9) final int nx,
        @ForAll @IntRange(min = 1, max = 9) final int ny, @ForAll @IntRange(min = 1, max = 6) final int nz,
        @ForAll final long seed) throws IOException {
        final Volume image = LabelImages.random(nx, ny, nz, 2, 0.3, seed);
        final SimplexMesh part = MeshParts.of(ImageMesher.mesh(image, MeshSettings.defaults(), Progress.NONE),
            phase -> phase == 1).mesh();
        assertEquals(components(image), MeshChecks.pieces(part));
    }

    /** Voxels of phase 1 that hang together through faces. */
    private static long components(final Volume image) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return ConnectedComponents.of(image, Connectivity.FACES, scratch, Progress.NONE).count();
        }
    }
}
