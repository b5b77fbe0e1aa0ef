// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.morphology.MaskPlanes;

/**
 * The distances of the voxels of a phase, plane by plane. Of the boundary are voxels that have one of their six
 * neighbours outside of the phase; beyond the border of the volume nothing is known, and so it is no boundary.
 */
final class VoxelSamples implements DistanceSamples {

    private final Volume phase;
    private final PlaneStore distances;
    private final boolean boundaryOnly;
    private final float correction;

    /**
     * @param phase not 0 inside
     * @param distances of all voxels to the other phase, in µm between centres
     * @param correction that is taken off distances, of which none becomes negative
     */
    VoxelSamples(final Volume phase, final PlaneStore distances, final boolean boundaryOnly, final double correction) {
        this.phase = phase;
        this.distances = distances;
        this.boundaryOnly = boundaryOnly;
        this.correction = (float)correction;
    }

    @Override
    public int parts() {
        return (int)distances.shape().z();
    }

    @Override
    public void read(final int part, final Visitor visitor) {
        final float[] plane = (float[])distances.load(part);
        final byte[] inside = inside(part);
        final byte[] below = boundaryOnly && part > 0 ? inside(part - 1) : inside;
        final byte[] above = boundaryOnly && part + 1 < parts() ? inside(part + 1) : inside;
        final int width = (int)distances.shape().x();
        for (int i = 0; i < plane.length; i++) {
            if (inside[i] != 0
                && (!boundaryOnly || below[i] == 0 || above[i] == 0 || isEdge(inside, i, i % width, width))) {
                visitor.accept(corrected(plane[i]), 1);
            }
        }
    }

    private byte[] inside(final int z) {
        final MaskPlanes planes = new MaskPlanes(phase);
        return planes.read(z, planes.buffer());
    }

    /** Whether one of the four neighbours in the plane is outside. */
    private static boolean isEdge(final byte[] inside, final int at, final int x, final int width) {
        return x > 0 && inside[at - 1] == 0 || x + 1 < width && inside[at + 1] == 0
            || at >= width && inside[at - width] == 0 || at + width < inside.length && inside[at + width] == 0;
    }

    private float corrected(final float distance) {
        return Math.max(0, distance - correction);
    }

    /** Makes the distances a map of the phase: corrected inside of it, and NaN elsewhere. */
    void keepPhase(final int z) {
        final float[] plane = (float[])distances.load(z);
        final byte[] inside = inside(z);
        for (int i = 0; i < plane.length; i++) {
            plane[i] = inside[i] == 0 ? Float.NaN : corrected(plane[i]);
        }
        distances.store(z, plane);
    }
}
