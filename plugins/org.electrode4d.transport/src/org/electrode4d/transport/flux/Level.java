// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import java.util.Arrays;
import org.electrode4d.transport.flux.FluxGrid.Coarsening;
import org.electrode4d.transport.flux.FluxGrid.Row;
import org.electrode4d.volume.Progress;

/**
 * The conductances between the voxels of a grid as a symmetric matrix A, (A x)_i = sum over the neighbours j of
 * g_ij (x_i - x_j), with x = 0 in the planes before the first and after the last.
 */
abstract class Level {

    private final FluxGrid grid;
    private final PlaneWork planes;

    Level(final FluxGrid grid, final Progress progress) {
        this.grid = grid;
        planes = new PlaneWork(grid.nz(), grid.plane(), progress);
    }

    final FluxGrid grid() {
        return grid;
    }

    final PlaneWork planes() {
        return planes;
    }

    /**
     * Solves the equations of every second voxel of a row for that voxel.
     *
     * @param first 0 or 1, the first of them
     */
    abstract void relaxRow(Row row, int first, float[] x, float[] b);

    /** A x in a row, {@code at} being the index of its first voxel in the result. */
    abstract void multiplyRow(Row row, float[] x, float[] result, int at);

    /**
     * The conductances of a row towards larger x, y and z.
     *
     * @param z from -1, for the plane before the first, of which only those along z count
     */
    abstract void conductances(int y, int z, float[] alongX, float[] alongY, float[] alongZ);

    /**
     * Half a sweep of Gauss-Seidel: the voxels of one of the two colours of a checker board, of which none is a
     * neighbour of another (but across periodic sides of an odd number of voxels; those are in one plane and so always
     * in the same order).
     */
    final void relax(final int colour, final float[] x, final float[] b) {
        planes.forEach(z -> {
            for (int y = 0; y < grid.ny(); y++) {
                relaxRow(grid.neighbours(y, z), y + z + colour & 1, x, b);
            }
        });
    }

    /** x = 0. */
    final void clear(final float[] x) {
        planes.forEach(z -> Arrays.fill(x, grid.row(0, z), grid.row(0, z + 1), 0));
    }

    /** result = A x, and x . A x. */
    final double multiply(final float[] x, final float[] result) {
        return planes.sum(z -> {
            double sum = 0;
            for (int y = 0; y < grid.ny(); y++) {
                final int row = grid.row(y, z);
                multiplyRow(grid.neighbours(y, z), x, result, row);
                sum += dot(x, row, result, row);
            }
            return sum;
        });
    }

    /** x . A x. */
    final double energy(final float[] x) {
        return planes.sum(z -> {
            final float[] product = new float[grid.nx()];
            double sum = 0;
            for (int y = 0; y < grid.ny(); y++) {
                multiplyRow(grid.neighbours(y, z), x, product, 0);
                sum += dot(x, grid.row(y, z), product, 0);
            }
            return sum;
        });
    }

    final double dot(final float[] x, final float[] y) {
        return planes.sum(z -> {
            double sum = 0;
            for (int row = grid.row(0, z); row < grid.row(0, z + 1); row += grid.nx()) {
                sum += dot(x, row, y, row);
            }
            return sum;
        });
    }

    private double dot(final float[] x, final int atX, final float[] y, final int atY) {
        double sum = 0;
        for (int i = 0; i < grid.nx(); i++) {
            sum += x[atX + i] * y[atY + i];
        }
        return sum;
    }

    /** The sums of b - A x over the voxels that a voxel of the coarser grid stands for. */
    final void restrict(final float[] x, final float[] b, final CoarseLevel coarse, final Coarsening by) {
        coarse.planes().forEach(plane -> {
            final float[] product = new float[grid.nx()];
            final float[] sums = coarse.right();
            Arrays.fill(sums, coarse.grid().row(0, plane), coarse.grid().row(0, plane + 1), 0);
            for (int z = plane << by.z(); z < Math.min(grid.nz(), plane + 1 << by.z()); z++) {
                for (int y = 0; y < grid.ny(); y++) {
                    multiplyRow(grid.neighbours(y, z), x, product, 0);
                    final int row = grid.row(y, z);
                    final int above = coarse.grid().row(y >> by.y(), plane);
                    for (int i = 0; i < grid.nx(); i++) {
                        sums[above + (i >> by.x())] += b[row + i] - product[i];
                    }
                }
            }
        });
    }

    /** Adds to each voxel the value of the one that stands for it. */
    final void prolong(final CoarseLevel coarse, final Coarsening by, final float[] x) {
        planes.forEach(z -> {
            final float[] values = coarse.solution();
            for (int y = 0; y < grid.ny(); y++) {
                final int row = grid.row(y, z);
                final int above = coarse.grid().row(y >> by.y(), z >> by.z());
                for (int i = 0; i < grid.nx(); i++) {
                    x[row + i] += values[above + (i >> by.x())];
                }
            }
        });
    }
}
