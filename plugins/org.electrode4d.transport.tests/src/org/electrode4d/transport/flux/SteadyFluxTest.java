// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import static org.electrode4d.transport.flux.Bodies.baffles;
import static org.electrode4d.transport.flux.Bodies.body;
import static org.electrode4d.transport.flux.Bodies.result;
import static org.electrode4d.transport.flux.Bodies.solve;
import static org.electrode4d.transport.flux.Bodies.staircase;
import static org.electrode4d.transport.flux.Bodies.two;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies whose resistance is known; values of TauFactor 1.2.1 and PoreSpy 3.0.4 for those where it is not. */
class SteadyFluxTest {

    private static final FluxSettings ALONG_Z = FluxSettings.along(2).withTolerance(1e-9);

    private static final double D = 3.01e-10;

    @ParameterizedTest
    @EnumSource(FluxBoundary.class)
    void whatIsOpenConductsFully(final FluxBoundary boundary) {
        final FluxResult open = solve(body(7, 5, 6, (x, y, z) -> 1), Conductors.of(Map.of(1, D)),
            ALONG_Z.withBoundary(boundary)).result();
        assertEquals(D, open.effectiveDiffusivity(), 1e-12 * D);
        assertEquals(1, open.relativeDiffusivity(), 1e-12);
        assertEquals(1, open.tortuosityFactor(), 1e-12);
        assertEquals(1, open.macMullinNumber(), 1e-12);
        assertEquals(Double.NaN, open.parameters().bruggemanCoefficient());
    }

    @ParameterizedTest
    @EnumSource(FluxBoundary.class)
    void aStraightChannelConductsWithItsSection(final FluxBoundary boundary) {
        final LabelVolume channel = body(16, 16, 24, (x, y, z) -> x / 2 == 3 && y / 2 == 4 ? 1 : 0);
        final FluxResult result = result(channel, ALONG_Z.withBoundary(boundary));
        assertEquals(1 / 64.0, result.effectiveDiffusivity(), 1e-12);
        assertEquals(1, result.tortuosityFactor(), 1e-10);
        assertEquals(64, result.macMullinNumber(), 1e-8);
        assertEquals(1, result.parameters().bruggemanCoefficient(), 1e-10);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void laminatesAreAtTheBoundsOfWiener(final int axis) {
        final LabelVolume sheets = body(12, 12, 12,
            (x, y, z) -> 1 + (axis == 0 ? x : axis == 1 ? y : z) / 3 % 2);
        final FluxResult across = solve(sheets, two(1, 0.1), FluxSettings.along(axis).withTolerance(1e-9)).result();
        assertEquals(0.2 / 1.1, across.effectiveDiffusivity(), 1e-10);
        assertEquals(across.bounds().series(), across.effectiveDiffusivity(), 1e-10);
        assertEquals(0.55 * 1.1 / 0.2, across.tortuosityFactor(), 1e-9);
        final FluxResult along = solve(sheets, two(1, 0.1), FluxSettings.along((axis + 1) % 3)).result();
        assertEquals(0.55, along.effectiveDiffusivity(), 1e-12);
        assertEquals(along.bounds().parallel(), along.effectiveDiffusivity(), 1e-12);
        assertEquals(1, along.tortuosityFactor(), 1e-12);
    }

    /** The resistance of 149 voxels in a row, though the fluxes of the straight start are all equal already. */
    @Test
    void aStaircaseIsAsLongAsItsVoxels() {
        final FluxResult result = result(staircase(), ALONG_Z);
        assertEquals(149.0 / 65 * 149 / 65, result.tortuosityFactor(), 1e-8);
        final double layers = 148.0 / 64 * (148.0 / 64) * 149 / 65 * 64 / 148;
        assertEquals(layers, result(staircase(), ALONG_Z.withBoundary(FluxBoundary.LAYERS)).tortuosityFactor(), 1e-8);
    }

    @Test
    void bafflesAgreeWithTauFactorAndPoreSpy() {
        final FluxResult faces = result(baffles(), ALONG_Z);
        assertEquals(0.12172728, faces.effectiveDiffusivity(), 1e-8);
        assertEquals(7.530495, faces.tortuosityFactor(), 1e-6);
        final FluxResult layers = result(baffles(), ALONG_Z.withBoundary(FluxBoundary.LAYERS));
        assertEquals(0.12055467, layers.effectiveDiffusivity(), 1e-8);
        assertEquals(7.603743, layers.percolatingTortuosityFactor(), 1e-6);
    }

    @Test
    void allPlanesLetTheSameThrough() {
        final FluxResult result = result(baffles(), FluxSettings.along(2));
        assertEquals(81, result.layers().diffusivities().length);
        for (final double through : result.layers().diffusivities()) {
            assertEquals(result.effectiveDiffusivity(), through, 1e-6 * result.effectiveDiffusivity());
        }
        assertTrue(result.convergence().isConverged());
        assertTrue(result.convergence().fluxSpread() <= 1e-6);
        assertTrue(result.convergence().iterations() < 15, "iterations " + result.convergence().iterations());
    }

    /** A gyroid is the same along all axes, and takes as many iterations however fine it is. */
    @Test
    void iterationsDoNotGrowWithTheVolume() {
        final int[] iterations = new int[3];
        for (int i = 0; i < 3; i++) {
            final int edge = 16 << i;
            final double wave = 2 * Math.PI / edge;
            final LabelVolume gyroid = body(edge, edge, edge, (x, y, z) -> Math.sin(wave * (x + 0.5))
                * Math.cos(wave * (y + 0.5)) + Math.sin(wave * (y + 0.5)) * Math.cos(wave * (z + 0.5))
                + Math.sin(wave * (z + 0.5)) * Math.cos(wave * (x + 0.5)) > 0 ? 1 : 0);
            final FluxResult result = result(gyroid, FluxSettings.along(2).withPeriodicSides(true));
            iterations[i] = result.convergence().iterations();
            assertEquals(result.effectiveDiffusivity(), result(gyroid, FluxSettings.along(0).withPeriodicSides(true))
                .effectiveDiffusivity(), 1e-6);
            assertTrue(result.effectiveDiffusivity() < result.bounds().isotropicUpper());
        }
        assertTrue(Arrays.stream(iterations).max().orElseThrow() <= 14, Arrays.toString(iterations));
    }

    /** A wall across half of the section, seen at two resolutions of x; and sheets of flat voxels. */
    @Test
    void voxelsMayHaveThreeEdges() {
        final LabelVolume fine = body(8, 6, 10, VoxelSize.isotropic(1), (x, y, z) -> z == 5 && y < 3 ? 0 : 1);
        final LabelVolume coarse = body(2, 6, 10, new VoxelSize(4, 1, 1), (x, y, z) -> z == 5 && y < 3 ? 0 : 1);
        assertEquals(result(fine, ALONG_Z).effectiveDiffusivity(), result(coarse, ALONG_Z).effectiveDiffusivity(),
            1e-9);
        final VoxelSize flat = new VoxelSize(1, 2, 0.25);
        final LabelVolume sheets = body(4, 8, 8, flat, (x, y, z) -> 1 + y % 2);
        assertEquals(0.2 / 1.1, solve(sheets, two(1, 0.1), FluxSettings.along(1).withTolerance(1e-9)).result()
            .effectiveDiffusivity(), 1e-9);
        assertEquals(0.55, solve(sheets, two(1, 0.1), ALONG_Z).result().effectiveDiffusivity(), 1e-12);
    }

    @Test
    void imagesOfOneSliceWork() {
        final LabelVolume image = body(48, 80, 1, (x, y, z) -> {
            final boolean wall = y % 16 < 2 && y >= 16 && y < 66;
            return !wall || (y / 16 % 2 == 1 ? x >= 40 : x < 8) ? 1 : 0;
        });
        assertEquals(0.12172728, result(image, FluxSettings.along(1).withTolerance(1e-9)).effectiveDiffusivity(),
            1e-8);
        assertEquals(result(image, FluxSettings.along(2)).fraction(),
            result(image, FluxSettings.along(2)).effectiveDiffusivity(), 1e-12, "across a single layer");
    }

    /** A diagonal band that leaves at one side and comes in at the other. */
    @Test
    void periodicSidesJoinWhatTheBorderCuts() {
        final LabelVolume band = body(6, 1, 6, (x, y, z) -> x == (z + 3) % 6 || x == (z + 4) % 6 ? 1 : 0);
        assertEquals(0, result(band, FluxSettings.along(2)).effectiveDiffusivity());
        // one voxel up and one aside in turn, 5 + 4 steps; both ends spread over two voxels, 3 / 8 of a step each
        assertEquals(1 / 9.75, result(band, ALONG_Z.withPeriodicSides(true)).effectiveDiffusivity(), 1e-9);
        assertEquals(1.0 / 3, result(band, ALONG_Z.withPeriodicSides(true)).percolatingFraction(), 1e-12);
    }

    @Test
    void nothingPassesCornersAndEdges() {
        final LabelVolume diagonal = body(5, 5, 5, (x, y, z) -> x == y && y == z ? 1 : 0);
        final LabelVolume edges = body(5, 1, 5, (x, y, z) -> x == z ? 1 : 0);
        final LabelVolume board = body(6, 6, 6, (x, y, z) -> (x + y + z) % 2);
        for (final LabelVolume labels : new LabelVolume[] {diagonal, edges, board}) {
            assertEquals(0, result(labels, FluxSettings.along(2)).effectiveDiffusivity());
        }
    }

    @Test
    void aWallOfOneVoxelBlocks() {
        final FluxResult blocked = result(body(8, 8, 8, (x, y, z) -> z == 4 ? 0 : 1), FluxSettings.along(2));
        assertEquals(0, blocked.effectiveDiffusivity());
        assertEquals(Double.POSITIVE_INFINITY, blocked.tortuosityFactor());
        assertEquals(Double.POSITIVE_INFINITY, blocked.macMullinNumber());
        assertEquals(Double.POSITIVE_INFINITY, blocked.parameters().bruggemanCoefficient());
        assertEquals(0.875, blocked.fraction(), 1e-12);
        assertEquals(0, blocked.percolatingFraction());
        assertEquals(0, blocked.convergence().iterations());
        assertEquals(Double.NaN, blocked.layers().concentrations()[0]);
    }

    @Test
    void aPhaseThatIsMissingOrTouchesNoFaceBlocks() {
        final LabelVolume ball = body(9, 9, 9,
            (x, y, z) -> Math.abs(x - 4) + Math.abs(y - 4) + Math.abs(z - 4) < 4 ? 1 : 0);
        assertEquals(0, result(ball, FluxSettings.along(0)).effectiveDiffusivity());
        final FluxResult missing = solve(ball, Conductors.of(7), FluxSettings.along(0)).result();
        assertEquals(0, missing.fraction());
        assertEquals(Double.POSITIVE_INFINITY, missing.tortuosityFactor());
        assertEquals(0, missing.bounds().parallel());
    }

    /** A channel with a dead end and a closed pore beside it: both count for the porosity, one for the percolation. */
    @Test
    void isolatedVoxelsAreDroppedAndDeadEndsDoNotMatter() {
        final LabelVolume body = body(5, 3, 10, (x, y, z) ->
            x == 1 && y == 1 || x == 2 && y == 1 && z == 5 || x == 4 && z > 2 && z < 6 ? 1 : 0);
        final FluxResult result = result(body, ALONG_Z);
        assertEquals(1.0 / 15, result.effectiveDiffusivity(), 1e-10);
        assertEquals(20.0 / 150, result.fraction(), 1e-12);
        assertEquals(11.0 / 150, result.percolatingFraction(), 1e-12);
        assertEquals(2, result.tortuosityFactor(), 1e-8);
        assertEquals(1.1, result.percolatingTortuosityFactor(), 1e-8);
    }

    @Test
    void theConcentrationFallsAlongTheAxis() throws Exception {
        final LabelVolume channel = body(4, 3, 5, (x, y, z) -> y == 1 ? 1 : 0);
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Volume field = SteadyFlux.of(channel, Conductors.of(1), FluxSettings.along(0), scratch,
                Progress.NONE).concentrations(scratch, Progress.NONE);
            assertEquals(channel.volume().shape(), field.shape());
            for (int x = 0; x < 4; x++) {
                assertEquals(1 - (x + 0.5) / 4, field.image().getAt(x, 1, 3).getRealDouble(), 1e-6);
            }
            assertEquals(Double.NaN, field.image().getAt(0, 0, 0).getRealDouble());
            final Volume held = SteadyFlux.of(channel, Conductors.of(1),
                FluxSettings.along(2).withBoundary(FluxBoundary.LAYERS), scratch, Progress.NONE)
                .concentrations(scratch, Progress.NONE);
            for (int z = 0; z < 5; z++) {
                assertEquals(1 - z / 4.0, held.image().getAt(2, 1, z).getRealDouble(), 1e-6);
            }
        }
    }

    @Test
    void layersHaveMeansAndFluxes() {
        final FluxLayers faces = result(body(3, 3, 4, (x, y, z) -> x == 0 ? 1 : 0), ALONG_Z).layers();
        assertEquals(0.375, faces.concentrations()[2], 1e-9);
        assertEquals(1.0 / 3, faces.percolatingFractions()[2], 1e-12);
        assertEquals(1.0 / 3, faces.diffusivityBefore(0), 1e-9);
        assertEquals(1.0 / 3, faces.diffusivityBefore(4), 1e-9);
        final FluxLayers held =
            result(body(3, 3, 4, (x, y, z) -> 1), ALONG_Z.withBoundary(FluxBoundary.LAYERS)).layers();
        assertEquals(1, held.concentrations()[0], 1e-12);
        assertEquals(Double.NaN, held.diffusivityBefore(0));
        assertEquals(1, held.diffusivityBefore(3), 1e-12);
        assertEquals(Double.NaN, held.diffusivityBefore(4));
    }

    /** Two layers that are both held leave nothing to solve for. */
    @Test
    void twoHeldLayersExchangeDirectly() {
        final FluxResult result = solve(body(2, 1, 2, (x, y, z) -> 1 + z), two(1, 0.5),
            ALONG_Z.withBoundary(FluxBoundary.LAYERS)).result();
        assertEquals(2 * 0.5 / 1.5, result.effectiveDiffusivity(), 1e-12);
    }
}
