// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.electrode4d.transport.linear.SparseMatrix;
import org.electrode4d.transport.mesh.MeshPart;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;

/** A slab with diffusivity 1 and Bi = 2: at first the slowest wave, or one everywhere. */
class TimeConvergenceTest {

    private static final double BIOT = 2;
    private static final double END = 0.5;

    private final MeshPart part = SimpleMeshes.part(SimpleMeshes.box(new int[]{24, 1}, 1, 0.1),
        middle -> middle[0] > 1 - 1e-9 ? 0 : 9);
    private final LagrangeSpace space = LagrangeSpace.of(part.mesh(), 2);
    private final double[] transfer =
        Arrays.stream(part.boundary().beyond()).mapToDouble(beyond -> beyond == 0 ? BIOT : 0).toArray();

    private BackwardDifferences integrator(final StepSettings settings) {
        final double[] ones = new double[part.mesh().cellCount()];
        Arrays.fill(ones, 1);
        final Assembly assembly = new Assembly(space);
        final FacetAssembly facets = new FacetAssembly(space, part.boundary());
        final SparseMatrix stiffness = new SparseMatrix(space.pattern());
        stiffness.setSum(assembly.stiffness(ones), 1, facets.mass(transfer));
        return new BackwardDifferences(assembly.mass(ones), stiffness, List.of(space.fromLinear()), settings,
            Progress.NONE);
    }

    private double waveError(final double step) {
        final double b = new BrentSolver(1e-15).solve(100, x -> x * Math.tan(x) - BIOT, 0.5, 1.5);
        final double[] start = space.interpolate(point -> Math.cos(b * point[0]));
        final double[] last = new double[start.length];
        integrator(StepSettings.constant(step, 1e-12)).run(start, new double[]{END},
            (time, values, outflow) -> System.arraycopy(values, 0, last, 0, last.length), Progress.NONE);
        double error = 0;
        for (int node = 0; node < last.length; node++) {
            error = Math.max(error, Math.abs(last[node] - start[node] * Math.exp(-b * b * END)));
        }
        return error;
    }

    @Test
    void stepsOfOneLengthConvergeQuadratically() {
        final double[] errors = Arrays.stream(new double[]{END / 16, END / 32, END / 64, END / 128})
            .map(this::waveError).toArray();
        for (int i = 1; i < errors.length; i++) {
            System.out.printf(Locale.ROOT, "BDF2: error %.3e, order %.3f%n", errors[i],
                Math.log(errors[i - 1] / errors[i]) / Math.log(2));
        }
        assertEquals(2, Math.log(errors[2] / errors[3]) / Math.log(2), 0.1);
    }

    private double[] errorAndSteps(final double tolerance) {
        final double[] worst = new double[1];
        final BackwardDifferences.Report report = integrator(new StepSettings(tolerance, 1e-6, 1e-10))
            .run(space.interpolate(point -> 1), new double[]{0.01, 0.05, END}, (time, values, outflow) -> {
                if (time >= 0.01) {
                    worst[0] = Math.max(worst[0],
                        Math.abs(1 - values[space.vertexNode(0)] - ExactUptake.SLAB.concentration(BIOT, 0, time)));
                    worst[0] = Math.max(worst[0],
                        Math.abs(1 - values[space.vertexNode(24)] - ExactUptake.SLAB.concentration(BIOT, 1, time)));
                }
            }, Progress.NONE);
        return new double[]{worst[0], report.steps()};
    }

    /** Errors go with the tolerance to the power 2/3, steps with its power -1/3. */
    @Test
    void theToleranceSteersTheError() {
        final double[] coarse = errorAndSteps(1e-3);
        final double[] fine = errorAndSteps(1e-5);
        System.out.printf(Locale.ROOT, "Tolerance 1e-3: error %.3e in %.0f steps; 1e-5: %.3e in %.0f%n", coarse[0],
            coarse[1], fine[0], fine[1]);
        assertTrue(coarse[0] < 5e-3, () -> "error " + coarse[0]);
        assertTrue(fine[0] < coarse[0] / 10, () -> "error " + fine[0]);
        assertTrue(coarse[1] < 80, () -> coarse[1] + " steps");
    }

    @Test
    void outputTimesAreMetExactly() {
        final double[] times = {0.013, 0.2, 0.2000001, END};
        final int[] met = {0};
        integrator(new StepSettings(1e-3, 1e-4, 1e-8)).run(space.interpolate(point -> 1), times,
            (time, values, outflow) -> met[0] += Arrays.stream(times).anyMatch(t -> t == time) ? 1 : 0, Progress.NONE);
        assertEquals(times.length, met[0]);
    }
}
