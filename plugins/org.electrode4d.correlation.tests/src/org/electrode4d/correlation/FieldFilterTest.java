// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.electrode4d.correlation.FilterSettings.Method;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
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
            new NodeResult(Transformation.translation(9, 9, 9), NodeStatus.CONVERGED, 0.4, 1.2, 9, 1e-4,
                NodeResult.UNKNOWN)).build();
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

    @Test
    void incoherentAndUncertainNodesAreReplacedOnDemandAndCounted() {
        final DeformationField exact = Fields.affine(SHEAR);
        final int outlier = exact.grid().index(2, 2, 1);
        final DeformationField.Builder spoilt = Fields.failing(exact, 1).toBuilder();
        spoilt.set(outlier, exact.result(outlier).with(Transformation.of(SHEAR.f(),
            exact.displacement(outlier).plus(new Point(0, 1, 0)))));
        spoilt.set(9, new NodeResult(exact.transformation(9), NodeStatus.CONVERGED, 0.99, 0.02, 5, 1e-4,
            new Point(0.01, 0.01, 0.3)));
        spoilt.set(10, new NodeResult(exact.transformation(10), NodeStatus.CONVERGED, 0.3, 0.02, 5, 1e-4,
            new Point(0.01, 0.01, 0.1)));
        final FilterSettings strict = FilterSettings.defaults().withBad(BadNodes.failed().withMinimumZncc(0.5)
            .withMaximumUncertainty(0.5).withMaximumCoherency(1));
        final FieldFilter filter = FieldFilter.of(spoilt.build(), strict, Progress.NONE);
        assertEquals(1, filter.replaced(BadNodes.Reason.STATUS));
        assertEquals(1, filter.replaced(BadNodes.Reason.ZNCC));
        assertEquals(1, filter.replaced(BadNodes.Reason.UNCERTAINTY), "0.3 voxels of 2 µm are 0.6 µm");
        assertEquals(1, filter.replaced(BadNodes.Reason.COHERENCY));
        assertEquals(0, filter.leftAsTheyAre());
        assertEquals(4, filter.filtered().count(NodeStatus.FILLED));
        assertEquals(0, exact.displacement(outlier).distance(filter.filtered().displacement(outlier)), 1e-9);
    }

    @Test
    void limitsThatNoNodeMeetsLeaveTheFieldAndSaySo() {
        final FieldFilter filter = FieldFilter.of(Fields.affine(SHEAR), FilterSettings.defaults().withMinimumZncc(1),
            Progress.NONE);
        assertEquals(Fields.GRID.size(), filter.leftAsTheyAre());
        assertEquals(0, filter.replaced(BadNodes.Reason.ZNCC));
    }

    @Test
    void theSmoothingMedianRemovesAnOutlierAndKeepsQuadraticDisplacements() {
        final DeformationField exact = Fields.of(Fields.GRID, Fields::quadratic);
        final int outlier = exact.grid().index(2, 0, 2);
        final DeformationField spoilt = Fields.failing(exact, 13).toBuilder()
            .set(outlier, exact.result(outlier).with(Transformation.translation(9, 9, 9))).build();
        final DeformationField smooth = FieldFilter.apply(spoilt, FilterSettings.defaults().withMedianRadius(1));
        for (int node = 0; node < exact.grid().size(); node++) {
            if (node != 13) {
                assertEquals(NodeStatus.CONVERGED, smooth.status(node));
                assertEquals(0, exact.displacement(node).distance(smooth.displacement(node)), 0.7, "node " + node);
            }
        }
        assertEquals(0, exact.displacement(outlier).distance(smooth.displacement(outlier)), 0.2);
        assertEquals(exact.zncc(outlier), smooth.zncc(outlier));
        assertEquals(NodeStatus.FILLED, smooth.status(13));
        assertEquals("Smoothed by the median over 3 x 3 x 3 nodes.", smooth.remarks().get(0));
        final DeformationField same = FieldFilter.apply(exact, FilterSettings.defaults().withMedianRadius(2));
        for (int node = 0; node < exact.grid().size(); node++) {
            assertEquals(0, exact.displacement(node).distance(same.displacement(node)), 1e-9);
            assertEquals(exact.f(node)[8], same.f(node)[8], 1e-9);
        }
    }

    @Test
    void nearestNodesAreFoundInWideHolesAndOnStretchedGrids() {
        final NodeGrid grid = new NodeGrid(Point.ORIGIN, new Point(1, 5, 5), 30, 5, 5);
        final NearestNodes near = new NearestNodes(grid, node -> grid.ix(node) == 0 || grid.iy(node) == 4);
        final int node = grid.index(12, 2, 2);
        assertEquals(List.of(grid.index(12, 4, 2), grid.index(11, 4, 2), grid.index(13, 4, 2)), near.around(node, 3));
        assertEquals(grid.index(0, 2, 2), near.around(grid.index(9, 2, 2), 1).get(0));
    }
}
