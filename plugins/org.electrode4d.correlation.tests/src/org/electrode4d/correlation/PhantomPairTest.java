// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.phantom.Deformations;
import org.electrode4d.phantom.PhantomSettings;
import org.electrode4d.phantom.TexturePhantom;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.Test;

/** Registration and a pyramid of levels, with default settings but for sizes, on phantoms. */
final class PhantomPairTest {

    private static final Shape SHAPE = new Shape(96, 96, 96);

    private static DeformationField measure(final Deformation motion) {
        final TexturePhantom phantom = TexturePhantom.of(PhantomSettings.of(SHAPE));
        final VolumePair pair = new VolumePair(phantom.reference(), phantom.deformed(motion));
        final DeformationField start = GlobalRegistration.register(pair, RegistrationSettings.defaults(),
            Progress.NONE);
        return LocalCorrelation.correlate(pair, start, LocalCorrelationSettings.defaults()
            .withLevels(List.of(NodeLevel.of(100), new NodeLevel(30, 30, 2), NodeLevel.of(16, 10))), Progress.NONE);
    }

    /** Mean distance of measured and exact displacement over converged nodes, in voxels. */
    private static double meanError(final DeformationField field, final Deformation exact) {
        double sum = 0;
        int count = 0;
        for (int node = 0; node < field.grid().size(); node++) {
            if (field.status(node) == NodeStatus.CONVERGED) {
                final Point at = field.grid().position(node);
                sum += field.displacement(node).distance(exact.displacement(at));
                count++;
            }
        }
        return sum / count;
    }

    @Test
    void anAffineDeformationIsExactToAThousandthOfAVoxel() {
        final Deformation motion = Deformations.affine(
            new double[] {1.01, 0.02, 0, -0.02, 1, 0, 0.005, 0, 1.05}, new Point(4.3, -2.6, 1.2),
            Deformations.centre(SHAPE));
        final DeformationField field = measure(motion);
        assertEquals(field.grid().size(), field.count(NodeStatus.CONVERGED));
        assertTrue(meanError(field, motion) < 1e-3, "mean error " + meanError(field, motion));
    }

    @Test
    void aStrainOfZeroToFifteenPercentIsFollowed() {
        final Deformation motion = Deformations.axialGradient(0.15, SHAPE.z());
        final DeformationField field = measure(motion);
        assertTrue(field.count(NodeStatus.CONVERGED) > 0.9 * field.grid().size(), field::toString);
        // an affine window lags behind a quadratic displacement by curvature / 2 (w^2 - 1) / 12
        final double lag = 0.15 / SHAPE.z() / 2 * (21 * 21 - 1) / 12;
        assertEquals(lag, meanError(field, motion), 0.01);
    }
}
