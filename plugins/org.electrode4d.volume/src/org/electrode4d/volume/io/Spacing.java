// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.util.StringJoiner;
import org.electrode4d.volume.VoxelSize;

/**
 * What a file says about the size of its voxels, in µm; NaN along an axis of which it says nothing.
 */
record Spacing(double x, double y, double z) {

    static final Spacing UNKNOWN = new Spacing(Double.NaN, Double.NaN, Double.NaN);

    /** Lengths that are no positive finite numbers are unknown. */
    Spacing {
        x = known(x);
        y = known(y);
        z = known(z);
    }

    /** The size that the source supplies, or else that of the file. */
    VoxelSize resolve(final VolumeSource source) throws MissingVoxelSizeException {
        if (source.voxelSize().isPresent()) {
            return source.voxelSize().get();
        }
        if (Double.isNaN(x) || Double.isNaN(y) || Double.isNaN(z)) {
            throw new MissingVoxelSizeException(source.path(), found());
        }
        return new VoxelSize(x, y, z);
    }

    private String found() {
        final StringJoiner missing = new StringJoiner(", ");
        final StringJoiner present = new StringJoiner(", ");
        final double[] lengths = {x, y, z};
        for (int axis = 0; axis < 3; axis++) {
            final char name = "xyz".charAt(axis);
            if (Double.isNaN(lengths[axis])) {
                missing.add(String.valueOf(name));
            } else {
                present.add(name + " = " + lengths[axis] + " µm");
            }
        }
        return present.length() == 0 ? "The voxel size is missing."
            : "The voxel size along " + missing + " is missing (" + present + ").";
    }

    private static double known(final double length) {
        return length > 0 && length < Double.POSITIVE_INFINITY ? length : Double.NaN;
    }
}
