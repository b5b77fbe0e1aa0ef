// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.electrode4d.learning.LearningException;
import org.junit.jupiter.api.Test;

class FeatureSetTest {

    @Test
    void featuresAreNamedByKindEigenvalueAndScale() {
        final FeatureSet set = new FeatureSet(FeatureSpace.PLANAR, List.of(3.5, 1.0),
            EnumSet.of(FeatureKind.HESSIAN, FeatureKind.GAUSSIAN));

        assertEquals(List.of("Gaussian, sigma 1 voxels", "Hessian eigenvalue 1, sigma 1 voxels",
            "Hessian eigenvalue 2, sigma 1 voxels", "Gaussian, sigma 3.5 voxels",
            "Hessian eigenvalue 1, sigma 3.5 voxels", "Hessian eigenvalue 2, sigma 3.5 voxels"), set.names());
    }

    @Test
    void aSpatialTensorHasThreeEigenvalues() {
        assertEquals(42, FeatureSet.usual(FeatureSpace.PLANAR).size());
        assertEquals(54, FeatureSet.usual(FeatureSpace.SPATIAL).size());
    }

    @Test
    void scalesOutOfRangeAndEmptySetsAreRefused() {
        assertEquals("The scale of a feature must be 0.3 to 30.0 voxels, but is 0.1.",
            refused(List.of(0.1), EnumSet.of(FeatureKind.GAUSSIAN)));
        assertEquals("The scales [1.0, 1.0] name one twice.", refused(List.of(1.0, 1.0), Set.of(FeatureKind.GAUSSIAN)));
        assertEquals("A pixel classifier needs at least one feature: choose scales and kinds.",
            refused(List.of(1.0), Set.of()));
    }

    private static String refused(final List<Double> sigmas, final Set<FeatureKind> kinds) {
        return assertThrows(LearningException.class, () -> new FeatureSet(FeatureSpace.PLANAR, sigmas, kinds))
            .getMessage();
    }
}
