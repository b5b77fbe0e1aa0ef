// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;

/**
 * Distances in µm within a plane, in place, from the numbers of planes to the nearest voxel outside along z. Squares are
 * double in units of the voxel's edge along x: exact integers for cubic voxels. One instance serves one thread.
 */
final class PlanarDistance {

    /** Columns that are worked on together, so that cache lines are used completely. */
    private static final int TILE = 16;

    private final int columns;
    private final int rows;
    private final double unit;
    private final double weightZ;
    private final LowerEnvelope alongX;
    private final LowerEnvelope alongY;
    private final double[] squares;
    private final double[][] tile;
    private final double[] row;

    PlanarDistance(final Shape shape, final VoxelSize size, final VolumeBorder border) {
        columns = (int)shape.x();
        rows = (int)shape.y();
        unit = size.x();
        weightZ = square(size.z() / unit);
        alongX = new LowerEnvelope(columns, 1, border.isBackground(shape.x()));
        alongY = new LowerEnvelope(rows, square(size.y() / unit), border.isBackground(shape.y()));
        squares = new double[columns * rows];
        tile = new double[TILE][rows];
        row = new double[columns];
    }

    private static double square(final double value) {
        return value * value;
    }

    void transform(final float[] plane) {
        for (int x = 0; x < columns; x += TILE) {
            columns(plane, x, Math.min(TILE, columns - x));
        }
        for (int y = 0; y < rows; y++) {
            System.arraycopy(squares, y * columns, row, 0, columns);
            alongX.transform(row, columns);
            for (int x = 0; x < columns; x++) {
                row[x] = unit * Math.sqrt(row[x]);
            }
            for (int x = 0; x < columns; x++) {
                plane[y * columns + x] = (float)row[x];
            }
        }
    }

    private void columns(final float[] plane, final int first, final int count) {
        for (int y = 0; y < rows; y++) {
            final int at = y * columns + first;
            for (int c = 0; c < count; c++) {
                final double planes = plane[at + c];
                tile[c][y] = weightZ * planes * planes;
            }
        }
        for (int c = 0; c < count; c++) {
            alongY.transform(tile[c], rows);
        }
        for (int y = 0; y < rows; y++) {
            final int at = y * columns + first;
            for (int c = 0; c < count; c++) {
                squares[at + c] = tile[c][y];
            }
        }
    }
}
