// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.phantom.Bounds;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TwinMotionTest {

    private static final double STEP = 1e-4;

    private static DigitalTwin twin;

    @BeforeAll
    static void make() {
        twin = DigitalTwin.of(TwinSettings.of(96), Progress.NONE);
    }

    /** Places in and about the view, in the foil, the electrode and the separator. */
    private interface Check {
        void at(Point place);
    }

    private static void everywhere(final Check check) {
        for (double z = -3.3; z < 99; z += 3.7) {
            for (double y = -4.1; y < 100; y += 17.3) {
                for (double x = -4.7; x < 100; x += 17.9) {
                    check.at(new Point(x, y, z));
                }
            }
        }
    }

    private static void assertNear(final Point expected, final Point actual, final double tolerance) {
        assertTrue(expected.distance(actual) <= tolerance, () -> "expected " + expected + ", but was " + actual);
    }

    @Test
    void forwardAndInverseAgree() {
        for (final Deformation motion : new Deformation[] {twin.motion(0, 6), twin.motion(2, 5), twin.motion(8, 1)}) {
            everywhere(place -> {
                assertNear(place, motion.inverse(motion.forward(place)), 1e-9);
                assertNear(place, motion.forward(motion.inverse(place)), 1e-9);
            });
        }
    }

    @Test
    void gradientIsTheDerivative() {
        final Deformation motion = twin.motion(0, 6);
        everywhere(place -> {
            final double[] f = motion.gradient(place);
            for (int axis = 0; axis < 3; axis++) {
                final Point step = new Point(axis == 0 ? STEP : 0, axis == 1 ? STEP : 0, axis == 2 ? STEP : 0);
                assertNear(new Point(f[axis], f[3 + axis], f[6 + axis]),
                    motion.forward(place.plus(step)).minus(motion.forward(place.minus(step))).times(0.5 / STEP), 1e-5);
            }
        });
    }

    @Test
    void boxesHoldWhatTheirPointsBecome() {
        final Deformation motion = twin.motion(3, 6);
        everywhere(place -> {
            final Point other = place.plus(new Point(13, 21, 8));
            final Point inside = place.plus(new Point(12, 3, 5));
            assertTrue(motion.forward(new Bounds(place, other)).contains(motion.forward(inside)));
            assertTrue(motion.inverse(new Bounds(place, other)).contains(motion.inverse(inside)));
        });
    }

    @Test
    void theFoilStaysAndTheSeparatorIsPushedAway() {
        final double voxel = twin.settings().voxelSize();
        final Deformation motion = twin.motion(0, 6);
        final double drift = 6 * twin.settings().imaging().drift().shift().z();
        double sum = 0;
        for (int i = 0; i < 96; i++) {
            for (int j = 0; j < 96; j++) {
                assertEquals(drift, motion.displacement(new Point(i, j, 1)).z(), 1e-9);
                sum += voxel * (motion.displacement(new Point(i, j, 90)).z() - drift);
            }
        }
        assertEquals(30 - 20.7, sum / (96 * 96), 0.01, "what the electrode grew by, µm");
    }

    @Test
    void displacementsAreTheTrackedOnes() {
        final double voxel = twin.settings().voxelSize();
        final Deformation motion = twin.motion(0, 6);
        double nearCollector = 0;
        double nearSeparator = 0;
        int collector = 0;
        int separator = 0;
        // of the foil, which has five voxels
        final double face = 4.5 * voxel;
        for (int number = 1; number <= twin.particles(); number++) {
            final TwinParticle particle = twin.particle(number);
            final double moved = voxel * (motion.displacement(particle.centre().times(1 / voxel)).z()
                - 6 * twin.settings().imaging().drift().shift().z());
            if (particle.centre().z() - face < 5) {
                nearCollector += moved;
                collector++;
            } else if (particle.centre().z() - face > 17) {
                nearSeparator += moved;
                separator++;
            }
        }
        // Fig. S9: about 2 µm near the collector, up to 11 µm near the separator
        assertEquals(1.2, nearCollector / collector, 0.6);
        assertEquals(8.5, nearSeparator / separator, 1.5);
    }

    @Test
    void bothScansOfADoubleScanHaveTheSamePlace() {
        everywhere(place -> assertNear(place, twin.motion(8, 9).forward(place), 1e-9));
        assertTrue(twin.motion(7, 8).displacement(new Point(48, 48, 1)).norm() > 0.1);
    }

    @Test
    void particlesShareTheStrainAsFarAsAskedFor() {
        final TwinSettings settings = TwinSettings.of(96);
        final TwinMaterial material = new TwinMaterial(settings, 0.8, Progress.NONE);
        final SiliconParticle particle = material.particles().get(0);
        final double[] around = new ScanFrame(settings, material.layers(), 6).swelling().gradient(particle.centre());
        for (final double part : new double[] {0, 0.5, 1}) {
            final PlacedParticle placed = new TwinScan(settings.withParticleStrain(part), material, 6).particles()
                .get(0);
            assertEquals(1 + part * (around[8] - 1), placed.toMaterial().inverse().at(2, 2), 1e-3);
        }
    }
}
