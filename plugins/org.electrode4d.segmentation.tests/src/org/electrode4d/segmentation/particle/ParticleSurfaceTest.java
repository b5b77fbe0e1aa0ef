// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Areas of digital bodies, by other programs to the digits and by geometry. */
class ParticleSurfaceTest {

    private static final ParticleSettings LINDBLAD =
        new ParticleSettings(SurfaceEstimator.LINDBLAD, false, 100, Optional.empty());

    private static ParticleSettings settings(final boolean borderIsSurface) {
        return new ParticleSettings(SurfaceEstimator.CROFTON, borderIsSurface, 0, Optional.empty());
    }

    private static Particle measure(final Volume labels, final ParticleSettings settings) {
        return ParticleMeasurement.of(labels, null, settings, Progress.NONE).particle(0);
    }

    private static double area(final Volume labels, final ParticleSettings settings) {
        return measure(labels, settings).surface().area();
    }

    /** Values of MorphoLibJ (13 directions) and of an own implementation of Lindblad in Python. */
    @ParameterizedTest
    @CsvSource({"16, 5, 326.4, 329.2", "32, 10, 1260.2, 1265.0", "64, 20, 5035.9, 5029.2"})
    void ballsHaveTheAreasThatOtherProgramsFind(final int edge, final double radius, final double crofton,
        final double lindblad) {
        assertEquals(crofton, area(Bodies.ball(edge, radius), ParticleSettings.DEFAULT), 0.05);
        assertEquals(lindblad, area(Bodies.ball(edge, radius), LINDBLAD), 0.051);
    }

    @Test
    void aBallOfRadius20IsRightTo3PerMille() {
        final Particle ball = measure(Bodies.ball(64, 20), ParticleSettings.DEFAULT);
        assertEquals(4 * Math.PI * 400, ball.surface().area(), 0.003 * 4 * Math.PI * 400);
        assertEquals(1, ball.surface().sphericity(), 0.003);
        assertEquals(40, ball.form().diameter(), 0.02);
    }

    @Test
    void cubeAndCylinderHaveTheAreasThatOtherProgramsFind() {
        final Volume cube = Bodies.cube(64, (x, y, z) -> Math.min(x, Math.min(y, z)) >= 12
            && Math.max(x, Math.max(y, z)) < 52 ? 1 : 0);
        assertEquals(8768.0, area(cube, ParticleSettings.DEFAULT), 0.05);
        assertEquals(8778.0, area(cube, LINDBLAD), 0.05);
        final Volume cylinder = Bodies.cube(64, (x, y, z) -> z >= 7 && z < 57
            && Bodies.square(x - 31.5) + Bodies.square(y - 31.5) <= 225 ? 1 : 0);
        assertEquals(5925.3, area(cylinder, ParticleSettings.DEFAULT), 0.05);
        assertEquals(5960.0, area(cylinder, LINDBLAD), 0.05);
    }

    /** The same ball in boxes of 1 x 1.5 x 2, which other programs do not count right. */
    @Test
    void aBallInVoxelsThatAreNoCubesHasItsArea() {
        final VoxelSize size = new VoxelSize(1, 1.5, 2);
        final Volume ball = Bodies.of(new Shape(64, 44, 34), size, (x, y, z) -> Bodies.square(x - 31.5)
            + Bodies.square(1.5 * (y - 21.5)) + Bodies.square(2 * (z - 16.5)) <= 30 * 30 ? 1 : 0);
        assertEquals(4 * Math.PI * 900, area(ball, ParticleSettings.DEFAULT), 0.005 * 4 * Math.PI * 900);
    }

    /** Half a ball of radius 20 that lies on the face of the volume: 2 pi r², with the cut 3 pi r². */
    @Test
    void theFaceOfTheVolumeIsNoSurfaceUnlessItIsAskedFor() {
        final Volume half = Bodies.of(new Shape(64, 64, 32), Bodies.UNIT, (x, y, z) ->
            Bodies.square(x - 31.5) + Bodies.square(y - 31.5) + Bodies.square(z + 0.5) <= 400 ? 1 : 0);
        // lines along diagonals from half a voxel below the face are not counted
        assertEquals(2 * Math.PI * 400, area(half, settings(false)), 0.025 * 2 * Math.PI * 400);
        final Particle whole = measure(half, settings(true));
        final Volume padded = Bodies.of(new Shape(64, 64, 34), Bodies.UNIT, (x, y, z) ->
            z > 0 && Bodies.square(x - 31.5) + Bodies.square(y - 31.5) + Bodies.square(z - 0.5) <= 400 ? 1 : 0);
        assertEquals(area(padded, settings(false)), whole.surface().area(), 1e-9);
        assertEquals("[FIRST_Z]", whole.form().border().toString());
        assertTrue(Double.isNaN(measure(half, settings(false)).surface().sphericity()));
        assertEquals(0.909, whole.surface().sphericity(), 0.909 * 0.9 * 0.08);
    }

    @Test
    void everyFaceOfABlockThatFillsTheVolumeIsCut() {
        final Volume full = Bodies.of(new Shape(5, 4, 3), Bodies.UNIT, (x, y, z) -> 7);
        assertEquals(0, area(full, settings(false)));
        final Volume padded = Bodies.of(new Shape(7, 6, 5), Bodies.UNIT,
            (x, y, z) -> x > 0 && x < 6 && y > 0 && y < 5 && z > 0 && z < 4 ? 7 : 0);
        assertEquals(area(padded, settings(false)), area(full, settings(true)), 1e-12);
        assertEquals(6, measure(full, settings(false)).form().border().size());
    }

    @Test
    void lindbladCountsBordersLikeCrofton() {
        final ParticleSettings counted = new ParticleSettings(SurfaceEstimator.LINDBLAD, true, 0, Optional.empty());
        final Volume full = Bodies.cube(4, (x, y, z) -> 1);
        final Volume padded = Bodies.cube(6, (x, y, z) -> Math.min(x, Math.min(y, z)) > 0
            && Math.max(x, Math.max(y, z)) < 5 ? 1 : 0);
        assertEquals(0, area(full, LINDBLAD));
        assertEquals(area(padded, LINDBLAD), area(full, counted), 1e-12);
    }

    @Test
    void lindbladNeedsCubes() {
        final Volume flat = Bodies.of(new Shape(4, 4, 4), new VoxelSize(1, 1, 2), (x, y, z) -> 1);
        final String message =
            assertThrows(SegmentationException.class, () -> measure(flat, LINDBLAD)).getMessage();
        assertTrue(message.contains("needs a volume of cubic voxels") && message.contains("Take Crofton"), message);
    }

    /** Two halves of a ball: each has half the ball's surface and the disc between them. */
    @Test
    void contactsAddUpToTheSurface() {
        final double c = 31.5;
        final Volume halves = Bodies.cube(64, (x, y, z) -> Bodies.square(x - c) + Bodies.square(y - c)
            + Bodies.square(z - c) > 400 ? 0 : x < 32 ? 1 : 2);
        final ParticleMeasurement both = ParticleMeasurement.of(halves, null, ParticleSettings.DEFAULT,
            Progress.NONE);
        final ParticleContact contact = both.contacts().get(0);
        assertEquals(1, both.contacts().size());
        assertEquals(1, contact.first());
        assertEquals(2, contact.second());
        // a plane across an axis is 7.3 % too small, and diagonals miss its rim
        assertEquals(0.927 * Math.PI * 400, contact.area(), 0.03 * Math.PI * 400);
        final Particle one = both.particle(0);
        assertEquals(1, one.surface().contacts());
        assertEquals(contact.area(), one.surface().contactArea());
        final double ball = area(Bodies.ball(64, 20), ParticleSettings.DEFAULT);
        assertEquals(ball + 2 * contact.area(), one.surface().area() + both.particle(1).surface().area(), 1e-9);
    }

    @Test
    void bodiesThatMeetAtAnEdgeDoNotTouch() {
        final Volume edge = Bodies.cube(6, (x, y, z) -> x < 3 && y < 3 ? 1 : x >= 3 && y >= 3 ? 2 : 0);
        final ParticleMeasurement both = ParticleMeasurement.of(edge, null, ParticleSettings.DEFAULT, Progress.NONE);
        assertEquals(0, both.contacts().size());
        assertEquals(0, both.particle(0).surface().contacts());
    }

    /** A disc of radius 20 in a slice of 0.5: its border is 2 pi r, its side half as much. */
    @Test
    void inASliceTheSideIsMeasured() {
        final Volume disc = Bodies.of(new Shape(64, 64, 1), new VoxelSize(1, 1, 0.5),
            (x, y, z) -> Bodies.square(x - 31.5) + Bodies.square(y - 31.5) <= 400 ? 3 : 0);
        final Particle particle = measure(disc, ParticleSettings.DEFAULT);
        assertEquals(2 * Math.PI * 20 * 0.5, particle.surface().area(), 0.01 * 2 * Math.PI * 20 * 0.5);
        assertEquals(1, particle.surface().sphericity(), 0.01);
        assertEquals(40, particle.form().diameter(), 0.2);
        assertTrue(particle.form().border().isEmpty());
        assertEquals(2, particle.form().axes().semiAxes().size());
        assertEquals(20, particle.form().axes().semiAxes().get(0), 0.1);
    }

    @Test
    void ofTinyParticlesNoSphericityIsGiven() {
        final Volume ball = Bodies.ball(10, 2);
        assertTrue(Double.isNaN(measure(ball, ParticleSettings.DEFAULT).surface().sphericity()));
        assertTrue(measure(ball, settings(false)).surface().sphericity() > 0.8);
    }
}
