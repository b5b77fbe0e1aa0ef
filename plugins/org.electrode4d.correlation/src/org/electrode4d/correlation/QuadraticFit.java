// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.electrode4d.volume.Point;

/**
 * A quadratic polynomial of the displacement by least squares over some nodes (ten coefficients per component), with
 * its value and slope at a point.
 */
final class QuadraticFit {

    /** Twice the number of coefficients: fewer nodes follow their noise. */
    static final int LEAST_NODES = 20;
    private static final int COEFFICIENTS = 10;
    private static final double SINGULAR = 1e-8;

    private QuadraticFit() {
    }

    /** Empty if the nodes do not determine all coefficients, for instance because they lie in a plane. */
    static Optional<Transformation> of(final DeformationField field, final List<Integer> nodes, final Point at) {
        if (nodes.size() < COEFFICIENTS) {
            return Optional.empty();
        }
        final RealMatrix terms = new Array2DRowRealMatrix(nodes.size(), COEFFICIENTS);
        final RealMatrix values = new Array2DRowRealMatrix(nodes.size(), 3);
        for (int row = 0; row < nodes.size(); row++) {
            final Point d = scaled(field.grid().position(nodes.get(row)).minus(at), field.grid().spacing());
            terms.setRow(row, new double[] {1, d.x(), d.y(), d.z(), d.x() * d.x(), d.y() * d.y(), d.z() * d.z(),
                d.x() * d.y(), d.x() * d.z(), d.y() * d.z()});
            final Point u = field.displacement(nodes.get(row));
            values.setRow(row, new double[] {u.x(), u.y(), u.z()});
        }
        final DecompositionSolver solver = new QRDecomposition(terms, SINGULAR).getSolver();
        return solver.isNonSingular() ? Optional.of(map(solver.solve(values), field.grid().spacing()))
            : Optional.empty();
    }

    private static Transformation map(final RealMatrix c, final Point spacing) {
        final double[] step = {spacing.x(), spacing.y(), spacing.z()};
        final double[] f = Matrix3.identity();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                f[3 * i + j] += c.getEntry(j + 1, i) / step[j];
            }
        }
        return Transformation.of(f, new Point(c.getEntry(0, 0), c.getEntry(0, 1), c.getEntry(0, 2)));
    }

    private static Point scaled(final Point d, final Point spacing) {
        return new Point(d.x() / spacing.x(), d.y() / spacing.y(), d.z() / spacing.z());
    }
}
