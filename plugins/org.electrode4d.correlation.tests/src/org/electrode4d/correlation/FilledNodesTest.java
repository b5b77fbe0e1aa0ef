// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.electrode4d.correlation.FilterSettings.Method;
import org.electrode4d.correlation.io.FieldZarr;
import org.electrode4d.correlation.io.SpamTsv;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node that a filter filled is never taken for a measured one again, whatever is done with its field. */
final class FilledNodesTest {

    private static final Transformation STRETCH = Transformation.of(Matrix3.diagonal(1.05, 0.98, 1.02),
        new Point(1, -0.5, 0.2));
    private static final int MIDDLE = Fields.GRID.index(2, 1, 2);
    private static final int CORNER = 0;

    @TempDir
    static Path folder;

    private static DeformationField filled() {
        return FieldFilter.apply(Fields.failing(Fields.affine(STRETCH), MIDDLE, CORNER), FilterSettings.defaults());
    }

    static Stream<UnaryOperator<DeformationField>> steps() {
        final DeformationField still = Fields.affine(Transformation.IDENTITY);
        final DeformationField stretched = Fields.affine(STRETCH);
        return Stream.of(
            field -> FieldFilter.apply(field, FilterSettings.defaults()),
            field -> FieldFilter.apply(field, FilterSettings.defaults().withMethod(Method.MEDIAN)),
            field -> FieldFilter.apply(field, FilterSettings.defaults().withMethod(Method.LOCAL_QUADRATIC_FIT)),
            field -> FieldFilter.apply(field, FilterSettings.defaults().withMedianRadius(1)),
            field -> FieldFilter.apply(field, FilterSettings.defaults()
                .withBad(BadNodes.failed().withMaximumCoherency(1).withMaximumUncertainty(1).withMinimumZncc(0.5))),
            field -> CurvatureCorrection.apply(field, 5, new Shape(60, 60, 60)),
            field -> FieldComposition.compose(field, stretched),
            field -> FieldComposition.compose(still, field),
            field -> FieldPassing.to(field, Fields.GRID),
            field -> field.toBuilder().build(),
            field -> throughFile(() -> {
                FieldZarr.write(field, folder.resolve("field.zarr"));
                return FieldZarr.read(folder.resolve("field.zarr"));
            }),
            field -> throughFile(() -> {
                SpamTsv.write(field, folder.resolve("field.tsv"));
                return SpamTsv.read(folder.resolve("field.tsv"), Fields.VOXEL);
            }));
    }

    private interface FileStep {
        DeformationField run() throws IOException;
    }

    private static DeformationField throughFile(final FileStep step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource
    void steps(final UnaryOperator<DeformationField> step) {
        final DeformationField after = step.apply(filled());
        assertEquals(NodeStatus.FILLED, after.status(MIDDLE));
        assertEquals(NodeStatus.FILLED, after.status(CORNER));
        assertEquals(NodeStatus.CONVERGED, after.status(Fields.GRID.size() - 1));
    }

    @Test
    void allStepsAfterEachOther() {
        DeformationField field = filled();
        for (final UnaryOperator<DeformationField> step : steps().toList()) {
            field = step.apply(field);
            assertEquals(NodeStatus.FILLED, field.status(MIDDLE));
            assertEquals(NodeStatus.FILLED, field.status(CORNER));
        }
    }

    @Test
    void theInverseOfAFilledRegionIsFilled() {
        final DeformationField back = FieldComposition.inverse(filled());
        assertEquals(NodeStatus.FILLED, back.status(MIDDLE));
        assertEquals(NodeStatus.FILLED, back.status(CORNER));
    }
}
