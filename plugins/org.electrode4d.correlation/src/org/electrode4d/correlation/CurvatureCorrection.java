// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

/**
 * Takes off what a strain gradient adds to the measurement of a window with one F. Where the displacement is
 * quadratic, {@code u_i = a_i + G_ij d_j + K_ijk d_j d_k / 2} with d from the node, a window measures its affine
 * least-squares fit. Over a box whose middle is m from the node, and whose n_j voxels along axis j have the variance
 * s_j = (n_j^2 - 1) / 12, that fit is off at the node by
 *
 * <pre>
 * u_i: sum_j K_ijj s_j / 2 - sum_jk K_ijk m_j m_k / 2        F_ij: sum_k K_ijk m_k
 * </pre>
 *
 * <p>For a complete window m is zero and only {@code K_ijj (w^2 - 1) / 24} remains (0.158 voxels for w = 71 in a strain
 * that rises by 0.3 over 400 voxels); a window clipped by a face has both terms. K is the least-squares slope of the
 * measured F over the converged nodes around, each placed at the middle of its own box, where its F is exact; K_ijk and
 * K_ikj, equal for a continuous displacement, are averaged. Exact for quadratic displacements.
 *
 * <p>The nodes around are about h apart and reach 2 h along every axis, so that the outermost windows only touch that
 * of the node: 3 x 3 x 3 nodes for a spacing of two half-windows, 5 x 5 x 5 for one, 7 x 7 x 7 at most. Nearer windows
 * share the node's noise, with the sign that makes the correction add to it.
 *
 * <p>Noise: with a node spacing of one half-window the correction scatters by 0.06 (in the outer layers of the grid
 * 0.10) of the standard deviation of u, with two by 0.08 (0.16); the scatter of u rises by 2 and 1 % (measured; without
 * the rule above by 18 % in the first case). The uncertainty of the nodes is left as it is.
 *
 * <p>Valid for windows with {@link Freedom#AFFINE}, not binned. Voxels missing because of masks or holes, and faces of
 * the deformed volume that lie askew in the window, are not part of the box; across a crack, where no displacement is
 * quadratic, the correction smears the jump of F as the window did.
 */
public final class CurvatureCorrection {

    /** Of the smallest eigenvalue of the neighbours' sum of squares, in steps; 18 for 3 x 3 x 3 nodes, 2 for 8. */
    private static final double LEAST_SPREAD = 0.5;

    private final DeformationField field;
    private final List<Optional<WindowExtent>> extents = new ArrayList<>();
    private final int stride;
    private final int steps;

    private CurvatureCorrection(final DeformationField field, final int halfWindow, final Shape shape) {
        this.field = field;
        for (int node = 0; node < field.grid().size(); node++) {
            extents.add(field.status(node) == NodeStatus.CONVERGED && field.transformation(node).isFinite()
                ? WindowExtent.of(field.grid().position(node), field.transformation(node), halfWindow, shape)
                : Optional.empty());
        }
        final double spacing = field.grid().meanSpacing();
        stride = Math.max(1, (int)Math.rint(halfWindow / spacing));
        steps = (int)Math.ceil(2 * halfWindow / (stride * spacing));
    }

    /** {@link #apply(DeformationField, int, Shape, Progress)} without progress. */
    public static DeformationField apply(final DeformationField field, final int halfWindow,
        final Shape volumeShape) {
        return apply(field, halfWindow, volumeShape, Progress.NONE);
    }

    /**
     * Corrects the converged nodes of a field as it was measured; other nodes stay as they are, and so do those whose
     * converged neighbours do not span all directions. To be applied once. O(nodes), some 10 to 100 µs for each.
     *
     * @param halfWindow h of the windows of 2 h + 1 voxels
     * @param volumeShape of both volumes, in voxels
     * @return with a remark on how many nodes were corrected
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static DeformationField apply(final DeformationField field, final int halfWindow,
        final Shape volumeShape, final Progress progress) {
        final CurvatureCorrection correction = new CurvatureCorrection(field, halfWindow, volumeShape);
        final NodeGrid grid = field.grid();
        final int row = grid.nx();
        final List<List<Optional<Transformation>>> rows = Blocks.map(grid.ny() * grid.nz(), progress,
            "Correcting strain gradients",
            r -> IntStream.range(r * row, (r + 1) * row).mapToObj(correction::corrected).toList());
        final DeformationField.Builder builder = field.toBuilder();
        int corrected = 0;
        for (int node = 0; node < grid.size(); node++) {
            final Optional<Transformation> map = rows.get(node / row).get(node % row);
            if (map.isPresent()) {
                builder.set(node, field.result(node).with(map.get()));
                corrected++;
            }
        }
        return builder.remark("The bias of strain gradients was taken off " + corrected + " of "
            + field.count(NodeStatus.CONVERGED) + " converged nodes.").build();
    }

    private Optional<Transformation> corrected(final int node) {
        return extents.get(node).flatMap(extent -> curvature(node).map(k -> corrected(node, extent, k)));
    }

    private Transformation corrected(final int node, final WindowExtent extent, final double[] k) {
        final double[] m = array(extent.middle().minus(field.grid().position(node)));
        final double[] s = array(extent.variance());
        final double[] f = field.f(node);
        final double[] u = array(field.displacement(node));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                final int row = 9 * i + 3 * j;
                final double slope = k[row] * m[0] + k[row + 1] * m[1] + k[row + 2] * m[2];
                f[3 * i + j] -= slope;
                u[i] += (slope * m[j] - k[row + j] * s[j]) / 2;
            }
        }
        return Transformation.of(f, new Point(u[0], u[1], u[2]));
    }

    /** K_ijk at 9 i + 3 j + k, in 1 / voxel; empty if the nodes around do not determine it. */
    private Optional<double[]> curvature(final int node) {
        final List<Integer> nodes = around(node);
        final double[] meanX = new double[3];
        final double[] meanF = new double[9];
        for (final int n : nodes) {
            add(1.0 / nodes.size(), middle(n), meanX);
            add(1.0 / nodes.size(), field.f(n), meanF);
        }
        final double[] squares = new double[9];
        final double[] products = new double[27];
        for (final int n : nodes) {
            final double[] d = middle(n);
            final double[] f = field.f(n);
            add(-1, meanX, d);
            add(-1, meanF, f);
            for (int k = 0; k < 3; k++) {
                for (int l = 0; l < 3; l++) {
                    squares[3 * k + l] += d[k] * d[l];
                }
                for (int ij = 0; ij < 9; ij++) {
                    products[3 * ij + k] += f[ij] * d[k];
                }
            }
        }
        return spansAllAxes(squares) ? Optional.of(symmetric(slopes(products, Matrix3.inverse(squares))))
            : Optional.empty();
    }

    private List<Integer> around(final int node) {
        final NodeGrid grid = field.grid();
        final List<Integer> nodes = new ArrayList<>();
        final int reach = steps * stride;
        for (int z = grid.iz(node) - reach; z <= grid.iz(node) + reach; z += stride) {
            for (int y = grid.iy(node) - reach; y <= grid.iy(node) + reach; y += stride) {
                for (int x = grid.ix(node) - reach; x <= grid.ix(node) + reach; x += stride) {
                    if (grid.contains(x, y, z) && extents.get(grid.index(x, y, z)).isPresent()) {
                        nodes.add(grid.index(x, y, z));
                    }
                }
            }
        }
        return nodes;
    }

    private boolean spansAllAxes(final double[] squares) {
        final double[] unit = array(field.grid().spacing().times(stride));
        final double[] scaled = squares.clone();
        for (int k = 0; k < 9; k++) {
            scaled[k] /= unit[k / 3] * unit[k % 3];
        }
        return Matrix3.eigen(scaled).values()[0] >= LEAST_SPREAD;
    }

    private static double[] slopes(final double[] products, final double[] inverse) {
        final double[] slopes = new double[27];
        for (int ij = 0; ij < 27; ij += 3) {
            for (int k = 0; k < 3; k++) {
                slopes[ij + k] = products[ij] * inverse[k] + products[ij + 1] * inverse[3 + k]
                    + products[ij + 2] * inverse[6 + k];
            }
        }
        return slopes;
    }

    /** Mean of d F_ij / d X_k and d F_ik / d X_j. */
    private static double[] symmetric(final double[] k) {
        final double[] mean = new double[27];
        for (int i = 0; i < 27; i += 9) {
            for (int j = 0; j < 3; j++) {
                for (int l = 0; l < 3; l++) {
                    mean[i + 3 * j + l] = (k[i + 3 * j + l] + k[i + 3 * l + j]) / 2;
                }
            }
        }
        return mean;
    }

    private double[] middle(final int node) {
        return array(extents.get(node).orElseThrow().middle());
    }

    private static void add(final double weight, final double[] values, final double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * values[i];
        }
    }

    private static double[] array(final Point p) {
        return new double[] {p.x(), p.y(), p.z()};
    }
}
