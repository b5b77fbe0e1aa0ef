// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelMask;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.morphology.Slabs;

/**
 * The phases of the voxels in the order of the solver: 0 for what does not conduct or does not percolate, 1, 2, ... for
 * the conductors in the order of their labels, and one more for the planes beyond faces where concentrations are held.
 */
final class ConductingVoxels {

    private final FluxAxes axes;
    private final FluxGrid grid;
    private final int[] labels;
    private final byte[] phases;
    private final AtomicLongArray whole;
    private final AtomicLongArray percolating;

    private ConductingVoxels(final FluxAxes axes, final FluxGrid grid, final int[] labels, final boolean conducts) {
        this.axes = axes;
        this.grid = grid;
        this.labels = labels;
        phases = new byte[conducts ? grid.length() : 0];
        whole = new AtomicLongArray(labels.length);
        percolating = new AtomicLongArray(labels.length);
    }

    static ConductingVoxels of(final LabelVolume volume, final Conductors conductors, final FluxSettings settings,
        final ScratchSpace scratch, final Progress progress) throws IOException {
        final Volume mask = LabelMask.of(volume, conductors.labels());
        final Percolation percolation = Percolation.of(mask, settings.axis(), settings.periodicSides(), scratch,
            progress.part(0, 0.6));
        try {
            final FluxAxes axes = FluxAxes.of(volume.volume().shape(), settings);
            final ConductingVoxels voxels = new ConductingVoxels(axes, axes.grid(settings.periodicSides()),
                conductors.labels(), !percolation.isEmpty());
            final Progress last = progress.part(0.6, 1);
            Blocks.forEach(Slabs.of(volume.volume().shape(), 1), last, "Conducting voxels",
                plane -> voxels.read(volume, plane, percolation));
            voxels.holdBeyondFaces();
            return voxels;
        } finally {
            percolation.release(scratch);
        }
    }

    private void read(final LabelVolume volume, final Block plane, final Percolation percolation) {
        final int[] values = new int[plane.voxels()];
        volume.read(plane, values);
        final int[] components = percolation.plane(plane.minZ());
        final long[] all = new long[labels.length];
        final long[] connected = new long[labels.length];
        final int step = axes.step(grid, 0);
        for (int y = 0; y < plane.sizeY(); y++) {
            int index = axes.index(grid, y, (int)plane.minZ());
            for (int i = y * plane.sizeX(); i < (y + 1) * plane.sizeX(); i++) {
                if (components[i] != 0) {
                    final int phase = Arrays.binarySearch(labels, values[i]);
                    all[phase]++;
                    if (percolation.contains(components[i])) {
                        connected[phase]++;
                        phases[index] = (byte)(phase + 1);
                    }
                }
                index += step;
            }
        }
        for (int phase = 0; phase < labels.length; phase++) {
            whole.addAndGet(phase, all[phase]);
            percolating.addAndGet(phase, connected[phase]);
        }
    }

    private void holdBeyondFaces() {
        if (axes.firstPlane() == 0 && percolates()) {
            final byte held = (byte)(labels.length + 1);
            Arrays.fill(phases, 0, grid.plane(), held);
            Arrays.fill(phases, grid.row(0, grid.nz()), grid.row(0, grid.nz() + 1), held);
        }
    }

    FluxAxes axes() {
        return axes;
    }

    FluxGrid grid() {
        return grid;
    }

    byte[] phases() {
        return phases;
    }

    boolean percolates() {
        return phases.length > 0;
    }

    /** Parts of all voxels that the conductors are, in the order of their labels. */
    double[] fractions() {
        return fractions(whole);
    }

    /** Parts of all voxels that conduct and percolate. */
    double[] percolatingFractions() {
        return fractions(percolating);
    }

    private double[] fractions(final AtomicLongArray counts) {
        final Shape shape = axes.shape();
        final double[] fractions = new double[counts.length()];
        Arrays.setAll(fractions, phase -> (double)counts.get(phase) / shape.voxels());
        return fractions;
    }

    /** Whether a voxel of the volume takes part, by its index in the grid. */
    boolean conducts(final int index) {
        return phases[index] != 0;
    }
}
