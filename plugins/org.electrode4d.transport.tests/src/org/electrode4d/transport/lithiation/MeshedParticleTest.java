// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.mesh.InterfaceShape;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.statistics.LabelCensus;
import org.electrode4d.volume.statistics.LabelExtent;
import org.junit.jupiter.api.Test;

class MeshedParticleTest {

    private static final VoxelSize VOXEL = VoxelSize.isotropic(0.05);
    private static final int PARTICLE = 3;
    private static final ActiveMaterial SILICON =
        new ActiveMaterial(1e-15, 311_142, 1e-3, EquilibriumPotential.SILICON_DELITHIATION);

    /** Labels by voxel. */
    @FunctionalInterface
    private interface Labels {
        int at(int x, int y, int z);
    }

    private static Volume volume(final VoxelSize size, final int nx, final int ny, final int nz, final Labels labels) {
        final byte[] values = new byte[nx * ny * nz];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)labels.at(i % nx, i / nx % ny, i / (nx * ny));
        }
        return Volume.of("scan", ArrayImgs.unsignedBytes(values, nx, ny, nz), size).withOrigin(new Point(7, -2, 1));
    }

    /** The particles are where the phases have the label of the particle. */
    private static MeshedParticle meshed(final Volume phases, final ParticleSettings settings) throws IOException {
        final byte[] values = new byte[(int)phases.shape().voxels()];
        phases.readNative(Block.of(phases.shape()), values);
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)(values[i] == PARTICLE ? 7 : 0);
        }
        final Volume particles = Volume.of("particles", ArrayImgs.unsignedBytes(values, phases.shape().x(),
            phases.shape().y(), phases.shape().z()), phases.voxelSize()).withOrigin(phases.origin());
        final LabelExtent extent = LabelCensus.of(LabelVolume.of(particles), Progress.NONE).extent(0);
        return MeshedParticle.of(phases, particles, extent, settings, Progress.NONE);
    }

    private static ParticleSettings settings(final int finest) {
        return new ParticleSettings(TestBodies.PHASES, OptionalDouble.empty(), 0.5, finest, 1_000_000,
            InterfaceShape.SMOOTH);
    }

    /** A ball of 10 voxels with 3 voxels of SEI towards large x and CBD towards small z. */
    private static Volume ball(final int radius) {
        final int centre = radius + 8;
        return volume(VOXEL, 2 * centre + 1, 2 * centre + 1, 2 * centre + 1, (x, y, z) -> {
            final double r = Math.sqrt((x - centre) * (x - centre) + (y - centre) * (y - centre)
                + (z - centre) * (z - centre));
            if (r <= radius) {
                return PARTICLE;
            } else if (z < centre - radius / 2) {
                return TestBodies.CBD;
            }
            return x > centre && r <= radius + 3 ? TestBodies.SEI : TestBodies.PORE;
        });
    }

    @Test
    void aBallHasItsCoversAndTheThicknessOfItsSei() throws IOException {
        final MeshedParticle particle = meshed(ball(12), settings(1));
        final ParticleSurface surface = particle.surface();
        final double area = surface.ionicArea() + surface.area(SurfaceKind.CONTACT);
        assertEquals(0.25, surface.area(SurfaceKind.CONTACT) / area, 0.03);
        assertEquals(0.375, surface.area(SurfaceKind.SEI) / area, 0.03);
        assertEquals(0, surface.area(SurfaceKind.BLOCKED));
        assertEquals(4 * Math.PI * 0.36, area, 0.1, "a ball of 12 voxels of 0.05 µm");
        assertEquals(0.9048, ParticleModel.of(surface, SILICON, 1).volume(), 0.01);
        assertEquals(150, surface.meanSeiThickness(), 8);
        assertFalse(particle.isCut());
        assertEquals(0, particle.dropped());
        assertEquals(1, particle.elementSize());
    }

    @Test
    void aFlatLayerHasItsThicknessWhateverTheElements() throws IOException {
        final VoxelSize size = new VoxelSize(0.05, 0.04, 0.1);
        final Labels layers = (x, y, z) -> z < 8 ? PARTICLE : z < 10 ? TestBodies.SEI : TestBodies.PORE;
        for (final int finest : new int[] {1, 2, 4}) {
            final MeshedParticle particle = meshed(volume(size, 16, 16, 16, layers), settings(finest));
            final ParticleSurface surface = particle.surface();
            assertEquals(200, surface.meanSeiThickness(), 1e-3);
            assertEquals(16 * 0.05 * 16 * 0.04, surface.area(SurfaceKind.SEI), 1e-9);
            assertTrue(particle.isCut(), "the border of the scan cuts it");
            assertEquals(0, surface.area(SurfaceKind.FREE));
        }
    }

    @Test
    void elementsOfFourVoxelsSeeALayerOfOne() throws IOException {
        final Labels layers = (x, y, z) -> z < 8 ? PARTICLE : z == 8 ? TestBodies.SEI : TestBodies.PORE;
        final ParticleSurface surface = meshed(volume(VOXEL, 16, 16, 16, layers), settings(4)).surface();
        assertEquals(0, surface.area(SurfaceKind.FREE));
        assertEquals(50, surface.meanSeiThickness(), 1e-3);
    }

    /** Facets of elements of eight voxels lie up to some voxels beyond the surface, and so beyond thin SEI. */
    @Test
    void facetsBeyondTheSeiKnowItsThickness() throws IOException {
        final ParticleSurface surface = meshed(ball(24), settings(8)).surface();
        for (int facet = 0; facet < surface.kinds().length; facet++) {
            if (surface.kinds()[facet] == SurfaceKind.SEI) {
                assertTrue(surface.seiThickness()[facet] > 25, "facet " + facet);
            }
        }
    }

    @Test
    void aThicknessCanBeGivenInsteadOfMeasured() throws IOException {
        final ParticleSettings given = new ParticleSettings(TestBodies.PHASES, OptionalDouble.of(120), 0.5, 1,
            1_000_000, InterfaceShape.STAIRCASE);
        assertEquals(120, meshed(ball(6), given).surface().meanSeiThickness(), 1e-9);
    }

    @Test
    void ofAParticleInPiecesTheLargestIsTaken() throws IOException {
        final Labels two = (x, y, z) -> y > 2 && y < 9 && z > 2 && z < 9 && (x > 2 && x < 9 || x > 11 && x < 14)
            ? PARTICLE : TestBodies.PORE;
        final MeshedParticle particle = meshed(volume(VOXEL, 18, 12, 12, two), new ParticleSettings(TestBodies.PHASES,
            OptionalDouble.empty(), 0.5, 1, 1_000_000, InterfaceShape.STAIRCASE));
        assertEquals(0.25, particle.dropped(), 1e-9);
        assertEquals(6 * 6 * 6 * VOXEL.volume(), ParticleModel.of(particle.surface(), SILICON, 1).volume(), 1e-12);
    }

    @Test
    void elementsGrowUntilThereAreFewEnough() throws IOException {
        final ParticleSettings few =
            new ParticleSettings(TestBodies.PHASES, OptionalDouble.empty(), 0.5, 1, 20_000, InterfaceShape.SMOOTH);
        final MeshedParticle particle = meshed(ball(12), few);
        assertEquals(2, particle.elementSize());
        assertTrue(particle.surface().part().mesh().cellCount() < 20_000);
    }

    @Test
    void theMapHasTheStateOfChargeOfEveryVoxel() throws IOException {
        final MeshedParticle particle = meshed(ball(8), settings(2));
        final ParticleModel model = ParticleModel.of(particle.surface(), SILICON, 1);
        final LithiationState state = Galvanostat.run(model, new SurfaceKinetics(50, 0.3),
            new LithiationProtocol(0.8, 0.7, 1, 20), Progress.NONE);
        final Volume map = particle.map(state, Progress.NONE);
        final float[] values = new float[(int)map.shape().voxels()];
        map.read(Block.of(map.shape()), values);
        double sum = 0;
        int count = 0;
        for (final float value : values) {
            if (!Float.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        assertEquals(2109, count, "the voxels of the ball");
        assertEquals(70, sum / count, 0.5);
        assertEquals(VOXEL, map.voxelSize());
        assertEquals(7, map.origin().x(), 1e-9, "the halo reaches the border");
    }

    @Test
    void anImageIsAParticleInThePlane() throws IOException {
        final Labels disc = (x, y, z) -> (x - 15) * (x - 15) + (y - 15) * (y - 15) <= 100 ? PARTICLE
            : y > 15 ? TestBodies.CBD : TestBodies.PORE;
        final MeshedParticle particle = meshed(volume(VOXEL, 31, 31, 1, disc), settings(1));
        assertEquals(2, particle.surface().part().mesh().dimension());
        final ParticleModel model = ParticleModel.of(particle.surface(), SILICON, 1);
        assertEquals(Math.PI * 0.25, model.volume(), 0.03);
        assertEquals(0.5, particle.surface().area(SurfaceKind.CONTACT)
            / (particle.surface().area(SurfaceKind.CONTACT) + particle.surface().area(SurfaceKind.FREE)), 0.05);
        assertFalse(particle.isCut());
        final LithiationState state = Galvanostat.run(model, new SurfaceKinetics(50, 0.3),
            new LithiationProtocol(0.8, 0.7, 1, 20), Progress.NONE);
        assertEquals(0.7, state.mean(), 1e-10);
        assertEquals(1, particle.map(state, Progress.NONE).shape().z());
    }

    @Test
    void whatCannotBeIsRefused() {
        final Volume phases = ball(4);
        final Volume other = volume(VOXEL, 4, 4, 4, (x, y, z) -> 1);
        final LabelExtent extent =
            LabelCensus.of(LabelVolume.of(other), Progress.NONE).extent(0);
        assertThrows(VolumeException.class,
            () -> MeshedParticle.of(phases, other, extent, settings(1), Progress.NONE));
        assertThrows(TransportException.class, () -> settings(3));
        final TransportException twice = assertThrows(TransportException.class,
            () -> new SurfacePhases(List.of(0), List.of(0), List.of()));
        assertEquals("Label 0 is named twice. Every label can be only one of pore, contact and SEI.",
            twice.getMessage());
    }
}
