// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.thickness;

import java.util.Arrays;

/**
 * Finds first, last and number of electrode voxels in columns along z, fed with planes in ascending z. A run is a
 * sequence of electrode voxels; a piece is runs with small gaps between them. Holds 7 integers per column.
 */
final class ColumnRuns {

    static final int NONE = -1;

    private final ThicknessSettings settings;
    private final int[] runStart;
    private final int[] pieceFirst;
    private final int[] pieceLast;
    private final int[] pieceCount;
    private final int[] first;
    private final int[] last;
    private final int[] count;

    ColumnRuns(final int columns, final ThicknessSettings settings) {
        this.settings = settings;
        runStart = filled(columns);
        pieceFirst = filled(columns);
        pieceLast = filled(columns);
        pieceCount = new int[columns];
        first = filled(columns);
        last = filled(columns);
        count = new int[columns];
    }

    private static int[] filled(final int columns) {
        final int[] values = new int[columns];
        Arrays.fill(values, NONE);
        return values;
    }

    /**
     * The next plane.
     *
     * @param labels holds the plane from {@code offset} on
     */
    void plane(final int z, final int[] labels, final int offset) {
        for (int column = 0; column < runStart.length; column++) {
            final boolean inside = settings.isElectrode(labels[offset + column]);
            if (inside && runStart[column] == NONE) {
                runStart[column] = z;
            } else if (!inside && runStart[column] != NONE) {
                endRun(column, z);
            }
        }
    }

    /** After the last plane. */
    void end(final int planes) {
        for (int column = 0; column < runStart.length; column++) {
            if (runStart[column] != NONE) {
                endRun(column, planes);
            }
            endPiece(column);
        }
    }

    private void endRun(final int column, final int end) {
        final int start = runStart[column];
        runStart[column] = NONE;
        if (end - start < settings.leastRun()) {
            return;
        }
        final boolean newPiece = settings.largestGap() >= 0 && pieceLast[column] != NONE
            && start - pieceLast[column] - 1 > settings.largestGap();
        if (newPiece) {
            endPiece(column);
        }
        if (pieceCount[column] == 0) {
            pieceFirst[column] = start;
        }
        pieceLast[column] = end - 1;
        pieceCount[column] += end - start;
    }

    private void endPiece(final int column) {
        if (pieceCount[column] > count[column]) {
            first[column] = pieceFirst[column];
            last[column] = pieceLast[column];
            count[column] = pieceCount[column];
        }
        pieceCount[column] = 0;
    }

    /** Index of the first voxel of a column, {@link #NONE} where it holds no electrode. */
    int first(final int column) {
        return first[column];
    }

    int last(final int column) {
        return last[column];
    }

    int count(final int column) {
        return count[column];
    }
}
