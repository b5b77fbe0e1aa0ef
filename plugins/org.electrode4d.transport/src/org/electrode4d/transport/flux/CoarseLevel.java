// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import org.electrode4d.transport.flux.FluxGrid.Coarsening;
import org.electrode4d.transport.flux.FluxGrid.Row;
import org.electrode4d.volume.Progress;

/**
 * A level of the multigrid whose voxels stand for blocks of the finer one. The conductance between two is the sum of
 * those of all faces between the voxels of their blocks, the Galerkin product for values that are constant in blocks.
 * 32 bytes per voxel.
 */
final class CoarseLevel extends Level {

    private final float[] alongX;
    private final float[] alongY;
    private final float[] alongZ;
    private final float[] inverse;
    private final float[] solution;
    private final float[] right;
    private final float[] direction;
    private final float[] product;

    CoarseLevel(final Level fine, final Coarsening by, final Progress progress) {
        super(fine.grid().coarsen(by), progress);
        final int length = grid().length();
        alongX = new float[length];
        alongY = new float[length];
        alongZ = new float[length];
        inverse = new float[length];
        solution = new float[length];
        right = new float[length];
        direction = new float[length];
        product = new float[length];
        add(fine, by, -1);
        planes().forEach(plane -> {
            for (int z = plane << by.z(); z < Math.min(fine.grid().nz(), plane + 1 << by.z()); z++) {
                add(fine, by, z);
            }
        });
        planes().forEach(this::invert);
    }

    /** The values of the voxels, which a cycle improves. */
    float[] solution() {
        return solution;
    }

    /** The right-hand side, which a cycle may overwrite. */
    float[] right() {
        return right;
    }

    /** Room for a search direction. */
    float[] direction() {
        return direction;
    }

    /** Room for the product of the matrix with the search direction. */
    float[] product() {
        return product;
    }

    private void add(final Level fine, final Coarsening by, final int z) {
        final FluxGrid from = fine.grid();
        final float[] x = new float[from.nx()];
        final float[] y = new float[from.nx()];
        final float[] up = new float[from.nx()];
        final boolean lastPlane = z < 0 || z == from.nz() - 1 || Coarsening.isLast(z, by.z());
        for (int j = 0; j < from.ny(); j++) {
            fine.conductances(j, z, x, y, up);
            final int row = grid().row(j >> by.y(), z >> by.z());
            if (z >= 0) {
                addAlongX(x, row, by.x());
                if (j == from.ny() - 1 ? grid().periodicY() : Coarsening.isLast(j, by.y())) {
                    add(y, row, by.x(), alongY);
                }
            }
            if (lastPlane) {
                add(up, row, by.x(), alongZ);
            }
        }
    }

    private void addAlongX(final float[] conductances, final int row, final int power) {
        final int last = conductances.length - 1;
        for (int i = 0; i <= last; i++) {
            if (i == last ? grid().periodicX() : Coarsening.isLast(i, power)) {
                alongX[row + (i >> power)] += conductances[i];
            }
        }
    }

    private static void add(final float[] conductances, final int row, final int power, final float[] sums) {
        for (int i = 0; i < conductances.length; i++) {
            sums[row + (i >> power)] += conductances[i];
        }
    }

    private void invert(final int z) {
        for (int y = 0; y < grid().ny(); y++) {
            final Row row = grid().neighbours(y, z);
            for (int i = row.first(); i <= row.last(); i++) {
                final float sum = alongX[i] + alongX[row.left(i)] + alongY[i] + alongY[i + row.back()] + alongZ[i]
                    + alongZ[i - grid().plane()];
                inverse[i] = sum > 0 ? 1 / sum : 0;
            }
        }
    }

    @Override
    void relaxRow(final Row row, final int first, final float[] x, final float[] b) {
        for (int i = row.first() + first; i <= row.last(); i += 2) {
            x[i] = inverse[i] * (b[i] + inflow(i, row, x));
        }
    }

    @Override
    void multiplyRow(final Row row, final float[] x, final float[] result, final int at) {
        for (int i = row.first(); i <= row.last(); i++) {
            final float own = inverse[i] > 0 ? x[i] / inverse[i] : 0;
            result[at + i - row.first()] = own - inflow(i, row, x);
        }
    }

    /** From the neighbours. */
    private float inflow(final int i, final Row row, final float[] x) {
        final int plane = grid().plane();
        final int left = row.left(i);
        final int back = i + row.back();
        return alongX[i] * x[row.right(i)] + alongX[left] * x[left] + alongY[i] * x[i + row.front()]
            + alongY[back] * x[back] + alongZ[i] * x[i + plane] + alongZ[i - plane] * x[i - plane];
    }

    @Override
    void conductances(final int y, final int z, final float[] x, final float[] front, final float[] up) {
        final int row = grid().row(y, z);
        System.arraycopy(alongX, row, x, 0, x.length);
        System.arraycopy(alongY, row, front, 0, x.length);
        System.arraycopy(alongZ, row, up, 0, x.length);
    }
}
