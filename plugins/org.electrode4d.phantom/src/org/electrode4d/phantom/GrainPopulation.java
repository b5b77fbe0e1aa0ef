// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * Grains of one kind.
 *
 * @param minRadius of the sphere about the smallest grain, µm
 * @param maxRadius of the sphere about the largest grain, µm; at most 8 times the smallest
 * @param fraction of the volume, 0 to 0.3; 0 makes no grains
 */
public record GrainPopulation(double minRadius, double maxRadius, double fraction) {

    private static final double MOST = 0.3;

    /** @throws IllegalArgumentException for values out of range */
    public GrainPopulation {
        if (!(minRadius > 0 && minRadius <= maxRadius && maxRadius <= 8 * minRadius)) {
            throw new IllegalArgumentException("The radii of grains must be greater than zero, the smaller first, the "
                + "larger at most 8 times the smaller, not " + minRadius + " to " + maxRadius + " µm.");
        }
        if (!(fraction >= 0 && fraction <= MOST)) {
            throw new IllegalArgumentException("Grains can fill 0 to " + 100 * MOST + " % of the volume, not "
                + 100 * fraction + " %.");
        }
    }

    /** @param packed what part of space the spheres about the grains fill, where they are packed */
    SphereTexture texture(final long seed, final double voxelSize, final double packed) {
        return new SphereTexture(seed, minRadius / voxelSize, maxRadius / voxelSize, packed, 1);
    }
}
