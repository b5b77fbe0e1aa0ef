// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import java.util.Optional;

/**
 * Evenly spaced positions along an axis.
 *
 * @param spacing 0 for a single position
 */
record GridAxis(double first, double spacing, int count) {

    /** A part of the spacing, for positions that were rounded in a file. */
    private static final double TOLERANCE = 1e-3;

    /** Empty if the ascending positions are not evenly spaced. */
    static Optional<GridAxis> of(final double[] positions) {
        final int n = positions.length;
        final double spacing = n > 1 ? (positions[n - 1] - positions[0]) / (n - 1) : 0;
        for (int i = 0; i < n; i++) {
            if (!(Math.abs(positions[i] - positions[0] - i * spacing) <= TOLERANCE * spacing)) {
                return Optional.empty();
            }
        }
        return Optional.of(new GridAxis(positions[0], spacing, n));
    }

    int index(final double position) {
        return spacing == 0 ? 0 : (int)Math.rint((position - first) / spacing);
    }

    double spacingOr(final double otherwise) {
        return spacing > 0 ? spacing : otherwise;
    }
}
