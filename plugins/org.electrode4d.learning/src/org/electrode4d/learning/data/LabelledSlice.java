// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.Arrays;

/**
 * An image of a slice, with what was labelled in it. Axes are row and column, columns contiguous.
 *
 * @param source where it comes from
 * @param rows of the image
 * @param columns of the image
 * @param image finite values, row by row; not copied
 * @param classes indices of classes row by row, {@link ClassScheme#UNLABELLED} where nothing was labelled; not copied
 */
public record LabelledSlice(Source source, int rows, int columns, float[] image, byte[] classes) {

    /**
     * Where a slice comes from.
     *
     * @param scan name of the scan
     * @param orientation of the slice
     * @param index of the slice in its scan, from 0
     */
    public record Source(String scan, Orientation orientation, int index) {

        @Override
        public String toString() {
            return scan + ", slice " + orientation + " " + index;
        }
    }

    /** @throws IllegalArgumentException if there are not as many values and classes as pixels */
    public LabelledSlice {
        if (image.length != rows * columns || classes.length != rows * columns) {
            throw new IllegalArgumentException("A slice of " + rows + " x " + columns + " pixels has "
                + image.length + " values and " + classes.length + " classes.");
        }
    }

    /** Number of labelled pixels of each class. */
    public long[] counts(final int numberOfClasses) {
        final long[] counts = new long[numberOfClasses];
        for (final byte index : classes) {
            if (index >= 0) {
                counts[index]++;
            }
        }
        return counts;
    }

    /** Number of labelled pixels. */
    public int labelled() {
        int labelled = 0;
        for (final byte index : classes) {
            labelled += index >= 0 ? 1 : 0;
        }
        return labelled;
    }

    /** The same labels with other grey values. */
    public LabelledSlice withImage(final float[] values) {
        return new LabelledSlice(source, rows, columns, values, classes);
    }

    /** The whole slice. */
    public Window whole() {
        return new Window(0, 0, rows, columns);
    }

    /**
     * A part of the slice, or more than the slice: beyond its border the image is mirrored (the border is not repeated)
     * and nothing is labelled.
     */
    public LabelledSlice crop(final Window window) {
        final float[] values = new float[window.rows() * window.columns()];
        final byte[] indices = new byte[values.length];
        Arrays.fill(indices, ClassScheme.UNLABELLED);
        for (int row = 0; row < window.rows(); row++) {
            final int from = mirror(window.row() + row, rows) * columns;
            final boolean rowInside = window.row() + row >= 0 && window.row() + row < rows;
            for (int column = 0; column < window.columns(); column++) {
                final int to = row * window.columns() + column;
                final int at = window.column() + column;
                values[to] = image[from + mirror(at, columns)];
                if (rowInside && at >= 0 && at < columns) {
                    indices[to] = classes[from + at];
                }
            }
        }
        return new LabelledSlice(source, window.rows(), window.columns(), values, indices);
    }

    /** The place inside of {@code 0 ... size - 1} that stands at a place outside, mirrored without the border. */
    static int mirror(final int place, final int size) {
        if (place >= 0 && place < size) {
            return place;
        }
        if (size == 1) {
            return 0;
        }
        final int period = 2 * (size - 1);
        final int phase = Math.floorMod(place, period);
        return phase < size ? phase : period - phase;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof LabelledSlice slice && source.equals(slice.source) && rows == slice.rows
            && columns == slice.columns && Arrays.equals(image, slice.image)
            && Arrays.equals(classes, slice.classes);
    }

    @Override
    public int hashCode() {
        return 31 * source.hashCode() + Arrays.hashCode(classes);
    }

    @Override
    public String toString() {
        return source + ", " + rows + " x " + columns + " pixels";
    }
}
