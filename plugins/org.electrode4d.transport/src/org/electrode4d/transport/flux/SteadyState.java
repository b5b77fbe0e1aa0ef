// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import java.util.Arrays;
import java.util.Locale;
import org.electrode4d.volume.Progress;

/**
 * Solves for the concentrations by flexible conjugate gradients with {@link Multigrid} as preconditioner. Search
 * directions are float, concentrations double. Residuals and fluxes are computed from the concentrations in each
 * iteration, in double: residuals that are updated drift away from them where diffusivities differ by magnitudes.
 */
final class SteadyState {

    private final VoxelLevel level;
    private final FluxSettings settings;
    private final double[] concentrations;
    private final float[] residuals;
    private double[] fluxes;
    private int iterations;
    private boolean isConverged;

    /**
     * @param concentrations by the index of the grid, with those that are held in the planes at the ends; improved
     */
    SteadyState(final VoxelLevel level, final double[] concentrations, final FluxSettings settings) {
        this.level = level;
        this.concentrations = concentrations;
        this.settings = settings;
        residuals = new float[level.grid().length()];
        evaluate();
    }

    /** The flux through the faces before each plane of unknowns and after the last, in units of the largest D and w. */
    double[] fluxes() {
        return fluxes;
    }

    int iterations() {
        return iterations;
    }

    boolean isConverged() {
        return isConverged;
    }

    /** The largest difference between fluxes relative to their mean; 0 where nothing flows. */
    static double spread(final double[] fluxes) {
        final double mean = Arrays.stream(fluxes).sum() / fluxes.length;
        final double difference = Arrays.stream(fluxes).max().orElse(0) - Arrays.stream(fluxes).min().orElse(0);
        return difference == 0 ? 0 : difference / Math.abs(mean);
    }

    /** @throws java.util.concurrent.CancellationException if cancelled */
    void solve(final Multigrid multigrid, final Progress progress) {
        final FluxGrid grid = level.grid();
        final float[] correction = new float[grid.length()];
        final float[] direction = new float[grid.length()];
        final float[] product = new float[grid.length()];
        final double start = spread(fluxes);
        double before = 0;
        while (!isConverged && iterations < settings.iterations()) {
            multigrid.solve(correction, residuals);
            final double descent = level.dot(correction, residuals);
            final double beta = before > 0 ? -level.dot(correction, product) / before : 0;
            advance(direction, beta, correction);
            final double energy = level.multiply(direction, product);
            iterations++;
            if (descent > 0 && energy > 0) {
                // the best length, also where rounding has kept directions from being independent
                move(level.dot(direction, residuals) / energy, direction);
                evaluate();
                before = energy;
                // equal fluxes alone may be those of a start that is wrong in the same way everywhere
                isConverged = descent / Math.abs(fluxes[0]) <= settings.tolerance()
                    && spread(fluxes) <= settings.tolerance();
            } else if (before > 0) {
                // the direction, not the residual, may be what rounding has left nothing of
                before = 0;
            } else {
                // the residuals are zero, or so small that the multigrid sees rounding alone
                isConverged = spread(fluxes) <= settings.tolerance();
                return;
            }
            report(progress, start);
        }
    }

    /** Residuals and fluxes in double from the concentrations. */
    private void evaluate() {
        level.planes().forEach(z -> level.residual(z, concentrations, residuals));
        final double[] through = new double[level.grid().nz() + 1];
        through[0] = level.flux(-1, concentrations);
        System.arraycopy(level.planes().sums(z -> level.flux(z, concentrations)), 0, through, 1, through.length - 1);
        fluxes = through;
    }

    private void advance(final float[] direction, final double beta, final float[] correction) {
        final FluxGrid grid = level.grid();
        final float factor = (float)beta;
        level.planes().forEach(z -> {
            for (int i = grid.row(0, z); i < grid.row(0, z + 1); i++) {
                direction[i] = correction[i] + factor * direction[i];
            }
        });
    }

    private void move(final double step, final float[] direction) {
        final FluxGrid grid = level.grid();
        level.planes().forEach(z -> {
            for (int i = grid.row(0, z); i < grid.row(0, z + 1); i++) {
                concentrations[i] += step * direction[i];
            }
        });
    }

    /** Digits of the flux that are won, of those that are wanted. */
    private void report(final Progress progress, final double start) {
        final double now = spread(fluxes);
        final double wanted = Math.log(Math.max(start, 1) / settings.tolerance());
        final double won = Math.log(Math.max(start, 1) / Math.max(now, settings.tolerance()));
        progress.report(Math.max(0, won / wanted), String.format(Locale.ROOT, "Iteration %d, fluxes differ by %.1e",
            iterations, now));
    }
}
