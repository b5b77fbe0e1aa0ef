// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.util.Arrays;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * The surroundings of one particle, cut out of a scan and kept in memory, 4 bytes per voxel.
 *
 * @param labels phases, x fastest, and {@code particle} where the particle is
 * @param particle a label that no phase has
 * @param box where it was cut out; clipped at the border of the scan
 * @param scan the phases of the whole scan
 */
record ParticleCrop(int[] labels, int particle, Block box, Volume scan) {

    /**
     * @param phases labels of phases
     * @param particles labels of particles, alike; the phase plays no role where the particle is
     * @param label of the particle
     * @param extent the smallest box that holds the particle
     * @param halo µm of its surroundings
     */
    static ParticleCrop of(final Volume phases, final Volume particles, final int label, final Block extent,
        final double halo) {
        Masks.requireAlike(phases, particles);
        final VoxelSize size = phases.voxelSize();
        final Block box = extent.grow(voxels(halo, size.x()), voxels(halo, size.y()), voxels(halo, size.z()))
            .clip(phases.shape());
        final int[] labels = new int[box.voxels()];
        final int[] numbers = new int[box.voxels()];
        LabelVolume.of(Masks.requireIntegers(phases, "the phases")).read(box, labels);
        LabelVolume.of(Masks.requireIntegers(particles, "the particles")).read(box, numbers);
        final int particle = Math.addExact(Math.max(0, Arrays.stream(labels).max().orElse(0)), 1);
        boolean found = false;
        for (int i = 0; i < labels.length; i++) {
            if (numbers[i] == label) {
                labels[i] = particle;
                found = true;
            }
        }
        if (!found) {
            throw new TransportException("There is no particle " + label + " in " + particles.name() + ".");
        }
        return new ParticleCrop(labels, particle, box, phases);
    }

    private static int voxels(final double length, final double edge) {
        return (int)Math.min(Short.MAX_VALUE, Math.ceil(length / edge) + 1);
    }

    Shape shape() {
        return new Shape(box.sizeX(), box.sizeY(), box.sizeZ());
    }

    /** The label of the voxel at a place, counted in voxels from the first; -1 outside. A plane has no thickness. */
    int label(final Point place) {
        final long x = Math.round(place.x());
        final long y = Math.round(place.y());
        final long z = box.sizeZ() == 1 ? 0 : Math.round(place.z());
        if (x < 0 || y < 0 || z < 0 || x >= box.sizeX() || y >= box.sizeY() || z >= box.sizeZ()) {
            return -1;
        }
        return labels[(int)((z * box.sizeY() + y) * box.sizeX() + x)];
    }

    /** As a volume at its place in the scan. */
    Volume volume() {
        return placed(Volume.of(scan.name(), ArrayImgs.ints(labels, box.sizeX(), box.sizeY(), box.sizeZ()),
            scan.voxelSize()));
    }

    /** Puts a volume of the shape of the crop to its place in the scan. */
    Volume placed(final Volume volume) {
        return volume.withOrigin(
            scan.origin().plus(new Point(box.minX(), box.minY(), box.minZ()).times(scan.voxelSize())));
    }
}
