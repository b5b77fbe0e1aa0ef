// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * Spheres that do not overlap, with blurred edges: the texture of a powder electrode, with sharp boundaries and large
 * places without any detail.
 *
 * @param seed equal seeds make equal textures
 * @param minRadius smallest radius, voxels
 * @param maxRadius largest radius, voxels; radii in between are drawn with equal probability, and of those drawn the
 *            smaller find a place more often
 * @param solidFraction what part of space the spheres fill; at most 0.35, because random places run out beyond
 * @param blur standard deviation of the edge's blur, voxels
 */
public record SphereTexture(long seed, double minRadius, double maxRadius, double solidFraction, double blur)
    implements Texture {

    /** @throws IllegalArgumentException for values out of range */
    public SphereTexture {
        if (!(minRadius >= 1 && minRadius <= maxRadius && maxRadius <= 1000)) {
            throw new IllegalArgumentException("The radii of spheres must lie between 1 and 1000 voxels, the smaller "
                + "first, not " + minRadius + " to " + maxRadius + " voxels.");
        }
        if (!(maxRadius <= 8 * minRadius)) {
            throw new IllegalArgumentException("The largest radius must be at most 8 times the smallest, not "
                + maxRadius + " to " + minRadius + " voxels.");
        }
        if (!(solidFraction > 0 && solidFraction <= 0.35)) {
            throw new IllegalArgumentException("The solid fraction of randomly placed spheres must be greater than 0 "
                + "and at most 0.35, not " + solidFraction + ".");
        }
        if (!(blur >= 0.05 && blur <= maxRadius)) {
            throw new IllegalArgumentException("The blur of the spheres' edges must lie between 0.05 voxels and the "
                + "largest radius of " + maxRadius + " voxels, not " + blur + ".");
        }
    }

    /** Radii of 4 to 9 voxels, 30 % solid, edges blurred with a standard deviation of 0.9 voxels. */
    public static SphereTexture of(final long seed) {
        return new SphereTexture(seed, 4, 9, 0.30, 0.9);
    }

    @Override
    public String name() {
        return "spheres";
    }

    @Override
    public TextureField field() {
        return new SpherePacking(this);
    }
}
