// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

/**
 * The edge lengths of a voxel in µm, along x, y and z.
 *
 * @param x µm, greater than zero
 * @param y µm, greater than zero
 * @param z µm, greater than zero; across the electrode
 */
public record VoxelSize(double x, double y, double z) {

    /** @throws IllegalArgumentException for an edge that is not a positive finite number */
    public VoxelSize {
        requireLength(x, "x");
        requireLength(y, "y");
        requireLength(z, "z");
    }

    /** A cube with edges of the given length in µm. */
    public static VoxelSize isotropic(final double micrometres) {
        return new VoxelSize(micrometres, micrometres, micrometres);
    }

    /** The size with every edge multiplied by a factor of its own, as after down-sampling. */
    public VoxelSize times(final double factorX, final double factorY, final double factorZ) {
        return new VoxelSize(x * factorX, y * factorY, z * factorZ);
    }

    /** Whether the edges agree to one part in a million: what rounding in file headers leaves. */
    public boolean isIsotropic() {
        return Math.abs(x - y) <= 1e-6 * x && Math.abs(x - z) <= 1e-6 * x;
    }

    /** Volume of one voxel in µm³. */
    public double volume() {
        return x * y * z;
    }

    private static void requireLength(final double length, final String axis) {
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("The voxel size along " + axis + " is " + length
                + " µm, but must be a number greater than zero.");
        }
    }

    @Override
    public String toString() {
        return x + " x " + y + " x " + z + " µm";
    }
}
