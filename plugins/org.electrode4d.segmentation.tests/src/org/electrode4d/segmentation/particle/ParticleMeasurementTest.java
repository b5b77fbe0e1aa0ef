// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.segmentation.CollectorPlane;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.statistics.LabelGrey;
import org.junit.jupiter.api.Test;

class ParticleMeasurementTest {

    private static final VoxelSize BOX = new VoxelSize(0.5, 1, 2);

    private static Particle first(final Volume labels, final ParticleSettings settings) {
        return ParticleMeasurement.of(labels, null, settings, Progress.NONE).particle(0);
    }

    private static void assertAt(final double x, final double y, final double z, final Point point) {
        assertEquals(0, point.distance(new Point(x, y, z)), 1e-12, point.toString());
    }

    /** 2 x 3 x 1 voxels of 0.5 x 1 x 2 µm. */
    @Test
    void sizesAreMicrometres() {
        final Volume labels = Bodies.of(new Shape(6, 6, 4), BOX,
            (x, y, z) -> x / 2 == 1 && y / 3 == 1 && z == 2 ? 5 : 0)
            .withOrigin(new Point(10, 20, 30));
        final Particle particle = first(labels, ParticleSettings.DEFAULT);
        assertEquals(5, particle.label());
        assertEquals(6, particle.extent().voxels());
        assertEquals(6, particle.form().volume());
        assertEquals(Math.cbrt(36 / Math.PI), particle.form().diameter(), 1e-12);
        assertAt(10 + 1.25, 20 + 4, 30 + 4, particle.form().centre());
        assertEquals("[LAST_Y]", particle.form().border().toString());
        assertTrue(particle.distance().isEmpty());
        assertTrue(particle.grey().isEmpty());
    }

    /** A block of voxels has the moments of the block: edge²/12 along each edge. */
    @Test
    void aBlockHasTheAxesOfTheBlock() {
        final Volume labels = Bodies.of(new Shape(8, 8, 8), BOX,
            (x, y, z) -> x > 0 && x < 5 && y == 3 && z < 2 ? 1 : 0);
        final PrincipalAxes axes = first(labels, ParticleSettings.DEFAULT).form().axes();
        assertEquals(Math.sqrt(5 * 16 / 12.0), axes.semiAxes().get(0), 1e-12);
        assertEquals(Math.sqrt(5 * 4 / 12.0), axes.semiAxes().get(1), 1e-12);
        assertEquals(Math.sqrt(5 * 1 / 12.0), axes.semiAxes().get(2), 1e-12);
        assertAt(0, 0, 1, axes.directions().get(0));
        assertAt(1, 0, 0, axes.directions().get(1));
        assertEquals(0.5, axes.elongation(), 1e-12);
        assertEquals(0.5, axes.flatness(), 1e-12);
    }

    /** Semi-axes 12, 8, 5 µm; the longest along (1, 1, 0), the shortest along z. */
    @Test
    void aTurnedEllipsoidIsFoundInVoxelsOfAnyShape() {
        final double s = Math.sqrt(0.5);
        final VoxelSize size = new VoxelSize(0.25, 0.5, 0.8);
        final Volume labels = Bodies.of(new Shape(100, 50, 16), size, (ix, iy, iz) -> {
            final double x = 0.25 * (ix - 49.5);
            final double y = 0.5 * (iy - 24.5);
            final double z = 0.8 * (iz - 7.5);
            return Bodies.square(s * (x + y) / 12) + Bodies.square(s * (x - y) / 8) + Bodies.square(z / 5) <= 1 ? 1 : 0;
        });
        final Particle particle = first(labels, ParticleSettings.DEFAULT);
        final PrincipalAxes axes = particle.form().axes();
        assertEquals(4 / 3.0 * Math.PI * 12 * 8 * 5, particle.form().volume(), 0.02 * 2011);
        assertEquals(12, axes.semiAxes().get(0), 0.1);
        assertEquals(8, axes.semiAxes().get(1), 0.1);
        assertEquals(5, axes.semiAxes().get(2), 0.1);
        assertEquals(1, axes.directions().get(0).dot(new Point(s, s, 0)), 1e-4);
        assertEquals(1, Math.abs(axes.directions().get(1).dot(new Point(s, -s, 0))), 1e-4);
        assertEquals(1, axes.directions().get(2).z(), 1e-4);
        // by numerical integration
        assertEquals(851.2, particle.surface().area(), 0.025 * 851);
    }

    @Test
    void aVoxelIsAParticle() {
        final Particle particle = first(Bodies.cube(3, (x, y, z) -> x == 1 && y == 1 && z == 1 ? 1 : 0),
            ParticleSettings.DEFAULT);
        assertEquals(Math.sqrt(5 / 12.0), particle.form().axes().semiAxes().get(0), 1e-12);
        assertTrue(particle.surface().area() > 0);
        assertTrue(Double.isNaN(particle.surface().sphericity()));
    }

    @Test
    void anEmptyVolumeHasNoParticles() {
        final ParticleMeasurement none = ParticleMeasurement.of(Bodies.cube(4, (x, y, z) -> -1), null,
            ParticleSettings.DEFAULT.from(new CollectorPlane(new Point(0.6, 0, 0.8), 0)), Progress.NONE);
        assertEquals(0, none.count());
        assertEquals(List.of(), none.contacts());
    }

    @Test
    void greyValuesAreThoseOfTheParticle() {
        final Volume labels = Bodies.of(new Shape(4, 1, 1), Bodies.UNIT, (x, y, z) -> x < 3 ? 1 : 0);
        final Volume grey =
            Volume.of("grey", ArrayImgs.unsignedBytes(new byte[] {10, 20, 60, 99}, 4, 1, 1), Bodies.UNIT);
        final LabelGrey found = ParticleMeasurement.of(labels, grey, ParticleSettings.DEFAULT, Progress.NONE)
            .particle(0).grey().orElseThrow();
        assertEquals(30, found.mean());
        assertEquals(Math.sqrt(1400 / 3.0), found.standardDeviation(), 1e-12);
        assertEquals(10, found.min());
        assertEquals(60, found.max());
    }

    @Test
    void volumesThatDoNotFitAreRefused() {
        final Volume labels = Bodies.cube(4, (x, y, z) -> 1);
        final Volume floats = Volume.of("scan", ArrayImgs.floats(4, 4, 4), Bodies.UNIT);
        assertTrue(assertThrows(VolumeException.class,
            () -> ParticleMeasurement.of(floats, null, ParticleSettings.DEFAULT, Progress.NONE)).getMessage()
            .contains("the labels of particles must be integers"));
        assertTrue(assertThrows(VolumeException.class, () -> ParticleMeasurement.of(labels,
            floats.withVoxelSize(VoxelSize.isotropic(2)), ParticleSettings.DEFAULT, Progress.NONE)).getMessage()
            .contains("resample one"));
    }

    /** Voxels of 2 µm along z; a block in slices 3 and 4 of 8. */
    @Test
    void distancesFromAFaceOfTheVolumeCountFromVoxelFaces() {
        final Volume labels = Bodies.of(new Shape(5, 5, 8), BOX, (x, y, z) -> z == 3 || z == 4 ? 1 : 0)
            .withOrigin(new Point(0, 0, 100));
        final Particle.Distance low = first(labels, ParticleSettings.DEFAULT.from(CollectorPlane.firstSlice(labels)))
            .distance().orElseThrow();
        assertEquals(8, low.centre(), 1e-12);
        assertEquals(6, low.nearest(), 1e-12);
        final Particle.Distance high = first(labels, ParticleSettings.DEFAULT.from(CollectorPlane.lastSlice(labels)))
            .distance().orElseThrow();
        assertEquals(8, high.centre(), 1e-12);
        assertEquals(6, high.nearest(), 1e-12);
    }

    /** A foil whose surface rises by 0.1 µm per µm along x, with a speck far above it. */
    @Test
    void aTiltedCollectorIsFoundInItsMask() {
        final VoxelSize size = new VoxelSize(1, 1, 0.5);
        final Volume foil = Bodies.of(new Shape(60, 40, 60), size, (x, y, z) ->
            0.5 * z <= 4 + 0.1 * x || x == 30 && y == 20 && z == 50 ? 255 : 0);
        final CollectorPlane plane = CollectorPlane.fit(foil, Progress.NONE);
        final double norm = Math.hypot(1, 0.1);
        assertEquals(0, plane.normal().distance(new Point(-0.1 / norm, 0, 1 / norm)), 2e-3);
        assertEquals(0, plane.distance(new Point(20, 10, 6)), 0.06);
        final Volume ball = Bodies.of(new Shape(60, 40, 60), size, (x, y, z) -> Bodies.square(x - 30)
            + Bodies.square(y - 20) + Bodies.square(0.5 * z - 20) <= 36 ? 1 : 0);
        final Particle.Distance distance = first(ball, ParticleSettings.DEFAULT.from(plane)).distance().orElseThrow();
        assertEquals(13 / norm, distance.centre(), 0.06);
        assertEquals(13 / norm - 6, distance.nearest(), 0.6);
    }

    @Test
    void aCollectorAboveTheElectrodeLooksDown() {
        final Volume foil = Bodies.cube(12, (x, y, z) -> z >= 9 ? 1 : 0);
        final CollectorPlane plane = CollectorPlane.fit(foil, Progress.NONE);
        assertEquals(3, plane.distance(new Point(5, 5, 5.5)), 1e-9);
    }

    @Test
    void whatIsNoCollectorIsRefused() {
        final Volume speck = Bodies.cube(5, (x, y, z) -> x == 1 && y == 1 ? 1 : 0);
        assertTrue(assertThrows(VolumeException.class, () -> CollectorPlane.fit(speck, Progress.NONE))
            .getMessage().contains("has voxels in 1 columns"));
        final Volume wall = Bodies.cube(5, (x, y, z) -> x == y ? 1 : 0);
        assertTrue(assertThrows(VolumeException.class, () -> CollectorPlane.fit(wall, Progress.NONE))
            .getMessage().contains("lie on a line"));
        final Volume slice = Bodies.of(new Shape(5, 5, 1), Bodies.UNIT, (x, y, z) -> 1);
        assertTrue(assertThrows(VolumeException.class, () -> CollectorPlane.fit(slice, Progress.NONE))
            .getMessage().contains("single slice"));
    }
}
