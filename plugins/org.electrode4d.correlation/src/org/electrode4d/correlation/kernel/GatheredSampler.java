// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

/** A sampler that can also interpolate between voxels that a {@link RowBatch} has gathered. */
interface GatheredSampler extends RowSampler {

    /** Voxels along an axis that a value is made of. */
    int taps();

    /** The parts of rows with a step. */
    Segment segment(double[] step);

    /** Samples a part of a row where it is. */
    void sample(Segment segment, int from, float[] values);

    /** Arrays that {@link #interpolate} needs besides. */
    default int rooms() {
        return 0;
    }

    /** The array of which lines are gathered. */
    float[] source();

    /** Index of the first voxel that the first point of a part needs. */
    int origin(Segment segment);

    /** Distance of a line's voxels from those of the first line, y fastest. */
    int offset(int line);

    /** Interpolates the first {@code count} gathered points; {@code values} are zero before. */
    void interpolate(GatheredLines gathered, int count, float[] values);

    @Override
    default RowBatch batch(final float[] values) {
        return new RowBatch(this, values);
    }
}
