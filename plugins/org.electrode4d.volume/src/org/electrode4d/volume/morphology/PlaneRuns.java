// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import java.util.Arrays;

/** The runs of a plane: stretches of a row whose voxels all have the same value, which is not 0. */
final class PlaneRuns {

    private final int columns;
    private final int[] rowEnd;
    private int[] start = new int[1024];
    private int[] end = new int[1024];
    private int[] value = new int[1024];
    private int[] label = new int[1024];
    private int count;

    PlaneRuns(final int columns, final int rows) {
        this.columns = columns;
        rowEnd = new int[rows];
    }

    int rows() {
        return rowEnd.length;
    }

    /** The number of the first run of a row; those of row y are {@code first(y)} to {@code first(y + 1) - 1}. */
    int first(final int row) {
        return row == 0 ? 0 : rowEnd[row - 1];
    }

    int count() {
        return count;
    }

    /** The x of the first voxel of a run. */
    int start(final int run) {
        return start[run];
    }

    /** One past the x of the last voxel of a run. */
    int end(final int run) {
        return end[run];
    }

    int value(final int run) {
        return value[run];
    }

    int label(final int run) {
        return label[run];
    }

    void label(final int run, final int provisional) {
        label[run] = provisional;
    }

    /** Finds the runs of a plane in which all that is not 0 is alike. */
    void find(final byte[] inside, final boolean complement) {
        count = 0;
        for (int y = 0; y < rowEnd.length; y++) {
            final int origin = y * columns;
            int x = 0;
            while (x < columns) {
                while (x < columns && inside[origin + x] == 0 != complement) {
                    x++;
                }
                final int from = x;
                while (x < columns && inside[origin + x] == 0 == complement) {
                    x++;
                }
                if (x > from) {
                    add(from, x, 1);
                }
            }
            rowEnd[y] = count;
        }
    }

    /** Finds the runs of equal labels. */
    void find(final int[] labels) {
        count = 0;
        for (int y = 0; y < rowEnd.length; y++) {
            final int origin = y * columns;
            int x = 0;
            while (x < columns) {
                final int from = x;
                final int current = labels[origin + x];
                while (x < columns && labels[origin + x] == current) {
                    x++;
                }
                if (current != 0) {
                    add(from, x, current);
                }
            }
            rowEnd[y] = count;
        }
    }

    private void add(final int from, final int to, final int current) {
        if (count == start.length) {
            final int more = count + count / 2;
            start = Arrays.copyOf(start, more);
            end = Arrays.copyOf(end, more);
            value = Arrays.copyOf(value, more);
            label = Arrays.copyOf(label, more);
        }
        start[count] = from;
        end[count] = to;
        value[count] = current;
        count++;
    }

    /** Gives each run the label that a plane of labels has there. */
    void readLabels(final int[] plane) {
        for (int y = 0; y < rowEnd.length; y++) {
            for (int run = first(y); run < rowEnd[y]; run++) {
                label[run] = plane[y * columns + start[run]];
            }
        }
    }

    /** Writes the labels of the runs into a plane; leaves the rest. */
    void writeLabels(final int[] plane) {
        for (int y = 0; y < rowEnd.length; y++) {
            for (int run = first(y); run < rowEnd[y]; run++) {
                Arrays.fill(plane, y * columns + start[run], y * columns + end[run], label[run]);
            }
        }
    }
}
