// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import net.imglib2.parallel.Parallelization;
import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.mesh.MeshPart;
import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;

class LithiumDiffusionTest {

    /** 1 µm²/s and 1 µm/s: with a length of 1 µm, Bi = 1 and the time scale is 1 s. */
    private static final double D = 1e-12;
    private static final double K = 1e-6;
    private static final double TIGHT = 2e-6;

    private static LithiumSource source(final double biot) {
        return new LithiumSource(Set.of(0), 1, biot * K);
    }

    private static DiffusionResult run(final LagrangeSpace space, final MeshPart part, final double biot,
        final DiffusionRequest request) {
        final DiffusionModel model = new DiffusionModel(space, part.boundary(), List.of(new SolvedPhase(1, 1, D)),
            source(biot));
        return LithiumDiffusion.run(model, request, Progress.NONE);
    }

    private static CellGroups whole(final SimplexMesh mesh) {
        return CellGroups.byLabel(mesh.phases());
    }

    /** A slab from 0, where nothing passes, to 1, where the source is. */
    private static MeshPart slab(final int n) {
        return SimpleMeshes.part(SimpleMeshes.box(new int[]{n, 2}, 1, 2.0 / n), middle -> middle[0] > 1 - 1e-9 ? 0 : 9);
    }

    @Test
    void aSlabFillsAsTheSeriesSays() {
        final MeshPart part = slab(40);
        final LagrangeSpace space = LagrangeSpace.of(part.mesh(), 2);
        final double biot = 16.6;
        final Probe middle = Probe.at(space, "middle", new double[]{0.5, 0.01});
        final DiffusionResult result = run(space, part, biot, new DiffusionRequest(new double[]{0.02, 0.1, 0.5}, 0.5,
            List.of(middle, Probe.at(space, "end", new double[]{0, 0})), List.of(whole(part.mesh())), TIGHT));
        for (int i = 0; i < 3; i++) {
            final double time = new double[]{0.02, 0.1, 0.5}[i];
            for (int node = 0; node < space.size(); node++) {
                assertEquals(ExactUptake.SLAB.concentration(biot, space.point(node)[0], time),
                    result.maps().get(i)[node], 5e-4, "at " + time + " s");
            }
        }
        assertEquals(ExactUptake.SLAB.mean(biot, 0.5), result.mean()[result.mean().length - 1], 5e-5);
        final double reached = result.probeTimes()[1];
        assertTrue(Double.isNaN(reached) || Math.abs(ExactUptake.SLAB.concentration(biot, 0, reached) - 0.9) < 1e-4);
    }

    @Test
    void aDiscOfCurvedTrianglesFillsAsTheBesselSeriesSays() {
        final SimplexMesh mesh = SimpleMeshes.disc(3);
        final MeshPart part = SimpleMeshes.part(mesh, middle -> 0);
        final LagrangeSpace space = LagrangeSpace.curved(mesh, part.boundary(), SimpleMeshes::ontoUnit);
        final DiffusionResult result = run(space, part, 1, new DiffusionRequest(new double[]{0.1}, 1.5,
            List.of(Probe.at(space, "centre", new double[]{0, 0})), List.of(whole(mesh)), TIGHT));
        final int last = result.times().length - 1;
        assertEquals(ExactUptake.CYLINDER.mean(1, 1.5), result.mean()[last], 1e-4);
        assertEquals(ExactUptake.CYLINDER.concentration(1, 0, 1.5), result.curves().get(0)[last], 1e-4);
        final GroupUptake uptake = result.uptakes().get(0).get(0);
        assertEquals(Math.PI, uptake.measure(), 1e-5);
        assertEquals(0.9, ExactUptake.CYLINDER.mean(1, uptake.saturationTime()), 1e-4);
    }

    @Test
    void aBallOfCurvedTetrahedraFillsAsTheSeriesSays() {
        final SimplexMesh mesh = SimpleMeshes.ball(2);
        final MeshPart part = SimpleMeshes.part(mesh, middle -> 0);
        final LagrangeSpace space = LagrangeSpace.curved(mesh, part.boundary(), SimpleMeshes::ontoUnit);
        final DiffusionResult result = run(space, part, 2, new DiffusionRequest(new double[0], 0.3,
            List.of(Probe.at(space, "centre", new double[]{0, 0, 0})), List.of(), 1e-4));
        final int last = result.times().length - 1;
        assertEquals(ExactUptake.BALL.mean(2, 0.3), result.mean()[last], 1e-3);
        assertEquals(ExactUptake.BALL.concentration(2, 0, 0.3), result.curves().get(0)[last], 2e-3);
    }

    /** In steady state between two reservoirs the flux is the same in both layers; here through time, by symmetry. */
    @Test
    void twoLayersKeepTheFluxContinuous() {
        final double[] porosity = {1, 0.25};
        final SimplexMesh mesh = SimpleMeshes.withPhases(SimpleMeshes.box(new int[]{40, 2}, 1, 0.05),
            centre -> centre[0] < 0.5 ? 1 : 2);
        final MeshPart part = SimpleMeshes.part(mesh, middle -> middle[0] > 1 - 1e-9 ? 0 : 9);
        final LagrangeSpace space = LagrangeSpace.of(mesh, 2);
        final DiffusionModel model = new DiffusionModel(space, part.boundary(), List.of(
            new SolvedPhase(1, porosity[0], D), new SolvedPhase(2, porosity[1], 0.25 * D)), source(1e5));
        final DiffusionResult result = LithiumDiffusion.run(model, new DiffusionRequest(new double[]{0.3}, 3,
            List.of(), List.of(), TIGHT), Progress.NONE);
        final double[] map = result.maps().get(0);
        for (int node = 0; node < map.length; node++) {
            assertEquals(TwoLayers.concentration(space.point(node)[0], 0.3), map[node], 1.5e-4);
        }
    }

    @Test
    void massIsWhatCameThroughTheBoundary() {
        final SimplexMesh mesh = SimpleMeshes.disc(2);
        final MeshPart part = SimpleMeshes.part(mesh, middle -> middle[0] > 0 ? 0 : 9);
        final DiffusionResult result = run(LagrangeSpace.of(mesh, 2), part, 10,
            new DiffusionRequest(new double[]{1, 10}, 1000, List.of(), List.of(), 1e-3));
        final DiffusionResult.Balance balance = result.balance();
        assertEquals(balance.uptake(), balance.inflow(), 1e-7 * balance.uptake());
        assertEquals(balance.capacity(), balance.uptake(), 1e-6);
        assertEquals(1, balance.connected());
    }

    /** Where c is nearly that of the source, its rounding errors times the coefficient are no flux. */
    @Test
    void massIsConservedAlsoIfTheSurfaceDoesNotHinder() {
        final SimplexMesh mesh = SimpleMeshes.disc(2);
        final MeshPart part = SimpleMeshes.part(mesh, middle -> middle[0] > 0 ? 0 : 9);
        for (final int order : new int[]{1, 2}) {
            final DiffusionResult.Balance balance = run(LagrangeSpace.of(mesh, order), part, 1e9,
                new DiffusionRequest(new double[]{1, 10}, 1e4, List.of(), List.of(), 1e-3)).balance();
            assertEquals(balance.uptake(), balance.inflow(), 1e-7 * balance.uptake());
            assertEquals(balance.capacity(), balance.uptake(), 1e-9);
        }
    }

    @Test
    void withoutSourceNothingComesIn() {
        final SimplexMesh mesh = SimpleMeshes.disc(1);
        final MeshPart part = SimpleMeshes.part(mesh, middle -> 9);
        final DiffusionResult result = run(LagrangeSpace.of(mesh, 2), part, 10,
            new DiffusionRequest(new double[]{1}, 10, List.of(), List.of(whole(mesh)), 1e-3));
        assertArrayEquals(new double[result.maps().get(0).length], result.maps().get(0));
        assertEquals(0, result.balance().connected());
        assertTrue(Double.isNaN(result.uptakes().get(0).get(0).saturationTime()));
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() {
        final MeshPart part = SimpleMeshes.part(SimpleMeshes.box(new int[]{120, 100}, 1, 1),
            middle -> middle[0] < 1e-9 && middle[1] < 0.3 ? 0 : 9);
        final LagrangeSpace space = LagrangeSpace.of(part.mesh(), 2);
        final DiffusionRequest request =
            new DiffusionRequest(new double[]{0.02}, 0.02, List.of(), List.of(), 1e-2);
        final double[] one = Parallelization.runSingleThreaded(() -> run(space, part, 5, request)).maps().get(0);
        final double[] four = Parallelization.runWithNumThreads(4, () -> run(space, part, 5, request)).maps().get(0);
        assertArrayEquals(one, four);
    }

    @Test
    void itIsCancelledBetweenIterations() {
        final MeshPart part = slab(100);
        final DiffusionModel model = new DiffusionModel(LagrangeSpace.of(part.mesh(), 2), part.boundary(),
            List.of(new SolvedPhase(1, 1, D)), source(1));
        final int[] checks = {0};
        final Progress impatient = new Progress() {
            @Override
            public void check() {
                if (++checks[0] > 50) {
                    throw new CancellationException();
                }
            }

            @Override
            public void report(final double fraction, final String message) {
                assertTrue(fraction >= 0 && fraction <= 1, () -> "fraction " + fraction);
            }
        };
        final DiffusionRequest request = new DiffusionRequest(new double[0], 1, List.of(), List.of(), 1e-3);
        assertThrows(CancellationException.class, () -> LithiumDiffusion.run(model, request, impatient));
        assertEquals(51, checks[0]);
    }

    @Test
    void whatCannotBeIsExplained() {
        final MeshPart part = slab(4);
        final LagrangeSpace space = LagrangeSpace.of(part.mesh(), 1);
        assertMessage("The porosity of phase 3 is 0.0, but must be greater than 0", () -> new SolvedPhase(3, 0, D));
        assertMessage("The diffusivity of phase 3 is -1.0 m²/s", () -> new SolvedPhase(3, 1, -1));
        assertMessage("The mass transfer coefficient is 0.0 m/s", () -> new LithiumSource(Set.of(0), 1, 0));
        assertMessage("The concentration of the source is 0.0 mol/L", () -> new LithiumSource(Set.of(0), 0, K));
        assertMessage("There is no source phase", () -> new LithiumSource(Set.of(), 1, K));
        assertMessage("The mesh has elements of phase 1, of which", () -> new DiffusionModel(space, part.boundary(),
            List.of(new SolvedPhase(2, 1, D)), source(1)));
        assertMessage("Phase 1 is a source and a solved phase at once", () -> new DiffusionModel(space,
            part.boundary(), List.of(new SolvedPhase(1, 1, D)), new LithiumSource(Set.of(1), 1, K)));
        assertMessage("Probe A at (2.000, 0.1000) µm is outside of the solved phases. The nearest place in them is "
            + "(1.000, 0.000) µm",
            () -> Probe.at(space, "A", new double[]{2, 0.1}));
        assertMessage("The end time is 0.0 s", () -> new DiffusionRequest(new double[0], 0, List.of(), List.of(), 1e-3));
        assertMessage("Output time 5.0 s is not between",
            () -> new DiffusionRequest(new double[]{5}, 2, List.of(), List.of(), 1e-3));
        assertMessage("The order of elements is 3", () -> LagrangeSpace.of(part.mesh(), 3));
    }

    private static void assertMessage(final String start, final org.junit.jupiter.api.function.Executable work) {
        final String message = assertThrows(TransportException.class, work).getMessage();
        assertTrue(message.startsWith(start), message);
    }
}
