// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import java.util.Arrays;
import org.electrode4d.transport.flux.FluxResult.Convergence;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.VoxelSize;

/** From conducting voxels to the numbers: sets the solver up, in units of its own, and converts its fluxes back. */
final class Solution {

    private final ConductingVoxels voxels;
    private final Conductors conductors;
    private final double largest;
    private final double[] weights;

    Solution(final ConductingVoxels voxels, final Conductors conductors, final VoxelSize size) {
        this.voxels = voxels;
        this.conductors = conductors;
        largest = Arrays.stream(conductors.values()).max().orElseThrow();
        final double[] edges = voxels.axes().permute(new double[] {size.x(), size.y(), size.z()});
        final double volume = size.volume();
        weights = new double[3];
        // area of a face by the distance of the centres
        Arrays.setAll(weights, axis -> volume / (edges[axis] * edges[axis]));
        final double heaviest = Arrays.stream(weights).max().orElseThrow();
        Arrays.setAll(weights, axis -> weights[axis] / heaviest);
    }

    FluxResult solve(final double[] concentrations, final FluxSettings settings, final Progress progress) {
        final Progress checks = onlyChecks(progress);
        final VoxelLevel level = new VoxelLevel(voxels.grid(), voxels.phases(), resistivities(), weights, checks);
        final SteadyState state = new SteadyState(level, concentrations, settings);
        state.solve(new Multigrid(level, weights, checks), progress);
        final FluxLayers layers = layers(concentrations, state.fluxes());
        return SteadyFlux.result(voxels, conductors, layers, new Convergence(state.iterations(),
            SteadyState.spread(state.fluxes()), state.isConverged()));
    }

    private double[] resistivities() {
        final double[] values = conductors.values();
        final double[] resistivities = new double[values.length + 2];
        resistivities[0] = Double.POSITIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            resistivities[i + 1] = largest / values[i];
        }
        return resistivities;
    }

    private FluxLayers layers(final double[] concentrations, final double[] fluxes) {
        final FluxGrid grid = voxels.grid();
        final int layers = voxels.axes().layers();
        final double[] fractions = new double[layers];
        final double[] means = new double[layers];
        for (int layer = 0; layer < layers; layer++) {
            final int begin = grid.row(0, layer + voxels.axes().firstPlane());
            long count = 0;
            double sum = 0;
            for (int i = begin; i < begin + grid.plane(); i++) {
                if (voxels.conducts(i)) {
                    count++;
                    sum += concentrations[i];
                }
            }
            fractions[layer] = count / (double)grid.plane();
            means[layer] = count == 0 ? Double.NaN : sum / count;
        }
        // the length is that of all layers, or from the first to the last centre
        final int length = layers + voxels.axes().firstPlane();
        final double unit = largest * length / (weights[2] * grid.plane());
        return new FluxLayers(fractions, means, Arrays.stream(fluxes).map(flux -> flux * unit).toArray(),
            -voxels.axes().firstPlane());
    }

    /** The parts of an iteration are too short to be reported. */
    private static Progress onlyChecks(final Progress progress) {
        return new Progress() {
            @Override
            public void check() {
                progress.check();
            }

            @Override
            public void report(final double fraction, final String message) {
                // the iterations are reported
            }
        };
    }
}
