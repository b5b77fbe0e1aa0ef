// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarchingCubesTest {

    private static double area(final Volume mask) {
        return MarchingCubes.area(mask, 0.5, Progress.NONE);
    }

    private static double smoothArea(final Volume mask) {
        return area(MarchingCubes.smoothed(mask, MarchingCubes.MASK_SIGMA));
    }

    private static TriangleSurface surface(final Volume field, final double level) {
        return MarchingCubes.of(field, level, Progress.NONE);
    }

    /**
     * Against scikit-image 0.19.3 (marching_cubes, mesh_surface_area), of the mask and smoothed with sigma = 1. The
     * triangles of smallest area make stairs by 0.8 % less wrong, and change nothing where they are smooth.
     */
    @ParameterizedTest
    @CsvSource({"5, 16, 353.2, 296.7", "10, 32, 1363.7, 1237.9", "20, 64, 5494.5, 5017.1", "50, 128, 34199.8, 31494.0"})
    void ballsHaveTheAreasOfThePeer(final int radius, final int edge, final double stairs, final double smooth) {
        final Volume ball = SurfaceBodies.mask(edge, SurfaceBodies.ball(radius));
        assertTrue(area(ball) < stairs);
        assertEquals(stairs, area(ball), 0.01 * stairs);
        assertEquals(smooth, smoothArea(ball), 2e-4 * smooth);
    }

    @Test
    void cubeAndCylinderHaveTheAreasOfThePeer() {
        final Volume cube = SurfaceBodies.mask(64, (x, y, z) -> 20 - Math.max(Math.abs(x), Math.max(Math.abs(y),
            Math.abs(z))));
        assertEquals(9458.7, area(cube), 0.1);
        assertEquals(9184.1, smoothArea(cube), 0.1);
        final Volume cylinder = SurfaceBodies.mask(64, (x, y, z) -> Math.min(15 - Math.hypot(x, y), 25 - Math.abs(z)));
        assertEquals(6380.8, area(cylinder), 2);
        assertEquals(6012.9, smoothArea(cylinder), 0.5);
    }

    /** The ball of the facts: 4 pi 400 = 5026.5. */
    @Test
    void aSmoothedBallIsRightToThreePerMille() {
        assertEquals(5026.5, smoothArea(SurfaceBodies.mask(64, SurfaceBodies.ball(20))), 0.003 * 5026.5);
    }

    @Test
    void theErrorOfASmoothFieldFallsWithTheSquareOfTheVoxel() {
        final double coarse = area(SurfaceBodies.field(24, VoxelSize.isotropic(1), SurfaceBodies.ball(8.3)), 0);
        final double fine = area(SurfaceBodies.field(48, VoxelSize.isotropic(0.5), SurfaceBodies.ball(8.3)), 0);
        final double truth = 4 * Math.PI * 8.3 * 8.3;
        assertEquals(truth, fine, 0.002 * truth);
        assertEquals(4, (truth - coarse) / (truth - fine), 0.3);
    }

    private static double area(final Volume field, final double level) {
        return MarchingCubes.area(field, level, Progress.NONE);
    }

    @Test
    void verticesAreInMicrometresOnTheSurface() {
        final VoxelSize size = new VoxelSize(0.2, 0.3, 0.5);
        final Volume field = SurfaceBodies.field(40, size, SurfaceBodies.ball(3.1)).withOrigin(new Point(100, -7, 3));
        final TriangleSurface surface = surface(field, 0);
        final Point centre = field.origin().plus(new Point(19.5, 19.5, 19.5).times(size));
        for (int v = 0; v < surface.vertexCount(); v++) {
            assertEquals(3.1, surface.point(v).distance(centre), 0.012);
        }
        final double truth = 4 * Math.PI * 3.1 * 3.1;
        assertEquals(truth, surface.area(), 0.006 * truth);
        assertEquals(surface.area(), area(field, 0), 1e-6 * truth);
        assertEquals(surface.area(), Arrays.stream(surface.vertexAreas()).sum(), 1e-9 * truth);
    }

    @Test
    void ballsAndToriAreClosedAndLookOutwards() {
        final TriangleSurface ball = surface(SurfaceBodies.mask(24, SurfaceBodies.ball(9)), 0.5);
        assertTrue(SurfaceBodies.openEdges(ball).isEmpty());
        assertEquals(2, SurfaceBodies.euler(ball));
        final double enclosed = 4 / 3.0 * Math.PI * 9 * 9 * 9;
        assertEquals(enclosed, SurfaceBodies.enclosed(ball), 0.02 * enclosed);
        final TriangleSurface torus = surface(SurfaceBodies.mask(32, SurfaceBodies.torus(10, 4)), 0.5);
        assertTrue(SurfaceBodies.openEdges(torus).isEmpty());
        assertEquals(0, SurfaceBodies.euler(torus));
    }

    /** 8 x 8 voxels between the outermost centres. */
    @Test
    void theBorderOfTheVolumeIsNoSurface() {
        final Volume half = SurfaceBodies.mask(9, (x, y, z) -> 0.5 - z);
        assertEquals(64, area(half), 1e-6);
        assertEquals(0, area(SurfaceBodies.mask(9, (x, y, z) -> 1)));
        assertEquals(0, surface(SurfaceBodies.mask(9, (x, y, z) -> -1), 0.5).triangleCount());
    }

    @Test
    void voxelsThatTouchByAnEdgeAreApart() {
        final TriangleSurface two = surface(SurfaceBodies.mask(4, (x, y, z) ->
            x == y && Math.abs(x) == 0.5 && z == 0.5 ? 1 : -1), 0.5);
        assertTrue(SurfaceBodies.openEdges(two).isEmpty());
        assertEquals(4, SurfaceBodies.euler(two));
    }

    @Test
    void unknownVoxelsMakeAHole() {
        final Volume field = SurfaceBodies.field(9, VoxelSize.isotropic(1),
            (x, y, z) -> x == 0 && y == 0 ? Double.NaN : 0.5 - z);
        final TriangleSurface surface = surface(field, 0);
        assertEquals(60, surface.area(), 1e-6);
        assertEquals(60, area(field, 0), 1e-6);
        for (final float coordinate : surface.vertices()) {
            assertTrue(Float.isFinite(coordinate));
        }
    }

    @Test
    void anImageHasAStripAsHighAsAVoxel() {
        final byte[] disk = new byte[41 * 41];
        for (int i = 0; i < disk.length; i++) {
            disk[i] = (byte)(Math.hypot(i % 41 - 20, i / 41 - 20) <= 15 ? 1 : 0);
        }
        final Volume image = Volume.of("disk", ArrayImgs.unsignedBytes(disk, 41, 41), new VoxelSize(0.5, 0.5, 3));
        final Volume smooth = MarchingCubes.smoothed(image, 1);
        final double truth = 2 * Math.PI * 7.5 * 3;
        assertEquals(truth, area(smooth), 0.005 * truth);
        final TriangleSurface strip = surface(smooth, 0.5);
        assertEquals(truth, strip.area(), 0.005 * truth);
        for (int v = 0; v < strip.vertexCount(); v++) {
            assertEquals(1.5, Math.abs(strip.point(v).z()), 1e-6);
        }
        assertEquals(0, area(image.crop(new Block(0, 0, 0, 1, 41, 1))));
    }

    @Test
    void nothingDependsOnBlocksOrThreads() {
        final Volume field = SurfaceBodies.field(21, new VoxelSize(0.1, 0.1, 0.3),
            (x, y, z) -> Math.sin(9 * x) + Math.cos(8 * y) * Math.sin(2 * z + x));
        final double whole = MarchingCubes.area(field, 0.1, 100, Progress.NONE);
        final TriangleSurface surface = MarchingCubes.of(field, 0.1, 100, Long.MAX_VALUE, Progress.NONE);
        for (final int edge : new int[] {1, 3, 7}) {
            assertEquals(whole, MarchingCubes.area(field, 0.1, edge, Progress.NONE));
            final TriangleSurface other = Parallelization.runWithNumThreads(4,
                () -> MarchingCubes.of(field, 0.1, edge, Long.MAX_VALUE, Progress.NONE));
            assertArrayEquals(surface.vertices(), other.vertices());
            assertArrayEquals(surface.triangles(), other.triangles());
        }
        assertEquals(whole, Parallelization.runSingleThreaded(() -> area(field, 0.1)));
    }

    @Test
    void aSurfaceThatDoesNotFitIsRefused() {
        final Volume ball = SurfaceBodies.mask(64, SurfaceBodies.ball(20));
        final String message = assertThrows(VolumeException.class,
            () -> MarchingCubes.of(ball, 0.5, 16, 100_000, Progress.NONE)).getMessage();
        assertTrue(message.contains("million triangles") && message.contains("crop the volume"), message);
    }

    @Test
    void theLevelIsANumber() {
        final Volume ball = SurfaceBodies.mask(8, SurfaceBodies.ball(2));
        assertThrows(VolumeException.class, () -> area(ball, Double.NaN));
        assertThrows(VolumeException.class, () -> surface(ball, Double.POSITIVE_INFINITY));
    }
}
