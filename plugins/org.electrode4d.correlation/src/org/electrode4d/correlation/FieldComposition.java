// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Point;

/**
 * Chains measured deformations. For a node N of the first field the second is taken where the first leads,
 * {@code x = N + u1}, so that {@code F = F2(x) F1} and {@code u = u1 + u2(x)}: exact for affine fields, unlike a
 * product of matrices with coordinates from the volume's corner.
 */
public final class FieldComposition {

    private FieldComposition() {
    }

    /**
     * First {@code first} (reference to intermediate state), then {@code second} (intermediate to final state).
     *
     * @return on the grid of {@code first}. A node is CONVERGED where all that it is made of is, FILLED where some of
     *     it was filled; where {@code first} failed it keeps that status, where {@code second} has nothing it is
     *     NOT_RUN
     * @throws IllegalArgumentException if the voxel sizes differ
     */
    public static DeformationField compose(final DeformationField first, final DeformationField second) {
        if (!first.voxelSize().equals(second.voxelSize())) {
            throw new IllegalArgumentException("The fields belong to volumes with different voxels: "
                + first.voxelSize() + " and " + second.voxelSize() + ".");
        }
        final DeformationField.Builder builder = DeformationField.builder(first.grid(), first.voxelSize())
            .volumeOrigin(first.volumeOrigin());
        for (int node = 0; node < first.grid().size(); node++) {
            builder.set(node, compose(first, second, node));
        }
        return builder.build();
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
        final boolean filled = before.status() == NodeStatus.FILLED || second.statusAt(x) == NodeStatus.FILLED;
        return NodeResult.of(both, filled ? NodeStatus.FILLED : NodeStatus.CONVERGED);
    }

    /**
     * The field from the deformed state back to the reference, on the same grid positions: node x of the result moves
     * to the material point X with {@code X + u(X) = x}, found to 1e-4 voxels; beyond the grid it extrapolates.
     */
    public static DeformationField inverse(final DeformationField field) {
        final DeformationField.Builder builder = DeformationField.builder(field.grid(), field.voxelSize())
            .volumeOrigin(field.volumeOrigin());
        final FieldInverse inverse = new FieldInverse(field);
        for (int node = 0; node < field.grid().size(); node++) {
            final Point x = field.grid().position(node);
            if (inverse.find(x.x(), x.y(), x.z(), x)) {
                final Point material = inverse.point();
                final Transformation map = Transformation.of(Matrix3.inverse(field.at(material).f()),
                    material.minus(x));
                builder.set(node, NodeResult.of(map, field.statusAt(material) == NodeStatus.FILLED
                    ? NodeStatus.FILLED : NodeStatus.CONVERGED));
            }
        }
        return builder.build();
    }
}
