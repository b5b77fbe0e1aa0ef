// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bodies and numbers of scipy (Euclidean distance transform) and VTK (vtkHausdorffDistancePointSetFilter). */
class PhaseDistancesTest {

    private static final VoxelSize ONE = VoxelSize.isotropic(1);
    private static final DistanceSettings VOXELS = settings(DistancePoints.BOUNDARY_VOXELS);
    private static final DistanceSettings STAIRS = settings(DistancePoints.SURFACE);

    private static DistanceSettings settings(final DistancePoints points) {
        return new DistanceSettings(points, DistanceConvention.CENTRES, 0, 1);
    }

    private static PhaseDistances measure(final Volume labels, final DistanceSettings settings) {
        return measure(labels, 1, 2, settings);
    }

    private static PhaseDistances measure(final Volume labels, final int first, final int second,
        final DistanceSettings settings) {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return PhaseDistances.of(PhasePairs.phase(labels, first), PhasePairs.phase(labels, second), settings,
                scratch, Progress.NONE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The facing sides are 13 apart from centre to centre and 12 from face to face, the others three more. */
    @Test
    void platesAreThirteenVoxelsAndTwelveAsSurfaces() {
        final DistanceDistribution voxels = measure(PhasePairs.plates(ONE), VOXELS).there();
        assertEquals(13, voxels.min(), 1e-6);
        assertEquals(14, voxels.mean(), 1e-6);
        assertEquals(15, voxels.max(), 1e-6);
        assertEquals(1, voxels.standardDeviation(), 1e-6);
        final DistanceDistribution surfaces = measure(PhasePairs.plates(ONE), STAIRS).there();
        assertEquals(12, surfaces.min(), 1e-6);
        assertEquals(15, surfaces.max(), 1e-6);
        assertEquals(13.5, surfaces.mean(), 1e-6);
        assertEquals(2 * 31 * 31, surfaces.weight(), 1e-3);
    }

    /** 12 voxels of 0.5 µm between the faces. */
    @Test
    void facesAreHalfAVoxelBeforeCentres() {
        final Volume plates = PhasePairs.plates(VoxelSize.isotropic(0.5));
        final DistanceSettings faces =
            new DistanceSettings(DistancePoints.BOUNDARY_VOXELS, DistanceConvention.FACES, 0, 1);
        assertEquals(6, measure(plates, faces).there().min(), 1e-6);
        final DistanceSettings all = new DistanceSettings(DistancePoints.ALL_VOXELS, DistanceConvention.FACES, 0, 1);
        assertEquals(6.25, measure(plates, all).there().min(), 1e-6);
    }

    @Test
    void longVoxelsCountByTheirLength() {
        final Volume plates = PhasePairs.plates(new VoxelSize(0.2, 0.3, 0.7));
        assertEquals(13 * 0.7, measure(plates, VOXELS).there().min(), 1e-5);
        assertEquals(12 * 0.7, measure(plates, STAIRS).there().min(), 1e-5);
    }

    @Test
    void ballsHaveTheirHausdorffDistances() {
        for (final DistanceSettings settings : new DistanceSettings[] {VOXELS, STAIRS}) {
            final PhaseDistances balls = measure(PhasePairs.balls(), settings);
            assertEquals(26, balls.there().max(), 1e-5);
            assertEquals(34.0147, balls.back().max(), 1e-4);
            assertEquals(balls.back().max(), balls.hausdorff());
        }
    }

    /** The truth is 15 everywhere. */
    @Test
    void aBallInAShellHasTheValuesOfThePeers() {
        final DistanceDistribution voxels = measure(PhasePairs.ballInShell(), VOXELS).back();
        assertEquals(15.4686, voxels.mean(), 1e-4);
        final PhaseDistances both = measure(PhasePairs.ballInShell(), VOXELS);
        assertEquals(15.639, both.there().mean(), 5e-4);
        assertEquals(16.156, both.there().max(), 1e-3);
        final DistanceDistribution stairs = measure(PhasePairs.ballInShell(), STAIRS).there();
        assertEquals(14.804, stairs.mean(), 0.005);
        assertEquals(15.264, stairs.max(), 5e-4);
        final DistanceDistribution smooth = measure(PhasePairs.ballInShell(),
            new DistanceSettings(DistancePoints.SURFACE, DistanceConvention.CENTRES, 1, 1)).there();
        assertEquals(15, smooth.mean(), 0.08);
        assertTrue(smooth.standardDeviation() < 0.5 * stairs.standardDeviation());
    }

    /** Points of the farther side of the second ball are farther from the first one than the other way round. */
    @Test
    void everyPointOfBothSurfacesHasItsDistance() {
        final PhaseDistances balls = measure(PhasePairs.balls(), STAIRS);
        final double[] largest = new double[2];
        for (int i = 0; i < 2; i++) {
            final float[] distances = balls.surfaces().get(i).distances();
            assertEquals(balls.surfaces().get(i).triangles().vertexCount(), distances.length);
            for (final float distance : distances) {
                largest[i] = Math.max(largest[i], distance);
            }
        }
        assertArrayEquals(new double[] {balls.there().max(), balls.back().max()}, largest);
    }

    @Test
    void phasesThatTouchAreOneVoxelApartAndZeroAsSurfaces() {
        final Volume halves = PhasePairs.labels(12, ONE, (x, y, z) -> x < 6 ? 1 : 2);
        assertEquals(1, measure(halves, VOXELS).there().max(), 1e-6);
        assertEquals(0, measure(halves, STAIRS).there().max(), 1e-6);
        assertEquals(0, measure(halves, new DistanceSettings(DistancePoints.BOUNDARY_VOXELS,
            DistanceConvention.FACES, 0, 1)).hausdorff(), 1e-6);
    }

    /** Voxels of the border of the volume have no neighbour outside: they are not of the boundary. */
    @Test
    void theBorderOfTheVolumeIsNoBoundary() {
        final Volume corner = PhasePairs.labels(8, ONE, (x, y, z) -> x < 3 ? 1 : x == 7 ? 2 : 0);
        final DistanceDistribution boundary = measure(corner, VOXELS).there();
        assertEquals(64, boundary.count());
        assertEquals(5, boundary.min(), 1e-6);
        assertEquals(5, boundary.max(), 1e-6);
        assertEquals(3 * 64, measure(corner, settings(DistancePoints.ALL_VOXELS)).there().count());
        assertEquals(49, measure(corner, STAIRS).there().weight(), 1e-4);
    }

    @Test
    void histogramsAndQuantilesAreOfTheSamples() {
        final Volume steps = PhasePairs.labels(8, VoxelSize.isotropic(0.1), (x, y, z) -> x < 4 ? 1 : x == 7 ? 2 : 0);
        final DistanceDistribution all = measure(steps, new DistanceSettings(DistancePoints.ALL_VOXELS,
            DistanceConvention.CENTRES, 0, 0.1)).there();
        assertEquals(8, all.bins());
        for (int bin = 0; bin < 8; bin++) {
            assertEquals(bin < 4 ? 0 : 0.25, all.share(bin), 1e-12, "bin " + bin);
        }
        assertEquals(0.5, all.quantile(0.5), 1e-4);
        assertEquals(0.4, all.quantile(0), 1e-4);
        assertEquals(0.7, all.quantile(1), 1e-4);
        assertEquals(0.55, all.mean(), 1e-6);
        assertEquals(Math.sqrt((16 + 25 + 36 + 49) / 400.0), all.rms(), 1e-6);
    }

    @Test
    void theMapHasTheFirstPhaseOnly() throws IOException {
        final Volume labels = PhasePairs.labels(6, VoxelSize.isotropic(2), (x, y, z) -> x < 2 ? 1 : x == 5 ? 2 : 0);
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Volume map = PhaseDistances.of(PhasePairs.phase(labels, 1), PhasePairs.phase(labels, 2), STAIRS,
                scratch, Progress.NONE).map().orElseThrow();
            final float[] row = new float[6];
            map.read(new Block(0, 3, 3, 6, 1, 1), row);
            assertArrayEquals(new float[] {10, 8, Float.NaN, Float.NaN, Float.NaN, Float.NaN}, row);
        }
    }

    @ParameterizedTest
    @EnumSource(DistancePoints.class)
    void withoutOneOfThePhasesThereIsNoDistance(final DistancePoints points) {
        for (int missing = 1; missing < 3; missing++) {
            final int other = 3 - missing;
            final PhaseDistances none =
                measure(PhasePairs.labels(6, ONE, (x, y, z) -> x < 2 ? other : 0), settings(points));
            assertEquals("labels, Label " + missing + " has no voxel", none.undefined());
            assertEquals(0, none.there().count());
            assertTrue(Double.isNaN(none.there().mean()) && Double.isNaN(none.back().quantile(0.5))
                && Double.isNaN(none.hausdorff()));
            assertTrue(none.map().isEmpty() && none.surfaces().isEmpty());
        }
    }

    @Test
    void aPhaseThatSmoothingRemovesHasNoSurface() {
        final Volume speck = PhasePairs.labels(9, ONE, (x, y, z) -> x == 4 && y == 4 && z == 4 ? 2 : z < 2 ? 1 : 0);
        final PhaseDistances none = measure(speck,
            new DistanceSettings(DistancePoints.SURFACE, DistanceConvention.CENTRES, 1, 1));
        assertTrue(none.undefined().startsWith("labels, Label 2 has no surface"), none.undefined());
        assertTrue(none.map().isPresent());
        assertEquals("", measure(speck, STAIRS).undefined());
    }

    @ParameterizedTest
    @EnumSource(DistancePoints.class)
    void nothingDependsOnThreadsOrOnTheDisk(final DistancePoints points, @TempDir final Path folder) {
        final Volume labels = PhasePairs.labels(24, new VoxelSize(0.1, 0.2, 0.3),
            (x, y, z) -> (x * 7 + y * 13 + z * z) % 11 < 4 ? 1 : (x * x + y * 5 + z * 3) % 13 == 0 ? 2 : 0);
        final PhaseDistances alone = Parallelization.runSingleThreaded(() -> measure(labels, settings(points)));
        final PhaseDistances together = Parallelization.runWithNumThreads(4, () -> measure(labels, settings(points)));
        requireSame(alone, together);
        try (ScratchSpace disk = ScratchSpace.open(0, folder)) {
            requireSame(alone, PhaseDistances.of(PhasePairs.phase(labels, 1), PhasePairs.phase(labels, 2),
                settings(points), disk, Progress.NONE));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void requireSame(final PhaseDistances one, final PhaseDistances other) {
        assertEquals(one.there().mean(), other.there().mean());
        assertEquals(one.there().rms(), other.there().rms());
        assertEquals(one.there().quantile(0.3), other.there().quantile(0.3));
        assertEquals(one.back().mean(), other.back().mean());
        assertEquals(one.hausdorff(), other.hausdorff());
        assertEquals(one.there().bins(), other.there().bins());
    }

    @Test
    void anImageIsMeasuredInItsPlane() {
        final Volume discs = PhasePairs.balls().crop(new Block(0, 0, 32, 64, 64, 1));
        assertEquals(26, measure(discs, VOXELS).there().max(), 1e-5);
        final PhaseDistances contours = measure(discs, STAIRS);
        assertEquals(26, contours.there().max(), 1e-5);
        assertEquals(11, contours.there().min(), 1e-5);
        assertEquals(2, contours.surfaces().size());
    }

    /** Squares of 0.02 µm, 6 voxels between them, in a slice of 1 µm. */
    @Test
    void theThicknessOfAnImageDoesNotCountForItsFaces() {
        final Volume image = PhasePairs.labels(12, new VoxelSize(0.02, 0.02, 1), (x, y, z) -> x < 3 ? 1 : x > 8 ? 2 : 0)
            .crop(new Block(0, 0, 0, 12, 12, 1));
        final DistanceSettings faces =
            new DistanceSettings(DistancePoints.BOUNDARY_VOXELS, DistanceConvention.FACES, 0, 1);
        assertEquals(0.12, measure(image, faces).there().min(), 1e-6);
    }

    @Test
    void phasesMustBeAlike() {
        final Volume plates = PhasePairs.plates(ONE);
        final Volume part = plates.crop(new Block(0, 0, 0, 9, 9, 9));
        assertThrows(VolumeException.class, () -> PhaseDistances.of(PhasePairs.phase(plates, 1),
            PhasePairs.phase(part, 2), VOXELS, ScratchSpace.open(), Progress.NONE));
    }

    @Test
    void settingsAreInRange() {
        assertThrows(TransportException.class,
            () -> new DistanceSettings(DistancePoints.SURFACE, DistanceConvention.CENTRES, -1, 1));
        assertThrows(TransportException.class,
            () -> new DistanceSettings(DistancePoints.SURFACE, DistanceConvention.CENTRES, 5.1, 1));
        assertThrows(TransportException.class,
            () -> new DistanceSettings(DistancePoints.SURFACE, DistanceConvention.CENTRES, 1, 0));
        assertThrows(TransportException.class,
            () -> new DistanceSettings(DistancePoints.SURFACE, DistanceConvention.CENTRES, 1, Double.NaN));
    }

    @Test
    void tooNarrowBinsAreRefused() {
        final DistanceSettings narrow =
            new DistanceSettings(DistancePoints.ALL_VOXELS, DistanceConvention.CENTRES, 0, 1e-5);
        final String message = assertThrows(TransportException.class,
            () -> measure(PhasePairs.plates(ONE), narrow)).getMessage();
        assertTrue(message.contains("Make the bins wider"), message);
    }
}
