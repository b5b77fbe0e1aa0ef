// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/**
 * Chains measured deformations. For a node N of the first field the second is taken where the first leads,
 * {@code x = N + u1}, so that {@code F = F2(x) F1} and {@code u = u1 + u2(x)}: exact for affine fields, unlike a
 * product of matrices with coordinates from the volume's corner. For smooth fields the error is that of the
 * interpolation of the second field between its nodes, {@code sqrt(3) / 216 h^3} times its third derivatives for u,
 * {@code h^2 / 8} times the second derivatives of its F for F. The two fields may have different grids.
 *
 * <p>Uncertainties: an error e1 of u1 moves x, so that {@code e = F2(x) e1 + e2(x)}. With errors that are independent
 * of each other and along the axes, {@code s_i^2 = sum_j F2_ij^2 s1_j^2 + s2_i(x)^2}. Two consecutive correlations
 * share a scan, whose noise enters them with opposite signs: where windows overlap the truth is smaller.
 *
 * <p>A node that is folded, that is where det F of either field is not positive, has no usable status: two folds would
 * make a positive determinant.
 */
public final class FieldComposition {

    /** Below this det F the material has no volume left. */
    private static final double FLAT = 1e-6;

    private FieldComposition() {
    }

    /** See {@link #compose(DeformationField, DeformationField, Progress)}. */
    public static DeformationField compose(final DeformationField first, final DeformationField second) {
        return compose(first, second, Progress.NONE);
    }

    /**
     * First {@code first} (reference to intermediate state), then {@code second} (intermediate to final state).
     *
     * @return on the grid of {@code first}. A node is CONVERGED where all that it is made of is; FILLED where some of
     *     it was filled, failed, or was continued for more than a node spacing beyond the second grid; where
     *     {@code first} failed it keeps that status; where {@code second} has nothing it is NOT_RUN; where either is
     *     folded VOLUME_CHANGE or, without volume, SINGULAR_TRANSFORMATION
     * @throws CorrelationException if the voxel sizes differ
     */
    public static DeformationField compose(final DeformationField first, final DeformationField second,
        final Progress progress) {
        if (!first.voxelSize().equals(second.voxelSize())) {
            throw new CorrelationException("The fields belong to volumes with different voxels: "
                + first.voxelSize() + " and " + second.voxelSize() + ". Read the scans with one voxel size.");
        }
        return collect(first, progress, () -> node -> compose(first, second, node));
    }

    /**
     * Cumulative fields of a series, from the fields of its consecutive pairs.
     *
     * @param increments T0 to T1, T1 to T2, ...
     * @return T0 to T1, T0 to T2, ..., all on the grid of the first; empty for no fields
     * @throws CorrelationException if the voxel sizes differ
     */
    public static List<DeformationField> cumulative(final List<DeformationField> increments,
        final Progress progress) {
        final List<DeformationField> chain = new ArrayList<>();
        for (int i = 0; i < increments.size(); i++) {
            final Progress part = progress.part(i / (double)increments.size(), (i + 1.0) / increments.size());
            chain.add(i == 0 ? increments.get(0) : compose(chain.get(i - 1), increments.get(i), part));
        }
        return chain;
    }

    private static NodeResult compose(final DeformationField first, final DeformationField second, final int node) {
        final NodeResult before = first.result(node);
        if (!before.status().isUsable() && first.grid().size() > 1) {
            return before;
        }
        final Point x = first.grid().position(node).plus(before.transformation().displacement());
        final Transformation after = second.at(x);
        if (!after.isFinite()) {
            return NodeResult.of(before.transformation(), NodeStatus.NOT_RUN);
        }
        final Transformation both = Transformation.of(Matrix3.multiply(after.f(), before.transformation().f()),
            before.transformation().displacement().plus(after.displacement()));
        final NodeStatus status = worse(volume(before.transformation()), worse(volume(after),
            worse(before.status(), second.statusAt(x))));
        final Point sigma = before.uncertainty();
        final Point variance = propagated(after.f(), new Point(sigma.x() * sigma.x(), sigma.y() * sigma.y(),
            sigma.z() * sigma.z())).plus(second.varianceAt(x));
        return result(both, status, variance);
    }

    /** See {@link #inverse(DeformationField, Progress)}. */
    public static DeformationField inverse(final DeformationField field) {
        return inverse(field, Progress.NONE);
    }

    /**
     * The field from the deformed state back to the reference, on the same grid positions: node x of the result moves
     * to the material point X with {@code X + u(X) = x}, found to 1e-4 voxels; beyond the grid it extrapolates. The
     * uncertainty is {@code s_i^2 = sum_j (F^-1)_ij^2 s_j(X)^2}.
     *
     * @return nodes where no material point is found are NOT_RUN; places that folded material covers, where several
     *     material points would fit, are VOLUME_CHANGE
     */
    public static DeformationField inverse(final DeformationField field, final Progress progress) {
        final boolean[] folded = FoldedCells.covered(field);
        return collect(field, progress, () -> {
            final FieldInverse inverse = new FieldInverse(field);
            return node -> inverse(field, inverse, node, folded[node]);
        });
    }

    private static NodeResult inverse(final DeformationField field, final FieldInverse inverse, final int node,
        final boolean folded) {
        final Point x = field.grid().position(node);
        if (!inverse.find(x.x(), x.y(), x.z(), x)) {
            return NodeResult.of(Transformation.IDENTITY, folded ? NodeStatus.VOLUME_CHANGE : NodeStatus.NOT_RUN);
        }
        final Point material = inverse.point();
        final Transformation forward = field.at(material);
        final Transformation back = Transformation.of(Matrix3.inverse(forward.f()), material.minus(x));
        if (!back.isFinite()) {
            return NodeResult.of(Transformation.IDENTITY, NodeStatus.SINGULAR_TRANSFORMATION);
        }
        final NodeStatus status = worse(volume(forward), worse(folded ? NodeStatus.VOLUME_CHANGE
            : NodeStatus.CONVERGED, field.statusAt(material)));
        return result(back, status, propagated(back.f(), field.varianceAt(material)));
    }

    /** What det F says of a map. */
    private static NodeStatus volume(final Transformation map) {
        final double determinant = map.determinant();
        return determinant >= FLAT ? NodeStatus.CONVERGED
            : determinant > -FLAT ? NodeStatus.SINGULAR_TRANSFORMATION : NodeStatus.VOLUME_CHANGE;
    }

    private static NodeStatus worse(final NodeStatus a, final NodeStatus b) {
        if (!a.isUsable()) {
            return a;
        }
        return b.isUsable() && a == NodeStatus.FILLED ? a : b;
    }

    private static Point propagated(final double[] f, final Point variance) {
        final double[] squares = new double[9];
        for (int i = 0; i < 9; i++) {
            squares[i] = f[i] * f[i];
        }
        return Transformation.times(squares, variance);
    }

    private static NodeResult result(final Transformation map, final NodeStatus status, final Point variance) {
        return new NodeResult(map, status, Double.NaN, Double.NaN, 0, Double.NaN,
            new Point(Math.sqrt(variance.x()), Math.sqrt(variance.y()), Math.sqrt(variance.z())));
    }

    /** Results for all nodes of a grid, layer by layer on several threads, each with a worker of its own. */
    private static DeformationField collect(final DeformationField field, final Progress progress,
        final Supplier<IntFunction<NodeResult>> worker) {
        final NodeGrid grid = field.grid();
        final int layer = grid.nx() * grid.ny();
        final List<NodeResult[]> layers = Blocks.map(grid.nz(), progress, "Composing deformation fields", iz -> {
            final IntFunction<NodeResult> work = worker.get();
            final NodeResult[] results = new NodeResult[layer];
            for (int i = 0; i < layer; i++) {
                results[i] = work.apply(iz * layer + i);
            }
            return results;
        });
        final DeformationField.Builder builder = DeformationField.builder(grid, field.voxelSize())
            .volumeOrigin(field.volumeOrigin());
        for (int node = 0; node < grid.size(); node++) {
            builder.set(node, layers.get(node / layer)[node % layer]);
        }
        return builder.build();
    }
}
