// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

final class FieldCompositionTest {

    private static final Transformation A = Transformation.of(new Point(3, 1, 0),
        new double[] {1.1, 1, 0.9, 0, 0.02, 0}, new Point(4, 0, -2));
    private static final Transformation B = Transformation.of(new Point(0, -2, 5), new double[] {1, 1.2, 1, 0.01, 0, 0},
        new Point(-1, 3, 0));

    @Test
    void affineFieldsChainExactly() {
        final DeformationField both = FieldComposition.compose(Fields.affine(A), Fields.affine(B));
        final Transformation exact = B.after(A);
        for (int node = 0; node < both.grid().size(); node++) {
            final Point X = both.grid().position(node);
            assertArrayEquals(exact.f(), both.f(node), 1e-12);
            assertEquals(0, exact.displacement(X, Point.ORIGIN).distance(both.displacement(node)), 1e-9);
            assertEquals(NodeStatus.CONVERGED, both.status(node));
        }
    }

    @Property(tries = 50)
    void aFieldAndItsInverseCancel(@ForAll @Scale(5) @DoubleRange(min = -0.004, max = 0.004) final double bend,
        @ForAll @DoubleRange(min = -3, max = 3) final double shift) {
        final DeformationField field = Fields.of(Fields.GRID, X -> Transformation.of(
            Matrix3.diagonal(1, 1, 1 + 2 * bend * X.z()), new Point(shift, -shift, bend * X.z() * X.z())));
        final DeformationField nothing = FieldComposition.compose(FieldComposition.inverse(field), field);
        for (int node = 0; node < nothing.grid().size(); node++) {
            assertEquals(0, nothing.displacement(node).norm(), 2e-4);
            assertArrayEquals(Matrix3.identity(), nothing.f(node), 2e-3);
        }
    }

    @Test
    void statusesTravel() {
        final DeformationField first = Fields.failing(Fields.affine(A), 0).toBuilder()
            .set(1, NodeResult.of(A, NodeStatus.FILLED)).build();
        final DeformationField both = FieldComposition.compose(first, Fields.affine(B));
        assertEquals(NodeStatus.DIVERGED, both.status(0));
        assertEquals(NodeStatus.FILLED, both.status(1));
        assertEquals(NodeStatus.CONVERGED, both.status(2));
        final DeformationField nothing = DeformationField.builder(Fields.GRID, Fields.VOXEL).build();
        assertEquals(NodeStatus.NOT_RUN, FieldComposition.compose(Fields.affine(A), nothing).status(5));
    }

    @Test
    void fieldsOfDifferentVoxelsDoNotChain() {
        final DeformationField other = DeformationField.builder(Fields.GRID, VoxelSize.isotropic(1)).build();
        assertThrows(IllegalArgumentException.class, () -> FieldComposition.compose(Fields.affine(A), other));
    }
}
