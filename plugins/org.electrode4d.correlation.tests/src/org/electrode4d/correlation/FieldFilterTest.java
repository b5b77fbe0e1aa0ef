// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.correlation.FilterSettings.Method;
import org.electrode4d.volume.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FieldFilterTest {

    private static final Transformation SHEAR = Transformation.of(
        new double[] {1.1, 0.2, 0, 0, 0.9, 0.1, 0.05, 0, 1}, new Point(3, -2, 1));

    @ParameterizedTest
    @EnumSource
    void anAffineFieldIsRestoredAlsoInACorner(final Method method) {
        final DeformationField exact = Fields.affine(SHEAR);
        final int middle = exact.grid().index(2, 1, 2);
        final DeformationField filled = FieldFilter.apply(Fields.failing(exact, 0, middle),
            FilterSettings.defaults().withMethod(method));
        for (final int node : new int[] {0, middle}) {
            assertEquals(NodeStatus.FILLED, filled.status(node));
            assertEquals(0, exact.displacement(node).distance(filled.displacement(node)), 1e-9);
            assertEquals(exact.f(node)[1], filled.f(node)[1], 1e-9);
        }
        assertEquals(exact.result(1), filled.result(1));
    }

    @Test
    void theQuadraticFitFollowsCurvature() {
        final DeformationField exact = Fields.of(Fields.GRID, Fields::quadratic);
        final int node = exact.grid().index(2, 2, 1);
        final DeformationField filled = FieldFilter.apply(Fields.failing(exact, node),
            FilterSettings.defaults().withMethod(Method.LOCAL_QUADRATIC_FIT));
        assertEquals(0, exact.displacement(node).distance(filled.displacement(node)), 1e-9);
        assertEquals(exact.f(node)[8], filled.f(node)[8], 1e-9);
    }

    @Test
    void theMedianIgnoresAnOutlierThatConverged() {
        final DeformationField exact = Fields.affine(SHEAR);
        final int node = exact.grid().index(2, 2, 2);
        final DeformationField.Builder wrong = Fields.failing(exact, node).toBuilder();
        wrong.set(node + 1, NodeResult.of(Transformation.translation(50, 50, 50), NodeStatus.CONVERGED));
        final DeformationField filled = FieldFilter.apply(wrong.build(),
            FilterSettings.defaults().withMethod(Method.MEDIAN));
        assertEquals(0, exact.displacement(node).distance(filled.displacement(node)), 1e-9);
    }

    @Test
    void nodesThatCorrelateBadlyAreReplacedOnDemand() {
        final DeformationField exact = Fields.affine(SHEAR);
        final DeformationField doubtful = exact.toBuilder().set(3,
            new NodeResult(Transformation.translation(9, 9, 9), NodeStatus.CONVERGED, 0.4, 1.2, 9, 1e-4, NodeResult.UNKNOWN)).build();
        assertEquals(NodeStatus.CONVERGED, FieldFilter.apply(doubtful, FilterSettings.defaults()).status(3));
        final DeformationField filled = FieldFilter.apply(doubtful, FilterSettings.defaults().withMinimumZncc(0.8));
        assertEquals(NodeStatus.FILLED, filled.status(3));
        assertEquals(0, exact.displacement(3).distance(filled.displacement(3)), 1e-9);
    }

    @Test
    void filledNodesNeverServeAsASource() {
        final DeformationField once = FieldFilter.apply(Fields.failing(Fields.affine(SHEAR), 7),
            FilterSettings.defaults());
        final DeformationField spoilt = once.toBuilder().set(7,
            NodeResult.of(Transformation.translation(99, 0, 0), NodeStatus.FILLED)).build();
        final DeformationField twice = FieldFilter.apply(Fields.failing(spoilt, 8), FilterSettings.defaults());
        assertEquals(NodeStatus.FILLED, twice.status(7));
        assertEquals(0, once.displacement(7).distance(twice.displacement(7)), 1e-9);
        assertTrue(Double.isNaN(twice.zncc(7)));
    }

    @Test
    void withoutAnyConvergedNodeNothingChanges() {
        final DeformationField none = DeformationField.builder(Fields.GRID, Fields.VOXEL).build();
        assertEquals(NodeStatus.NOT_RUN, FieldFilter.apply(none, FilterSettings.defaults()).status(5));
    }

    @Test
    void farHolesAreFilledFromWhatIsThere() {
        final DeformationField exact = Fields.affine(SHEAR);
        final int[] all = new int[exact.grid().size() - 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        final DeformationField filled = FieldFilter.apply(Fields.failing(exact, all), FilterSettings.defaults());
        assertEquals(0, exact.displacement(0).distance(filled.displacement(0)), 1e-9);
    }
}
