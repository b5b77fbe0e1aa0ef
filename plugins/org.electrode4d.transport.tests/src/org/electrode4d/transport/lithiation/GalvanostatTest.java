// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.lithiation.LithiationState.Ending;
import org.electrode4d.transport.mesh.MeshPart;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;

class GalvanostatTest {

    private static final EquilibriumPotential CONSTANT = EquilibriumPotential.linear(0.4, 0);
    private static final EquilibriumPotential FALLING = EquilibriumPotential.linear(0.6, -0.5);
    private static final SurfaceKinetics KINETICS = new SurfaceKinetics(50, 0.3);
    private static final Function<Point, Integer> ALL_PORE = place -> TestBodies.PORE;
    private static final Function<Point, Integer> ALL_SEI = place -> TestBodies.SEI;

    /** Halves: pore towards large x, CBD else. */
    private static final Function<Point, Integer> HALF = place -> place.x() > 0 ? TestBodies.PORE : TestBodies.CBD;

    private static ActiveMaterial silicon(final EquilibriumPotential equilibrium) {
        return new ActiveMaterial(1e-15, 311_142, 1e-3, equilibrium);
    }

    private static LithiationState run(final ParticleModel model, final double rate, final double... from) {
        return Galvanostat.run(model, KINETICS, new LithiationProtocol(from[0], from[1], rate, 40), Progress.NONE);
    }

    private static ParticleModel ball(final EquilibriumPotential equilibrium, final Function<Point, Integer> beyond) {
        return TestBodies.model(TestBodies.ball(2, 1, beyond), silicon(equilibrium), 150);
    }

    /** Of a ball of radius one that loses lithium equally everywhere, in units of flux, radius and diffusivity. */
    private static double series(final double r, final double time) {
        double sum = 3 * time + r * r / 2 - 0.3;
        for (int n = 1; n <= 40; n++) {
            double root = (n + 0.5) * Math.PI;
            for (int i = 0; i < 20; i++) {
                root = Math.atan(root) + n * Math.PI;
            }
            final double sine = r < 1e-9 ? root : Math.sin(root * r) / r;
            sum -= 2 * sine / (root * root * Math.sin(root)) * Math.exp(-root * root * time);
        }
        return sum;
    }

    /** The largest error at a time of 0.1 radius² / diffusivity, in units of flux, radius and diffusivity. */
    private static double seriesError(final ParticleModel model, final int steps) {
        final double rate = 10;
        final double diffusivity = model.material().micrometresSquaredPerSecond();
        final double unit = rate / (3 * 3600 * diffusivity);
        final double time = 0.1 / diffusivity;
        final LithiationState state = Galvanostat.run(model, KINETICS,
            new LithiationProtocol(0.8, 0.8 - rate * time / 3600, rate, steps), Progress.NONE);
        double error = 0;
        for (int node = 0; node < state.soc().length; node++) {
            final double[] at = model.space().point(node);
            final double r = Math.sqrt(at[0] * at[0] + at[1] * at[1] + at[2] * at[2]);
            error = Math.max(error, Math.abs((0.8 - state.soc()[node]) / unit - series(r, 0.1)));
        }
        return error;
    }

    /** Without resistance the whole surface has one state of charge, that of the potential. */
    @Test
    void aSurfaceThatHardlyResistsIsAtRestWithThePotential() {
        final MeshPart ball = TestBodies.ball(2, 1, direction -> direction.z() > 0.5 ? TestBodies.CBD : TestBodies.PORE);
        for (final double diffusivity : new double[] {1e-15, 1e-12}) {
            final ParticleModel model = TestBodies.model(ball, new ActiveMaterial(diffusivity, 311_142, 1e-3,
                EquilibriumPotential.SILICON_DELITHIATION), 0);
            for (final double rate : new double[] {1e-3, 0.1}) {
                final LithiationState state = Galvanostat.run(model, new SurfaceKinetics(1e-3, 0.3),
                    new LithiationProtocol(0.8, 0.7, rate, 20), Progress.NONE);
                assertEquals(LithiationState.Ending.REACHED, state.ending());
                assertEquals(0.7, state.mean(), 1e-10);
                final double atSurface =
                    EquilibriumPotential.SILICON_DELITHIATION.at(state.min());
                assertEquals(atSurface, state.potential(), 1e-4, diffusivity + " m²/s, " + rate + " C");
            }
        }
    }

    @Test
    void aBallThatLosesLithiumEverywhereFollowsTheSeries() {
        final ActiveMaterial material = new ActiveMaterial(1e-14, 311_142, 1e-3, CONSTANT);
        final MeshPart coarse = TestBodies.ball(2, 1, ALL_PORE);
        final MeshPart fine = TestBodies.ball(3, 1, ALL_PORE);
        final double[] linear = {seriesError(TestBodies.model(coarse, material, 0), 40),
            seriesError(TestBodies.model(fine, material, 0), 40)};
        final double[] quadratic = {seriesError(TestBodies.curved(coarse, material), 40),
            seriesError(TestBodies.curved(fine, material), 60)};
        System.out.printf("Ball, uniform flux: linear elements %.2e, %.2e (order %.2f), quadratic curved ones %.2e, "
            + "%.2e (order %.2f)%n", linear[0], linear[1], Math.log(linear[0] / linear[1]) / Math.log(2), quadratic[0],
            quadratic[1], Math.log(quadratic[0] / quadratic[1]) / Math.log(2));
        assertTrue(quadratic[1] < 2.4e-4, "" + quadratic[1]);
        assertTrue(linear[0] > 2 * linear[1], linear[0] + " " + linear[1]);
    }

    @Test
    void theMeanFollowsTheCurrent() {
        for (final EquilibriumPotential equilibrium : new EquilibriumPotential[] {CONSTANT, FALLING,
            EquilibriumPotential.SILICON_DELITHIATION}) {
            final LithiationState state = run(ball(equilibrium, HALF), 1.2, 0.8, 0.7);
            assertEquals(0.7, state.mean(), 1e-10);
            assertEquals(300, state.time(), 1e-9);
            assertEquals(Ending.REACHED, state.ending());
            assertTrue(state.min() < 0.7 && state.max() > 0.7 && state.overpotential() > 0);
        }
        final LithiationState lithiated = run(ball(EquilibriumPotential.SILICON_LITHIATION, HALF), 0.5, 0.2, 0.3);
        assertEquals(0.3, lithiated.mean(), 1e-10);
        assertTrue(lithiated.overpotential() < 0);
    }

    @Test
    void uniformSeiAddsItsResistanceTimesTheCurrentDensity() {
        final ParticleModel model = ball(FALLING, ALL_SEI);
        final LithiationProtocol protocol = new LithiationProtocol(0.8, 0.75, 0.8, 20);
        final double with = Galvanostat.run(model, KINETICS, protocol, Progress.NONE).overpotential();
        final double without = Galvanostat.run(model, KINETICS.withoutSei(), protocol, Progress.NONE).overpotential();
        // 45 Ω cm² are 4500 Ω µm² per µm², and 1 pA/µm² of them 4.5 mV
        final double density = model.current(0.8) / model.surface().ionicArea();
        assertEquals(45e-4 * density, with - without, 2e-5);
        assertEquals(0.0099, SurfaceKinetics.VOLT * 45 * 2.2, 1e-12, "0.22 mA/cm² are 2.2 pA/µm²");
    }

    @Test
    void currentDividesBetweenFreeAndCoveredSurfaceAsBetweenResistors() {
        final Function<Point, Integer> half = place -> place.x() > 0 ? TestBodies.PORE : TestBodies.SEI;
        final ActiveMaterial fast = new ActiveMaterial(1e-8, 311_142, 1e-3, FALLING);
        final ParticleModel model = TestBodies.model(TestBodies.ball(2, 1, half), fast, 150);
        final LithiationState state = run(model, 1, 0.8, 0.7);
        final double free = model.surface().area(SurfaceKind.FREE) / (50 * SurfaceKinetics.VOLT);
        final double covered = model.surface().area(SurfaceKind.SEI) / (95 * SurfaceKinetics.VOLT);
        assertEquals(model.current(1) / (free + covered), state.overpotential(), 1e-6);
        assertEquals(0.7, state.min(), 1e-6);
    }

    @Test
    void theIntervalGrowsWithTheRate() {
        final ParticleModel model = ball(CONSTANT, HALF);
        final double slow = width(run(model, 0.1, 0.8, 0.6));
        final double fast = width(run(model, 0.3, 0.8, 0.6));
        assertEquals(3, fast / slow, 0.01, "tripling the rate triples the interval, Müller et al., Fig. 3c");
    }

    private static double width(final LithiationState state) {
        return state.distribution().interval(0.5);
    }

    @Test
    void anEmptySurfaceEndsTheCurrent() {
        final ParticleModel model = ball(FALLING, HALF);
        final LithiationState state = run(model, 5, 0.8, 0.1);
        assertEquals(Ending.EMPTY, state.ending());
        assertEquals(0, state.min(), 1e-12);
        assertEquals(0.8 - 5 * state.time() / 3600, state.mean(), 1e-9, "until then the mean followed the current");
        assertTrue(state.mean() > 0.1);
        assertEquals(Ending.FULL, run(model, 5, 0.2, 0.9).ending());
    }

    @Test
    void threadsDoNotShow() {
        final ParticleModel model = ball(EquilibriumPotential.SILICON_DELITHIATION, HALF);
        final double[] single = Parallelization.runSingleThreaded(() -> run(model, 1.2, 0.8, 0.7).soc());
        assertArrayEquals(single, Parallelization.runWithNumThreads(4, () -> run(model, 1.2, 0.8, 0.7).soc()));
    }

    @Test
    void aFullParticleCanLoseLithium() {
        assertEquals(Ending.REACHED, run(ball(FALLING, HALF), 1, 1, 0.95).ending());
        assertEquals(Ending.REACHED, run(ball(FALLING, HALF), 1, 0, 0.05).ending());
    }

    @Test
    void aParticleInThePlaneIsOneMicrometreThick() {
        final ParticleModel model = TestBodies.model(
            TestBodies.rectangle(16, 2, 2, place -> place.x() > 1.999 ? TestBodies.PORE : 3), silicon(CONSTANT), 0);
        assertEquals(2, model.volume(), 1e-12);
        assertEquals(1, model.surface().area(SurfaceKind.FREE), 1e-12);
        final LithiationState state = run(model, 0.1, 0.8, 0.3);
        // a slab that loses lithium at one end, after a long time: the parabola of a constant current
        final double unit = 0.1 / 3600 * 4 / 1e-3;
        assertEquals(0.3 + unit / 6, state.max(), 2e-3);
        assertEquals(0.3 - unit / 3, state.min(), 2e-3);
    }

    @Test
    void whatCannotBeIsRefused() {
        final ParticleModel blocked = ball(CONSTANT, place -> TestBodies.CBD);
        final TransportException none =
            assertThrows(TransportException.class, () -> run(blocked, 1, 0.8, 0.7));
        assertTrue(none.getMessage().startsWith("The particle has no surface that lithium ions pass"),
            none.getMessage());
        for (final double diffusivity : new double[] {0, -1e-16, Double.NaN}) {
            final TransportException refused = assertThrows(TransportException.class,
                () -> new ActiveMaterial(diffusivity, 311_142, 1e-3, CONSTANT));
            assertEquals("The diffusivity is " + diffusivity + " m²/s, but must be a number greater than zero.",
                refused.getMessage());
        }
        assertThrows(TransportException.class, () -> new LithiationProtocol(0.8, 0.8, 1, 10));
        assertThrows(TransportException.class, () -> new LithiationProtocol(1.2, 0.8, 1, 10));
        assertThrows(TransportException.class, () -> new LithiationProtocol(0.8, 0.7, 0, 10));
        assertThrows(TransportException.class, () -> EquilibriumPotential.linear(0.4, 0.1));
        assertThrows(TransportException.class, () -> new SurfaceKinetics(0, 0.3));
    }
}
