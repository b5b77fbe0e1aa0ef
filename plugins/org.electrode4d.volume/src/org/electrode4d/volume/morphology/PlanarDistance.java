// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;

/**
 * Distances in µm within a plane, in place, from the numbers of planes to the nearest voxel outside along z: along y,
 * then along x. One instance serves one thread.
 */
final class PlanarDistance {

    /** Columns that are worked on together, so that cache lines are used completely. */
    private static final int TILE = 16;

    private final int columns;
    private final int rows;
    private final DistanceMetric metric;
    private final LowerEnvelope alongX;
    private final LowerEnvelope alongY;
    private final double[][] tile;
    private final double[] row;
    private ShortDistance shortDistance;
    private double[] squares;

    PlanarDistance(final Shape shape, final VoxelSize size, final VolumeBorder border) {
        columns = (int)shape.x();
        rows = (int)shape.y();
        metric = DistanceMetric.of(size);
        alongX = new LowerEnvelope(columns, metric.x(), border.isBackground(shape.x()));
        alongY = new LowerEnvelope(rows, metric.y(), border.isBackground(shape.y()));
        tile = new double[TILE][rows];
        row = new double[columns];
        shortDistance = metric.isInteger() ? new ShortDistance(shape, metric, border) : null;
    }

    void transform(final float[] plane) {
        if (shortDistance != null && shortDistance.transform(plane)) {
            return;
        }
        // neighbouring planes are alike, and trying again would cost more than it saves
        shortDistance = null;
        if (squares == null) {
            squares = new double[columns * rows];
        }
        for (int x = 0; x < columns; x += TILE) {
            columns(plane, x, Math.min(TILE, columns - x));
        }
        for (int y = 0; y < rows; y++) {
            System.arraycopy(squares, y * columns, row, 0, columns);
            alongX.transform(row, columns);
            for (int x = 0; x < columns; x++) {
                plane[y * columns + x] = (float)(metric.unit() * Math.sqrt(row[x]));
            }
        }
    }

    private void columns(final float[] plane, final int first, final int count) {
        for (int y = 0; y < rows; y++) {
            final int at = y * columns + first;
            for (int c = 0; c < count; c++) {
                final double planes = plane[at + c];
                tile[c][y] = metric.z() * planes * planes;
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
