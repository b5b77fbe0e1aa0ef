// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;

/** A 3 x 3 matrix, row by row. Immutable as long as nobody reaches into its array. */
public final class Matrix3 {

    public static final Matrix3 IDENTITY = new Matrix3(1, 0, 0, 0, 1, 0, 0, 0, 1);

    private final double[] m;

    private Matrix3(final double... elements) {
        m = elements;
    }

    /** @throws IllegalArgumentException if these are not nine finite numbers */
    public static Matrix3 of(final double... rows) {
        if (rows.length != 9) {
            throw new IllegalArgumentException("A deformation gradient has nine elements, not " + rows.length + ".");
        }
        for (int i = 0; i < 9; i++) {
            if (!Double.isFinite(rows[i])) {
                throw new IllegalArgumentException(
                    "Element " + i + " (row by row) of the deformation gradient is " + rows[i] + ".");
            }
        }
        return new Matrix3(rows.clone());
    }

    /** Rotation about a vector by the angle that is its length, in radians (Rodrigues' formula). */
    public static Matrix3 rotation(final Point vector) {
        final double angle = vector.norm();
        // sin(a)/a and (1 - cos(a))/a^2, which the second form keeps exact for small angles
        final double s = angle == 0 ? 1 : Math.sin(angle) / angle;
        final double half = angle == 0 ? 1 : Math.sin(angle / 2) / (angle / 2);
        final double c = half * half / 2;
        final double x = vector.x();
        final double y = vector.y();
        final double z = vector.z();
        return new Matrix3(
            1 - c * (y * y + z * z), c * x * y - s * z, c * x * z + s * y,
            c * x * y + s * z, 1 - c * (x * x + z * z), c * y * z - s * x,
            c * x * z - s * y, c * y * z + s * x, 1 - c * (x * x + y * y));
    }

    /** An element; rows and columns count from 0. */
    public double at(final int row, final int column) {
        return m[3 * row + column];
    }

    /** The elements, row by row, in a new array. */
    public double[] toArray() {
        return m.clone();
    }

    public Point times(final Point p) {
        return new Point(m[0] * p.x() + m[1] * p.y() + m[2] * p.z(), m[3] * p.x() + m[4] * p.y() + m[5] * p.z(),
            m[6] * p.x() + m[7] * p.y() + m[8] * p.z());
    }

    /** The product with a matrix that acts first. */
    public Matrix3 times(final Matrix3 b) {
        final double[] product = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                product[3 * row + column] =
                    at(row, 0) * b.at(0, column) + at(row, 1) * b.at(1, column) + at(row, 2) * b.at(2, column);
            }
        }
        return new Matrix3(product);
    }

    public Matrix3 transposed() {
        return new Matrix3(m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]);
    }

    /** The matrix with the absolute value of every element: how far a box reaches after the map. */
    Matrix3 absolute() {
        final double[] absolute = new double[9];
        for (int i = 0; i < 9; i++) {
            absolute[i] = Math.abs(m[i]);
        }
        return new Matrix3(absolute);
    }

    public double determinant() {
        return m[0] * cofactor(1, 2, 1, 2) - m[1] * cofactor(1, 2, 0, 2) + m[2] * cofactor(1, 2, 0, 1);
    }

    /** Of a matrix whose determinant is not 0. */
    public Matrix3 inverse() {
        final double d = determinant();
        return new Matrix3(
            cofactor(1, 2, 1, 2) / d, -cofactor(0, 2, 1, 2) / d, cofactor(0, 1, 1, 2) / d,
            -cofactor(1, 2, 0, 2) / d, cofactor(0, 2, 0, 2) / d, -cofactor(0, 1, 0, 2) / d,
            cofactor(1, 2, 0, 1) / d, -cofactor(0, 2, 0, 1) / d, cofactor(0, 1, 0, 1) / d);
    }

    private double cofactor(final int row1, final int row2, final int column1, final int column2) {
        return at(row1, column1) * at(row2, column2) - at(row1, column2) * at(row2, column1);
    }
}
