// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

/**
 * Grey values of a patch along a straight row of points. Positions are in voxels from the first voxel of the patch and
 * must lie within [0, size - 1] along every axis.
 */
public interface RowSampler {

    /**
     * Samples the points {@code start + i step} for i in [from, to) into {@code values[i]}; NaN beside holes.
     */
    void sample(double[] start, double[] step, int from, int to, float[] values);

    /** Many rows at once, into one array. */
    RowBatch batch(float[] values);

    /** Voxels next to a face of the patch where values are not to be trusted. */
    int margin();

    /** The patch that is sampled. */
    Patch patch();
}
