// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import org.electrode4d.transport.flux.FluxGrid.Row;
import org.electrode4d.volume.Progress;

/**
 * The finest level: the voxels themselves. The conductance between two follows from their phases,
 * g = 2 w / (1 / D_i + 1 / D_j) with w the area of a face by the distance of the centres along the axis, in units of
 * the largest D and w. It is looked up, which takes one byte per voxel instead of four floats.
 */
final class VoxelLevel extends Level {

    private final byte[] phases;
    private final int shift;
    private final float[] alongX;
    private final float[] alongY;
    private final float[] alongZ;
    private final double[][] exact;

    /**
     * @param phases by the index of the grid, 0 = impermeable; the planes before the first and after the last too
     * @param resistivities of the phases, infinite for the impermeable, 0 for what a concentration is held in
     * @param weights w along x, y and z
     */
    VoxelLevel(final FluxGrid grid, final byte[] phases, final double[] resistivities, final double[] weights,
        final Progress progress) {
        super(grid, progress);
        this.phases = phases;
        shift = 32 - Integer.numberOfLeadingZeros(resistivities.length - 1);
        exact = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            exact[axis] = conductances(resistivities, weights[axis]);
        }
        alongX = single(exact[0]);
        alongY = single(exact[1]);
        alongZ = single(exact[2]);
    }

    private double[] conductances(final double[] resistivities, final double weight) {
        final double[] table = new double[resistivities.length << shift];
        for (int i = 0; i < resistivities.length; i++) {
            for (int j = 0; j < resistivities.length; j++) {
                final double sum = resistivities[i] + resistivities[j];
                // two voxels in which concentrations are held exchange nothing that matters
                table[i << shift | j] = sum > 0 ? 2 * weight / sum : 0;
            }
        }
        return table;
    }

    private static float[] single(final double[] values) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float)values[i];
        }
        return floats;
    }

    @Override
    void relaxRow(final Row row, final int first, final float[] x, final float[] b) {
        for (int i = row.first() + first; i <= row.last(); i += 2) {
            if (phases[i] != 0) {
                relax(i, row, x, b);
            }
        }
    }

    private void relax(final int i, final Row row, final float[] x, final float[] b) {
        final int own = phases[i] << shift;
        final int left = row.left(i);
        final int right = row.right(i);
        final int back = i + row.back();
        final int front = i + row.front();
        final int below = i - grid().plane();
        final int above = i + grid().plane();
        final float toLeft = alongX[own | phases[left]];
        final float toRight = alongX[own | phases[right]];
        final float toBack = alongY[own | phases[back]];
        final float toFront = alongY[own | phases[front]];
        final float toBelow = alongZ[own | phases[below]];
        final float toAbove = alongZ[own | phases[above]];
        x[i] = (b[i] + toLeft * x[left] + toRight * x[right] + toBack * x[back] + toFront * x[front]
            + toBelow * x[below] + toAbove * x[above])
            / (toLeft + toRight + toBack + toFront + toBelow + toAbove);
    }

    @Override
    void multiplyRow(final Row row, final float[] x, final float[] result, final int at) {
        for (int i = row.first(); i <= row.last(); i++) {
            result[at + i - row.first()] = phases[i] == 0 ? 0 : product(i, row, x);
        }
    }

    private float product(final int i, final Row row, final float[] x) {
        final int own = phases[i] << shift;
        final int left = row.left(i);
        final int right = row.right(i);
        final int back = i + row.back();
        final int front = i + row.front();
        final int below = i - grid().plane();
        final int above = i + grid().plane();
        final float value = x[i];
        return alongX[own | phases[left]] * (value - x[left]) + alongX[own | phases[right]] * (value - x[right])
            + alongY[own | phases[back]] * (value - x[back]) + alongY[own | phases[front]] * (value - x[front])
            + alongZ[own | phases[below]] * (value - x[below]) + alongZ[own | phases[above]] * (value - x[above]);
    }

    /** What accumulates in the voxels of a plane of unknowns, in double; the planes at the ends hold concentrations. */
    void residual(final int z, final double[] x, final float[] residual) {
        final int plane = grid().plane();
        for (int y = 0; y < grid().ny(); y++) {
            final Row row = grid().neighbours(y, z);
            for (int i = row.first(); i <= row.last(); i++) {
                if (phases[i] != 0) {
                    residual[i] = (float)(inflow(0, i, row.left(i), x) + inflow(0, i, row.right(i), x)
                        + inflow(1, i, i + row.back(), x) + inflow(1, i, i + row.front(), x)
                        + inflow(2, i, i - plane, x) + inflow(2, i, i + plane, x));
                }
            }
        }
    }

    /** The flux through the faces between plane {@code z} and the next, z being from -1, in double. */
    double flux(final int z, final double[] x) {
        final FluxGrid grid = grid();
        double sum = 0;
        for (int i = grid.row(0, z); i < grid.row(0, z + 1); i++) {
            sum -= inflow(2, i, i + grid.plane(), x);
        }
        return sum;
    }

    private double inflow(final int axis, final int i, final int neighbour, final double[] x) {
        return exact[axis][phases[i] << shift | phases[neighbour]] * (x[neighbour] - x[i]);
    }

    @Override
    void conductances(final int y, final int z, final float[] x, final float[] front, final float[] up) {
        final FluxGrid grid = grid();
        final int start = grid.row(y, z);
        for (int i = start; i < start + grid.nx(); i++) {
            up[i - start] = alongZ[phases[i] << shift | phases[i + grid.plane()]];
        }
        if (z >= 0) {
            final Row row = grid.neighbours(y, z);
            for (int i = start; i <= row.last(); i++) {
                x[i - start] = alongX[phases[i] << shift | phases[row.right(i)]];
                front[i - start] = alongY[phases[i] << shift | phases[i + row.front()]];
            }
        }
    }
}
