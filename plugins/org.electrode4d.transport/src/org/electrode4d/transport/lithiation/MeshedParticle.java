// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.io.IOException;
import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.mesh.ImageMesher;
import org.electrode4d.transport.mesh.MeshPart;
import org.electrode4d.transport.mesh.MeshParts;
import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.statistics.LabelExtent;

/**
 * One particle of a scan as a mesh, with what its surface faces. Memory: 12 bytes per voxel of the box of the particle
 * grown by the longest SEI, and some 300 bytes per element.
 */
public final class MeshedParticle {

    /** Elements of a ball per (volume / volume of the finest element) to the power of 2/3; measured. */
    private static final double ELEMENTS_PER_FACE = 130;

    private final ParticleCrop crop;
    private final ParticleSurface surface;
    private final double dropped;
    private final int elementSize;

    private MeshedParticle(final ParticleCrop crop, final ParticleSurface surface, final double dropped,
        final int elementSize) {
        this.crop = crop;
        this.surface = surface;
        this.dropped = dropped;
        this.elementSize = elementSize;
    }

    /**
     * Meshes a particle. Of particles that fall apart the largest piece is taken.
     *
     * @param phases labels of phases, from 0
     * @param particles labels of particles, alike; where the particle is, the phase plays no role
     * @param extent of the particle, as {@link org.electrode4d.volume.statistics.LabelCensus} gives it
     * @throws org.electrode4d.volume.VolumeException if the volumes are not alike or no labels, or the particle is too
     *     small for a mesh
     * @throws IOException if there is no room for distances
     */
    public static MeshedParticle of(final Volume phases, final Volume particles, final LabelExtent extent,
        final ParticleSettings settings, final Progress progress) throws IOException {
        final VoxelSize size = phases.voxelSize();
        final double edge = Math.max(size.x(), Math.max(size.y(), size.z()));
        final int finest = elementSize(extent, settings);
        final boolean isMeasured = settings.seiThickness().isEmpty() && !settings.phases().sei().isEmpty();
        final ParticleCrop crop = ParticleCrop.of(phases, particles, extent.label(), extent.box(),
            Math.max(2 * finest * edge, isMeasured ? settings.longestSei() : 0));
        final LargestPiece piece = LargestPiece.of(mesh(crop, extent.box(), finest, settings, progress));
        if (piece.part().mesh().cellCount() == 0) {
            throw new TransportException("Particle " + extent.label() + " vanishes in a mesh with elements of "
                + finest + " voxels. Choose a larger particle, or smaller elements.");
        }
        final MeshPart part = new FacingPhases(crop).look(piece.part(), finest);
        final ParticleSurface.Thickness thickness;
        if (isMeasured) {
            final SeiThickness measured =
                SeiThickness.of(crop, settings.phases().sei(), settings.longestSei(), progress);
            thickness = (place, normal) -> measured.at(place, normal, finest);
        } else {
            thickness = (place, normal) -> settings.seiThickness().orElse(0);
        }
        return new MeshedParticle(crop, ParticleSurface.of(part, settings.phases(), thickness), piece.dropped(),
            finest);
    }

    /** Doubles the wanted size until a ball of the same volume would have few enough elements. */
    private static int elementSize(final LabelExtent extent, final ParticleSettings settings) {
        int size = settings.finest();
        while (elements(extent.voxels(), size) > settings.maximumElements()) {
            size *= 2;
        }
        return size;
    }

    private static double elements(final long voxels, final int size) {
        return ELEMENTS_PER_FACE * Math.pow(voxels / Math.pow(size, 3), 2.0 / 3);
    }

    private static MeshPart mesh(final ParticleCrop crop, final Block extent, final int finest,
        final ParticleSettings settings, final Progress progress) {
        final Block box = crop.box();
        final Block near = extent.grow(2 * finest).intersect(box).translate(-box.minX(), -box.minY(), -box.minZ());
        final SimplexMesh mesh = ImageMesher.mesh(crop.volume().crop(near), settings.mesh(finest), progress);
        return MeshParts.of(mesh, phase -> phase == crop.particle());
    }

    public ParticleSurface surface() {
        return surface;
    }

    /** The pieces that are not computed, as a part of the particle, 0 to 1. */
    public double dropped() {
        return dropped;
    }

    /** Edge of the elements at the surface, in voxels. */
    public int elementSize() {
        return elementSize;
    }

    /** Whether the border of the scan cuts the particle off. */
    public boolean isCut() {
        return surface.area(SurfaceKind.CUT) > 0;
    }

    /**
     * The state of charge on the voxels of the particle and its surroundings, at its place in the scan.
     *
     * @return FLOAT32 in %, NaN outside of the particle
     */
    public Volume map(final LithiationState state, final Progress progress) {
        return SocMap.of(state, crop, progress);
    }
}
