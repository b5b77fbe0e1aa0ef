// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;

/**
 * Everything that makes an ageing phantom. Lengths are in µm: the same electrode can be seen with voxels of any size.
 *
 * @param shape voxels; z = 1 makes a 2-D image
 * @param voxelSize edge of the cubic voxels, µm
 * @param graphite grains that do not age; those of silicon compound lie between them
 * @param silicon particles when pristine
 * @param pores when pristine; what neither grains nor pores fill is carbon-binder
 * @param channels the pores that close last
 * @param seed equal seeds make equal phantoms
 */
public record AgeingSettings(Shape shape, double voxelSize, GrainPopulation graphite, GrainPopulation silicon,
    PoreSpace pores, PoreChannels channels, long seed) {

    private static final double LEAST_RADIUS = 1;

    /** @throws IllegalArgumentException for values out of range */
    public AgeingSettings {
        VoxelSize.isotropic(voxelSize);
        for (final GrainPopulation grains : new GrainPopulation[] {graphite, silicon}) {
            if (grains.fraction() > 0 && grains.minRadius() < LEAST_RADIUS * voxelSize) {
                throw new IllegalArgumentException("The radius of grains must be at least one voxel, that is "
                    + voxelSize + " µm, not " + grains.minRadius() + " µm.");
            }
        }
        if (graphite.fraction() + silicon.fraction() + pores.fraction() >= 1) {
            throw new IllegalArgumentException("Pores, graphite and silicon compound must leave room for carbon-binder:"
                + " together they fill " + 100 * (graphite.fraction() + silicon.fraction() + pores.fraction())
                + " % of the volume.");
        }
    }

    /**
     * As in micro-tomography: voxels of 0.65 µm, 24 % pores, 30 % graphite of 3.2 to 6 µm and 7 % silicon compound of
     * 2 to 3.7 µm radius, pores down to a voxel, and channels that close last.
     */
    public static AgeingSettings microTomography(final Shape shape) {
        return new AgeingSettings(shape, 0.65, new GrainPopulation(3.2, 6, 0.3), new GrainPopulation(2, 3.7, 0.07),
            new PoreSpace(0.24, 0.62, 2, new PoreClosing(6.2, 20, 5, 0.2)), new PoreChannels(4, 6, 15), 1);
    }

    /**
     * As in a region of an electron micrograph between the graphite grains, voxels of 0.02 µm: 37.5 % pores and 21 %
     * silicon compound of 0.25 to 0.75 µm radius, so that carbon-binder and interphase fill about 64 % after 100
     * cycles.
     */
    public static AgeingSettings micrograph(final Shape shape) {
        return new AgeingSettings(shape, 0.02, new GrainPopulation(1, 1, 0), new GrainPopulation(0.25, 0.75, 0.21),
            new PoreSpace(0.3754, 1, 0), PoreChannels.NONE, 1);
    }

    public AgeingSettings withVoxelSize(final double newVoxelSize) {
        return new AgeingSettings(shape, newVoxelSize, graphite, silicon, pores, channels, seed);
    }

    public AgeingSettings withGraphite(final GrainPopulation newGraphite) {
        return new AgeingSettings(shape, voxelSize, newGraphite, silicon, pores, channels, seed);
    }

    public AgeingSettings withSilicon(final GrainPopulation newSilicon) {
        return new AgeingSettings(shape, voxelSize, graphite, newSilicon, pores, channels, seed);
    }

    public AgeingSettings withPores(final PoreSpace newPores) {
        return new AgeingSettings(shape, voxelSize, graphite, silicon, newPores, channels, seed);
    }

    public AgeingSettings withChannels(final PoreChannels newChannels) {
        return new AgeingSettings(shape, voxelSize, graphite, silicon, pores, newChannels, seed);
    }

    public AgeingSettings withSeed(final long newSeed) {
        return new AgeingSettings(shape, voxelSize, graphite, silicon, pores, channels, newSeed);
    }
}
