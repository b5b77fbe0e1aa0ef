// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
import org.electrode4d.transport.mesh.MeshPart;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;

class SteadyCurrentTest {

    private static final SurfaceKinetics KINETICS = new SurfaceKinetics(50, 0.3);
    private static final EquilibriumPotential CONSTANT = EquilibriumPotential.linear(0.4, 0);
    private static final double LENGTH = 3;

    private static ActiveMaterial material(final EquilibriumPotential equilibrium) {
        return new ActiveMaterial(1e-15, 311_142, 5e-4, equilibrium);
    }

    /** A bar with pore at its far end, something at its near end, and nothing that conducts elsewhere. */
    private static ParticleModel bar(final EquilibriumPotential equilibrium, final int far, final int near) {
        final MeshPart part = TestBodies.bar(24, 2, LENGTH,
            place -> place.x() > LENGTH - 1e-6 ? far : place.x() < 1e-6 ? near : 3);
        return TestBodies.model(part, material(equilibrium), 0);
    }

    private static SteadyCurrent at(final ParticleModel model, final double soc) {
        return SteadyCurrent.of(model, KINETICS, soc, Progress.NONE);
    }

    /** Normed to flux, radius and diffusivity of one. */
    private static double capSpread(final MeshPart part) {
        final ParticleModel model = TestBodies.curved(part, material(CONSTANT));
        return model.standardDeviation(at(model, 0.5).differences()) * model.material().charge()
            * model.material().micrometresSquaredPerSecond() * Math.PI;
    }

    @Test
    void aCapHasTheSpreadOfItsLegendreSeries() {
        final double exact = 0.263312;
        final Function<Point, Integer> cap = place -> place.z() / place.norm() > 0.5 ? TestBodies.PORE : TestBodies.CBD;
        final double coarse = capSpread(TestBodies.ballWithCircle(2, cap));
        final double fine = capSpread(TestBodies.ballWithCircle(3, cap));
        final double order = Math.log((coarse - exact) / (fine - exact)) / Math.log(2);
        System.out.printf("Ball, flux through a cap: spread %.6f, %.6f, exact %.6f, order %.2f%n", coarse, fine, exact,
            order);
        assertEquals(exact, fine, 1.1e-3);
        assertTrue(order > 1.8, "order " + order);
        assertEquals(exact, fine + (fine - coarse) / 3, 2e-4, "extrapolated");
    }

    @Test
    void aBarIsEmptyAtItsEndWhereTheParabolaSays() {
        // mean less end is j L / (3 q D), so that the rate is 3 D soc / L²
        final double expected = 3 * 1e-3 * 3600 * 0.06 / (LENGTH * LENGTH);
        for (final EquilibriumPotential equilibrium : new EquilibriumPotential[] {CONSTANT,
            EquilibriumPotential.linear(0.6, -0.5)}) {
            final SteadyCurrent steady = at(bar(equilibrium, TestBodies.PORE, TestBodies.CBD), 0.06);
            assertEquals(expected, steady.ionicLimit(true), 5e-3 * expected);
            assertEquals(steady.ionicLimit(true) * 0.94 / 0.06, steady.ionicLimit(false), 1e-9 * expected);
        }
    }

    @Test
    void aBarHasTheResistanceOfAWire() {
        final ParticleModel model = bar(CONSTANT, TestBodies.PORE, TestBodies.CBD);
        final SteadyCurrent steady = at(model, 0.06);
        // L / (sigma A) in V/pA
        final double resistance = LENGTH / (5e-4 * 1e6);
        assertEquals(resistance * model.current(0.7), steady.electronicOverpotential(0.7), 1e-9);
        assertEquals(0.0257 / (resistance * model.capacity()), steady.electronicLimit(0.0257), 1e-9);
    }

    @Test
    void overpotentialsOfASteadyCurrentAreThoseOfALongOne() {
        final ParticleModel model = bar(EquilibriumPotential.linear(0.6, -0.5), TestBodies.PORE, TestBodies.CBD);
        final LithiationState state = Galvanostat.run(model, KINETICS, new LithiationProtocol(0.8, 0.3, 0.05, 40),
            Progress.NONE);
        final SteadyCurrent steady = at(model, 0.3);
        assertEquals(state.overpotential(), steady.ionicOverpotential(0.05, true), 1e-5);
        assertEquals(-state.overpotential(), steady.ionicOverpotential(0.05, false), 1e-5);
        assertTrue(Double.isNaN(steady.ionicOverpotential(100, true)), "beyond the limit");
    }

    @Test
    void withoutIonicSurfaceOrContactNothingFlows() {
        final SteadyCurrent blocked = at(bar(CONSTANT, 3, TestBodies.CBD), 0.06);
        assertEquals(0, blocked.ionicLimit(true));
        assertEquals(0, blocked.electronicLimit(0.0257));
        final SteadyCurrent isolated = at(bar(CONSTANT, TestBodies.PORE, 3), 0.06);
        assertTrue(isolated.ionicLimit(true) > 0);
        assertEquals(0, isolated.electronicLimit(0.0257));
        assertEquals(Double.POSITIVE_INFINITY, isolated.electronicOverpotential(1));
    }
}
