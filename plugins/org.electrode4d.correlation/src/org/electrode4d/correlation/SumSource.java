// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;
import java.util.Optional;
import org.electrode4d.correlation.kernel.ReferenceSums;
import org.electrode4d.correlation.kernel.TargetSums;

/** Where an iteration gets its sums: one window in memory, or a whole volume block by block. */
interface SumSource {

    /** The constant taken off the reference's grey values. */
    double shift();

    ReferenceSums reference();

    /** The same with a part of the voxels, for the first iterations; empty where they are too few for that. */
    default Optional<SumSource> coarse() {
        return Optional.empty();
    }

    /**
     * @param whole what {@link #reference()} gave
     * @param cubic cubic B-spline instead of trilinear interpolation
     * @param shiftG constant to take off the deformed volume's grey values
     */
    TargetSums target(ReferenceSums whole, Transformation map, boolean cubic, double shiftG);

    /**
     * After {@link #target}: the sums of the reference over what the map left of it, where that is another part than
     * before. With the matrix of a whole window that has half left the volume, steps would be half as long as they should.
     *
     * @param whole what {@link #reference()} gave
     * @param last what {@link #target} gave
     * @return empty where the matrix may stay
     */
    default Optional<ReferenceSums> remaining(final ReferenceSums whole, final TargetSums last) {
        return Optional.empty();
    }

    /** F row-major, then u. */
    static double[] parameters(final Transformation map) {
        final double[] parameters = Arrays.copyOf(map.f(), 12);
        parameters[9] = map.displacement().x();
        parameters[10] = map.displacement().y();
        parameters[11] = map.displacement().z();
        return parameters;
    }
}
