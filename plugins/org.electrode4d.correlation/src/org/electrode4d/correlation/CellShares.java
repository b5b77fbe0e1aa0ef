// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.function.IntPredicate;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;

/**
 * Which share of the cell of each point of a strain field has a label other than 0. A cell reaches half a spacing to
 * either side; a voxel belongs to the cell in which its centre lies. One pass over the labels, plane by plane.
 */
final class CellShares {

    private final NodeGrid grid;
    private final int[][] cells = new int[3][];
    private final int[][] lengths = new int[3][];

    private CellShares(final StrainField strain, final LabelVolume labels) {
        grid = strain.grid();
        final Point first = strain.positionInMicrometres(0).minus(labels.volume().origin());
        final VoxelSize size = labels.volume().voxelSize();
        final Point spacing = grid.spacing().times(strain.voxelSize());
        final Shape shape = labels.volume().shape();
        count(0, shape.x(), first.x() / size.x(), spacing.x() / size.x(), grid.nx());
        count(1, shape.y(), first.y() / size.y(), spacing.y() / size.y(), grid.ny());
        count(2, shape.z(), first.z() / size.z(), spacing.z() / size.z(), grid.nz());
    }

    /**
     * The shares, 0 to 1, by point.
     *
     * @param otherwise whether a point is inside whose cell has no voxel of the labels
     */
    static double[] of(final StrainField strain, final LabelVolume labels, final Progress progress,
        final IntPredicate otherwise) {
        return new CellShares(strain, labels).shares(labels, progress, otherwise);
    }

    /** The cell of each voxel along an axis, -1 for none, and how many voxels each cell has. */
    private void count(final int axis, final long voxels, final double first, final double spacing, final int points) {
        cells[axis] = new int[Math.toIntExact(voxels)];
        lengths[axis] = new int[points];
        for (int i = 0; i < cells[axis].length; i++) {
            final double cell = Math.floor((i - first) / spacing + 0.5);
            cells[axis][i] = cell >= 0 && cell < points ? (int)cell : -1;
            if (cells[axis][i] >= 0) {
                lengths[axis][cells[axis][i]]++;
            }
        }
    }

    private double[] shares(final LabelVolume labels, final Progress progress, final IntPredicate otherwise) {
        final int nx = cells[0].length;
        final int ny = cells[1].length;
        final int[] plane = new int[Math.multiplyExact(nx, ny)];
        final long[] inside = new long[grid.size()];
        for (int z = 0; z < cells[2].length; z++) {
            if (cells[2][z] >= 0) {
                progress.check();
                labels.read(new Block(0, 0, z, nx, ny, 1), plane);
                add(plane, cells[2][z], inside);
            }
        }
        final double[] shares = new double[inside.length];
        for (int point = 0; point < shares.length; point++) {
            final long all = (long)lengths[0][grid.ix(point)] * lengths[1][grid.iy(point)] * lengths[2][grid.iz(point)];
            shares[point] = all > 0 ? inside[point] / (double)all : otherwise.test(point) ? 1 : 0;
        }
        return shares;
    }

    private void add(final int[] plane, final int layer, final long[] inside) {
        int i = 0;
        for (final int y : cells[1]) {
            for (final int x : cells[0]) {
                if (plane[i++] != 0 && y >= 0 && x >= 0) {
                    inside[grid.index(x, y, layer)]++;
                }
            }
        }
    }
}
