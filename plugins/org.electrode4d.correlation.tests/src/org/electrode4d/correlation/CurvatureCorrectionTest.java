// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.Test;

final class CurvatureCorrectionTest {

    /** Half-window of 3 on a grid whose outer windows lose voxels at the faces, at some by one, at some by two. */
    private static final int H = 3;
    private static final Shape SHAPE = new Shape(18, 16, 20);
    private static final NodeGrid GRID = new NodeGrid(new Point(3, 2, 2), new Point(4, 5, 5), 4, 3, 4);
    /** Strain 0 to 30 % over 200 voxels. */
    private static final double K = 0.0015;

    /**
     * A displacement with all of its second derivatives different, everywhere between 0 and 1: so the deformed volume
     * lacks two voxels at the lower faces and three at the upper ones.
     */
    private static Transformation bent(final Point X) {
        final double x = X.x() - 9;
        final double y = X.y() - 8;
        final double z = X.z() - 10;
        final double[] f = {1 + 0.002 * x + 0.001 * y, 0.001 * x - 0.003 * z, -0.003 * y, 0.002 * y, 1 + 0.002 * x,
            0.002 * z, 0.001 * z, -0.002 * y, 1.01 - 0.003 * z + 0.001 * x};
        return Transformation.of(f, new Point(0.5 + 0.001 * x * x + 0.001 * x * y - 0.003 * y * z,
            0.5 + 0.002 * x * y + 0.001 * z * z,
            0.5 + 0.01 * z - 0.0015 * z * z + 0.001 * x * z - 0.001 * y * y));
    }

    /** What a window measures: the affine least-squares fit over its voxels, by brute force. */
    private static Transformation fitted(final Point node) {
        final List<double[]> rows = new ArrayList<>();
        final List<double[]> values = new ArrayList<>();
        for (int z = Math.max(2, (int)node.z() - H); z <= Math.min(SHAPE.z() - 4, node.z() + H); z++) {
            for (int y = Math.max(2, (int)node.y() - H); y <= Math.min(SHAPE.y() - 4, node.y() + H); y++) {
                for (int x = Math.max(2, (int)node.x() - H); x <= Math.min(SHAPE.x() - 4, node.x() + H); x++) {
                    final Point u = bent(new Point(x, y, z)).displacement();
                    rows.add(new double[] {1, x - node.x(), y - node.y(), z - node.z()});
                    values.add(new double[] {u.x(), u.y(), u.z()});
                }
            }
        }
        final RealMatrix c = new QRDecomposition(new Array2DRowRealMatrix(rows.toArray(double[][]::new)))
            .getSolver().solve(new Array2DRowRealMatrix(values.toArray(double[][]::new)));
        final double[] f = Matrix3.identity();
        for (int i = 0; i < 9; i++) {
            f[i] += c.getEntry(1 + i % 3, i / 3);
        }
        return Transformation.of(f, new Point(c.getEntry(0, 0), c.getEntry(0, 1), c.getEntry(0, 2)));
    }

    @Test
    void whatWindowsMeasureInAQuadraticDisplacementIsCorrectedExactlyAlsoAtFaces() {
        final DeformationField measured = Fields.of(GRID, CurvatureCorrectionTest::fitted);
        assertTrue(measured.displacement(0).distance(bent(GRID.position(0)).displacement()) > 1e-3);
        final DeformationField corrected = CurvatureCorrection.apply(measured, H, SHAPE);
        for (int node = 0; node < GRID.size(); node++) {
            final Transformation exact = bent(GRID.position(node));
            assertEquals(0, exact.displacement().distance(corrected.displacement(node)), 1e-9);
            assertArrayEquals(exact.f(), corrected.f(node), 1e-9);
            assertEquals(measured.zncc(node), corrected.zncc(node));
        }
        assertEquals("The bias of strain gradients was taken off 48 of 48 converged nodes.",
            corrected.remarks().get(0));
    }

    @Test
    void nodesWithoutConvergedNeighboursOnAllAxesAndFailedOnesStay() {
        final DeformationField all = Fields.of(GRID, CurvatureCorrectionTest::fitted);
        final DeformationField.Builder builder = DeformationField.builder(GRID, Fields.VOXEL);
        for (int node = 0; node < 12; node++) {
            builder.set(node, all.result(node));
        }
        final DeformationField plane = builder.set(5, NodeResult.of(all.transformation(5), NodeStatus.FILLED)).build();
        final DeformationField corrected = CurvatureCorrection.apply(plane, H, SHAPE);
        for (int node = 0; node < GRID.size(); node++) {
            assertEquals(plane.result(node), corrected.result(node));
        }
        assertEquals("The bias of strain gradients was taken off 0 of 11 converged nodes.",
            corrected.remarks().get(0));
    }

    @Test
    void onADenseGridNodesHalfAWindowApartAreUsed() {
        final NodeGrid dense = new NodeGrid(new Point(3, 3, 3), new Point(1, 1, 1), 11, 9, 13);
        final DeformationField corrected = CurvatureCorrection.apply(
            Fields.of(dense, CurvatureCorrectionTest::fitted), H, SHAPE);
        for (int node = 0; node < dense.size(); node++) {
            assertEquals(0, bent(dense.position(node)).displacement().distance(corrected.displacement(node)), 1e-9);
        }
    }

    @Test
    void aFailedNeighbourDoesNotMatter() {
        final DeformationField measured = Fields.of(GRID, CurvatureCorrectionTest::fitted);
        final int node = GRID.index(2, 1, 1);
        final DeformationField corrected = CurvatureCorrection.apply(
            Fields.failing(measured, node + 1, node - GRID.nx(), 0), H, SHAPE);
        assertEquals(0, bent(GRID.position(node)).displacement().distance(corrected.displacement(node)), 1e-9);
        assertEquals(NodeStatus.DIVERGED, corrected.status(node + 1));
        assertEquals(77, corrected.displacement(0).x());
    }

    /** u_z = K Z^2 / 2, as the gradient case that all programs of the comparison miss by 27e-3 voxels. */
    private static Transformation gradient(final Point X) {
        return Transformation.of(Matrix3.diagonal(1, 1, 1 + K * X.z()), new Point(0, 0, K / 2 * X.z() * X.z()));
    }

    @Test
    void aMeasuredStrainGradientLeavesNoBias() {
        final Shape shape = new Shape(56, 52, 76);
        final Blobs blobs = new Blobs(shape);
        final Volume deformed = blobs.render("deformed", X -> X.plus(gradient(X).displacement()),
            x -> new Point(x.x(), x.y(), (Math.sqrt(1 + 2 * K * x.z()) - 1) / K), 28000, 11000);
        final VolumePair pair = new VolumePair(blobs.reference(), deformed);
        final NodeLevel level = NodeLevel.of(10, 10);
        final DeformationField start = Fields.of(NodeGrid.centred(shape, 10), CurvatureCorrectionTest::gradient);
        final DeformationField measured = LocalCorrelation.correlate(pair, start,
            LocalCorrelationSettings.defaults().withLevels(List.of(level)), Progress.NONE);
        final DeformationField corrected = CurvatureCorrection.apply(measured, level.halfWindow(), shape);
        assertEquals(27e-3, Math.abs(mean(errors(measured, true))), 1.5e-3);
        for (final boolean inside : new boolean[] {true, false}) {
            assertEquals(0, mean(errors(corrected, inside)), 1e-3);
            assertEquals(0, sd(errors(corrected, inside)), 3e-3);
        }
        assertTrue(strainError(measured) > 2e-3 && strainError(corrected) < 6e-4, "" + strainError(corrected));
    }

    /** Errors of u_z at nodes whose windows lie in both volumes, or at those whose windows are clipped. */
    private static List<Double> errors(final DeformationField field, final boolean inside) {
        final List<Double> errors = new ArrayList<>();
        for (int node = 0; node < field.grid().size(); node++) {
            final Point p = field.grid().position(node);
            final boolean in = p.x() > 12 && p.y() > 12 && p.z() > 12 && p.x() < 43 && p.y() < 40 && p.z() < 60;
            if (inside == in) {
                assertEquals(NodeStatus.CONVERGED, field.status(node));
                errors.add(field.displacement(node).z() - gradient(p).displacement().z());
            }
        }
        return errors;
    }

    private static double strainError(final DeformationField field) {
        final List<Double> errors = new ArrayList<>();
        for (int node = 0; node < field.grid().size(); node++) {
            errors.add(field.f(node)[8] - gradient(field.grid().position(node)).f(2, 2));
        }
        return sd(errors);
    }

    private static double mean(final List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    private static double sd(final List<Double> values) {
        final double mean = mean(values);
        return Math.sqrt(values.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }
}
