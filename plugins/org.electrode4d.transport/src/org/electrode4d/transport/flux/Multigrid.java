// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.transport.flux.FluxGrid.Coarsening;
import org.electrode4d.volume.Progress;

/**
 * An approximate inverse of the matrix of a level: a K-cycle (Notay and Vassilevski, Numerical Linear Algebra with
 * Applications 15, 473, 2008) over blocks of 2 x 2 x 2 voxels in which values are constant. One sweep of red-black
 * Gauss-Seidel before and one, in the opposite order, after the correction; each coarser problem is solved by up to two
 * steps of conjugate gradients that are preconditioned with the cycle of its own. These find the length of the
 * correction, which is half of what it should be for smooth fields and all of it at thin walls: a fixed factor would
 * be wrong at one of them.
 *
 * <p>Axes along which voxels are more than twice as long as along the shortest are left out until the blocks are about
 * cubes, since what couples strongly has to be joined first.
 */
final class Multigrid {

    /** Of the strongest coupling, below which an axis is not coarsened yet. */
    private static final double STRONG = 0.25;

    private static final int COARSEST_SWEEPS = 4;

    /** Of the squared residual: then one step was enough. */
    private static final double SOLVED = 1.0 / 16;

    private final Level finest;
    private final List<CoarseLevel> coarser = new ArrayList<>();
    private final List<Coarsening> steps = new ArrayList<>();

    /** @param weights of the conductances along x, y and z of the finest level */
    Multigrid(final Level finest, final double[] weights, final Progress progress) {
        this.finest = finest;
        final double[] coupling = weights.clone();
        Level level = finest;
        while (Math.max(level.grid().nx(), Math.max(level.grid().ny(), level.grid().nz())) > 2) {
            final Coarsening by = step(level.grid(), coupling);
            level = new CoarseLevel(level, by, progress);
            coarser.add((CoarseLevel)level);
            steps.add(by);
        }
    }

    /** Couplings become those of the blocks: areas by distances. */
    private static Coarsening step(final FluxGrid grid, final double[] coupling) {
        final int[] extent = {grid.nx(), grid.ny(), grid.nz()};
        double strongest = 0;
        for (int axis = 0; axis < 3; axis++) {
            if (extent[axis] > 1) {
                strongest = Math.max(strongest, coupling[axis]);
            }
        }
        final int[] power = new int[3];
        int joined = 0;
        for (int axis = 0; axis < 3; axis++) {
            if (extent[axis] > 1 && coupling[axis] >= STRONG * strongest) {
                power[axis] = 1;
                joined++;
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            // pairs alone would leave too much for the cycle, which visits each level twice as often as the one before
            power[axis] *= joined == 1 ? 2 : 1;
        }
        for (int axis = 0; axis < 3; axis++) {
            coupling[axis] *= Math.pow(2, power[0] + power[1] + power[2] - 2 * power[axis]);
        }
        return new Coarsening(power[0], power[1], power[2]);
    }

    /** x = about A^-1 b on the finest level. */
    void solve(final float[] x, final float[] b) {
        cycle(0, x, b);
    }

    private void cycle(final int depth, final float[] x, final float[] b) {
        final Level level = depth == 0 ? finest : coarser.get(depth - 1);
        level.clear(x);
        final boolean isCoarsest = depth == coarser.size();
        final int sweeps = isCoarsest ? COARSEST_SWEEPS : 1;
        for (int i = 0; i < sweeps; i++) {
            level.relax(0, x, b);
            level.relax(1, x, b);
        }
        if (!isCoarsest) {
            final CoarseLevel next = coarser.get(depth);
            level.restrict(x, b, next, steps.get(depth));
            correct(depth + 1, next);
            level.prolong(next, steps.get(depth), x);
        }
        for (int i = 0; i < sweeps; i++) {
            level.relax(1, x, b);
            level.relax(0, x, b);
        }
    }

    /** Up to two steps of flexible conjugate gradients, preconditioned with the cycle. */
    private void correct(final int depth, final CoarseLevel level) {
        final float[] x = level.solution();
        final float[] b = level.right();
        final float[] first = level.direction();
        final float[] product = level.product();
        final double before = level.dot(b, b);
        cycle(depth, x, b);
        System.arraycopy(x, 0, first, 0, x.length);
        final double firstEnergy = level.multiply(first, product);
        if (!(firstEnergy > 0)) {
            return;
        }
        final double length = level.dot(first, b) / firstEnergy;
        combine(level, b, 1, -length, product);
        if (level.dot(b, b) <= SOLVED * before) {
            combine(level, x, 0, length, first);
            return;
        }
        cycle(depth, x, b);
        final double shared = level.dot(x, product);
        final double energy = level.energy(x) - shared * shared / firstEnergy;
        final double second = energy > 0 ? level.dot(x, b) / energy : 0;
        combine(level, x, second, length - second * shared / firstEnergy, first);
    }

    /** x = a x + c y. */
    private static void combine(final Level level, final float[] x, final double a, final double c, final float[] y) {
        final FluxGrid grid = level.grid();
        final float ofX = (float)a;
        final float ofY = (float)c;
        level.planes().forEach(z -> {
            for (int i = grid.row(0, z); i < grid.row(0, z + 1); i++) {
                x[i] = ofX * x[i] + ofY * y[i];
            }
        });
    }
}
