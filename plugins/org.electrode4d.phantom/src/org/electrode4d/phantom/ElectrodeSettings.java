// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;

/**
 * Everything that makes an electrode phantom.
 *
 * @param shape voxels
 * @param voxelSize µm
 * @param packing the spheres in which the grains lie, one each
 * @param siliconShare of the grains, 0 to 1; the others are graphite
 * @param cycle how the electrode swells; lithiation goes with it
 * @param drift how the sample moves on its stage
 * @param imaging how it is seen
 */
public record ElectrodeSettings(Shape shape, VoxelSize voxelSize, SphereTexture packing, double siliconShare,
    Cycle cycle, Drift drift, ElectrodeImaging imaging) {

    /** Voxels over which the strain vanishes at the faces: copper moves by no more than a hundredth of a voxel. */
    private static final double RIGID = 0.02;

    /** @throws IllegalArgumentException for values out of range */
    public ElectrodeSettings {
        if (!(siliconShare >= 0 && siliconShare <= 1)) {
            throw new IllegalArgumentException("The share of silicon grains must lie between 0 and 1, not "
                + siliconShare + ".");
        }
        for (int scan = 0; scan < cycle.scans(); scan++) {
            cycle.swelling(electrode(shape), scan);
        }
    }

    /** Grains of 5 to 9 voxels, half of them silicon, in the cycle of a silicon anode; no drift. */
    public static ElectrodeSettings of(final Shape shape) {
        return new ElectrodeSettings(shape, PhantomSettings.DEFAULT_VOXEL_SIZE, new SphereTexture(1, 5, 9, 0.33, 0.9),
            0.5, Cycle.siliconAnode(), Drift.NONE, ElectrodeImaging.DEFAULT);
    }

    public ElectrodeSettings withVoxelSize(final VoxelSize newVoxelSize) {
        return new ElectrodeSettings(shape, newVoxelSize, packing, siliconShare, cycle, drift, imaging);
    }

    public ElectrodeSettings withPacking(final SphereTexture newPacking) {
        return new ElectrodeSettings(shape, voxelSize, newPacking, siliconShare, cycle, drift, imaging);
    }

    public ElectrodeSettings withSiliconShare(final double newShare) {
        return new ElectrodeSettings(shape, voxelSize, packing, newShare, cycle, drift, imaging);
    }

    public ElectrodeSettings withCycle(final Cycle newCycle) {
        return new ElectrodeSettings(shape, voxelSize, packing, siliconShare, newCycle, drift, imaging);
    }

    public ElectrodeSettings withDrift(final Drift newDrift) {
        return new ElectrodeSettings(shape, voxelSize, packing, siliconShare, cycle, newDrift, imaging);
    }

    public ElectrodeSettings withImaging(final ElectrodeImaging newImaging) {
        return new ElectrodeSettings(shape, voxelSize, packing, siliconShare, cycle, drift, newImaging);
    }

    /** From the separator at small z to the collector at large z, before any swelling; the collector is rigid. */
    public Electrode electrode() {
        return electrode(shape);
    }

    private static Electrode electrode(final Shape shape) {
        final Electrode place = Electrode.in(shape.z());
        return new Electrode(place.separatorFace(), place.collectorFace(), RIGID);
    }

    /** The deformation from T0 to a scan, in voxels: the electrode swells first, then the whole drifts. */
    public Deformation motion(final int scan) {
        return cycle.swelling(electrode(), scan).andThen(stage(scan));
    }

    /** What the drift alone does until a scan. */
    Deformation stage(final int scan) {
        return drift.after(moves(scan), Deformations.centre(shape));
    }

    int moves(final int scan) {
        return Math.min(scan, cycle.strains().size());
    }
}
