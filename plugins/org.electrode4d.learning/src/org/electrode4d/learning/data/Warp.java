// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One drawn map from the pixels of a copy back to those of the slice, both relative to the centre of the window: what
 * was done last is undone first. {@code slice = flip((y + displacement(y)) / scale)} with
 * {@code y = shear(turn(copy))}.
 */
final class Warp {

    private final Window window;

    /** Row by row: column from column and row, row from column and row. */
    private final double[] linear;

    private final double columnFactor;

    private final double rowFactor;

    /** Null if nothing is displaced. */
    private final DisplacementField displacement;

    Warp(final Augmentation augmentation, final Window window, final SplittableRandom random) {
        this.window = window;
        final boolean left = random.nextDouble() < augmentation.flip().horizontal();
        final boolean top = random.nextDouble() < augmentation.flip().vertical();
        final double scale = 1 + augmentation.scale().draw(random);
        columnFactor = (left ? -1 : 1) / scale;
        rowFactor = (top ? -1 : 1) / scale;
        final boolean elastic = random.nextDouble() < augmentation.elastic().probability();
        final SplittableRandom ofDisplacement = random.split();
        displacement = elastic ? new DisplacementField(augmentation.elastic(), window, ofDisplacement) : null;
        linear = linear(sheared(augmentation.shear(), random), StrictMath.toRadians(
            augmentation.rotation().draw(random)));
    }

    /** Tangents of both angles, which happen together or not at all. */
    private static double[] sheared(final Augmentation.Amount shear, final SplittableRandom random) {
        final boolean happens = random.nextDouble() < shear.probability();
        final double column = shear.from() + random.nextDouble() * (shear.to() - shear.from());
        final double row = shear.from() + random.nextDouble() * (shear.to() - shear.from());
        return happens ? new double[] {StrictMath.tan(StrictMath.toRadians(column)),
            StrictMath.tan(StrictMath.toRadians(row))} : new double[2];
    }

    private static double[] linear(final double[] shear, final double angle) {
        final double cos = StrictMath.cos(angle);
        final double sin = StrictMath.sin(angle);
        return new double[] {cos + shear[0] * sin, -sin + shear[0] * cos, shear[1] * cos + sin,
            -shear[1] * sin + cos};
    }

    private boolean isIdentity() {
        return displacement == null && columnFactor == 1 && rowFactor == 1
            && Arrays.equals(linear, new double[] {1, 0, 0, 1});
    }

    LabelledSlice apply(final LabelledSlice slice) {
        if (isIdentity()) {
            return slice.crop(window);
        }
        final float[] values = new float[window.rows() * window.columns()];
        final byte[] classes = new byte[values.length];
        final double halfRow = (window.rows() - 1) / 2.0;
        final double halfColumn = (window.columns() - 1) / 2.0;
        int i = 0;
        for (int row = 0; row < window.rows(); row++) {
            final double v = row - halfRow;
            for (int column = 0; column < window.columns(); column++) {
                final double u = column - halfColumn;
                double x = linear[0] * u + linear[1] * v;
                double y = linear[2] * u + linear[3] * v;
                if (displacement != null) {
                    final double dx = displacement.alongColumns(x, y);
                    y += displacement.alongRows(x, y);
                    x += dx;
                }
                final double atColumn = window.column() + halfColumn + columnFactor * x;
                final double atRow = window.row() + halfRow + rowFactor * y;
                values[i] = linear(slice, atRow, atColumn);
                classes[i++] = nearest(slice, atRow, atColumn);
            }
        }
        return new LabelledSlice(slice.source(), window.rows(), window.columns(), values, classes);
    }

    private static float linear(final LabelledSlice slice, final double row, final double column) {
        final int r = (int)Math.floor(row);
        final int c = (int)Math.floor(column);
        final int upper = LabelledSlice.mirror(r, slice.rows()) * slice.columns();
        final int lower = LabelledSlice.mirror(r + 1, slice.rows()) * slice.columns();
        final int left = LabelledSlice.mirror(c, slice.columns());
        final int right = LabelledSlice.mirror(c + 1, slice.columns());
        final double part = column - c;
        final float[] image = slice.image();
        final double above = image[upper + left] + part * (image[upper + right] - image[upper + left]);
        final double below = image[lower + left] + part * (image[lower + right] - image[lower + left]);
        return (float)(above + (row - r) * (below - above));
    }

    private static byte nearest(final LabelledSlice slice, final double row, final double column) {
        final int r = (int)Math.floor(row + 0.5);
        final int c = (int)Math.floor(column + 0.5);
        return r < 0 || r >= slice.rows() || c < 0 || c >= slice.columns() ? ClassScheme.UNLABELLED
            : slice.classes()[r * slice.columns() + c];
    }
}
