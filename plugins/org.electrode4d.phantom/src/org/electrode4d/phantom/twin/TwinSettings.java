// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.List;
import org.electrode4d.volume.Shape;

/**
 * Everything that makes a digital twin.
 *
 * @param shape voxels along x, y and z
 * @param voxelSize edge of a voxel, µm, 0.02 to 1
 * @param seed twins of the same seed and shape are the same, whatever their voxel size and imaging
 * @param states the scans; the first is the reference
 * @param particleStrain part of the strain about a particle that the particle itself shows, 0 (rigid) to 1
 * @param imaging how it is seen
 */
public record TwinSettings(Shape shape, double voxelSize, long seed, List<TwinState> states, double particleStrain,
    TwinImaging imaging) {

    private static final double FINEST = 0.05;
    private static final double FIELD = 51.2;
    private static final double SMALLEST_FIELD = 38.4;
    private static final int SMALLEST_EDGE = 96;
    private static final int EDGE_OF_FIELD = 256;

    /** @throws IllegalArgumentException for values out of range, and a shape too low for the thickest state */
    public TwinSettings {
        states = List.copyOf(states);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("A digital twin needs at least one state.");
        }
        if (!(voxelSize >= 0.02 && voxelSize <= 1)) {
            throw new IllegalArgumentException("The voxel size of a digital twin must be 0.02 to 1 µm, but is "
                + voxelSize + ".");
        }
        if (!(particleStrain >= 0 && particleStrain <= 1)) {
            throw new IllegalArgumentException("The part of the strain that particles show must be 0 to 1, but is "
                + particleStrain + ".");
        }
    }

    /**
     * A cube of the published states in seed 1. The field of view is 38.4 µm at 96 voxels, 51.2 µm at 256 to 1024
     * (0.1 µm per voxel at 512), and grows with the edge beyond, at the 0.05 µm of the paper: 102.4 µm at 2048.
     *
     * @param edge voxels, 96 or more
     */
    public static TwinSettings of(final int edge) {
        final double part = Math.max(0, Math.min(1, (edge - SMALLEST_EDGE) / (double)(EDGE_OF_FIELD - SMALLEST_EDGE)));
        final double field = SMALLEST_FIELD + part * (FIELD - SMALLEST_FIELD);
        return new TwinSettings(new Shape(edge, edge, edge), Math.max(FINEST, field / edge), 1, TwinState.published(),
            0.5, TwinImaging.BEAMLINE);
    }

    public TwinSettings withShape(final Shape newShape) {
        return new TwinSettings(newShape, voxelSize, seed, states, particleStrain, imaging);
    }

    public TwinSettings withVoxelSize(final double newVoxelSize) {
        return new TwinSettings(shape, newVoxelSize, seed, states, particleStrain, imaging);
    }

    public TwinSettings withSeed(final long newSeed) {
        return new TwinSettings(shape, voxelSize, newSeed, states, particleStrain, imaging);
    }

    public TwinSettings withStates(final List<TwinState> newStates) {
        return new TwinSettings(shape, voxelSize, seed, newStates, particleStrain, imaging);
    }

    public TwinSettings withParticleStrain(final double newParticleStrain) {
        return new TwinSettings(shape, voxelSize, seed, states, newParticleStrain, imaging);
    }

    public TwinSettings withImaging(final TwinImaging newImaging) {
        return new TwinSettings(shape, voxelSize, seed, states, particleStrain, newImaging);
    }

    /** How often the stage has moved before a scan: both scans of a double scan have the same place. */
    int moves(final int scan) {
        int moves = 0;
        for (int i = 1; i <= scan; i++) {
            moves += states.get(i).isSameElectrode(states.get(i - 1)) ? 0 : 1;
        }
        return moves;
    }

    void requireScan(final int scan) {
        if (scan < 0 || scan >= states.size()) {
            throw new IllegalArgumentException("The digital twin has the scans 0 to " + (states.size() - 1) + ", not "
                + scan + ".");
        }
    }
}
