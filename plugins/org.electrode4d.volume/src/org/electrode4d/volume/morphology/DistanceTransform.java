// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import java.io.IOException;
import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelType;

/**
 * The exact Euclidean distance, in µm, from the centre of each voxel inside a mask to the nearest centre of a voxel
 * outside; voxels may be anisotropic. One axis after the other: counts along z, then lower envelopes of parabolas along
 * y and x (Meijster, Roerdink and Hesselink, Mathematical Morphology, 331, 2000; Felzenszwalb and Huttenlocher, Theory
 * of Computing 8, 415, 2012). Where all distances are short and their squares integers, as for cubic voxels, the
 * nearest parabolas are tried one after the other instead, which gives the same numbers in less time.
 *
 * <p>Squares are exact integers for cubic voxels and other integer ratios of squared edges, and double precision else,
 * so that the only error is the rounding of the result to float: at most 6e-8 of the distance. Costs a few dozen steps
 * per voxel whatever the shapes are; memory is 4 bytes per voxel for the result, half a byte more for what slabs tell
 * each other, and up to 16 bytes per voxel of a plane and thread. Results do not depend on the number of threads.
 *
 * <p>An empty mask gives zeros. A mask that has no voxel outside has no distances, unless beyond the border of the
 * volume is background.
 */
public final class DistanceTransform {

    private final MaskPlanes planes;
    private final Volume mask;
    private final Shape shape;
    private final VolumeBorder border;

    private DistanceTransform(final Volume mask, final VolumeBorder border) {
        planes = new MaskPlanes(mask);
        this.mask = mask;
        this.border = border;
        shape = mask.shape();
    }

    /**
     * The distance of each voxel inside of the mask to the outside, and 0 outside.
     *
     * @param mask of an integer type, 0 = outside
     * @return FLOAT32 in µm, which lives as long as the scratch space
     * @throws VolumeException for a mask of FLOAT32, or without any voxel outside
     * @throws IOException if there is no room for the result
     */
    public static Volume of(final Volume mask, final VolumeBorder border, final ScratchSpace scratch,
        final Progress progress) throws IOException {
        return new DistanceTransform(mask, border).compute(false, scratch, progress)
            .like(Relabelling.unnamed(mask), "Distance in " + mask.name());
    }

    /**
     * The distance of each voxel outside of a mask to the nearest one inside, and 0 inside: how far it is to a phase or
     * a particle. Beyond the border of the volume nothing is known.
     *
     * @param mask of an integer type, 0 = outside, such as {@link org.electrode4d.volume.LabelMask} makes of labels
     * @return FLOAT32 in µm, which lives as long as the scratch space
     * @throws VolumeException for a mask of FLOAT32, or without any voxel inside
     * @throws IOException if there is no room for the result
     */
    public static Volume to(final Volume mask, final ScratchSpace scratch, final Progress progress)
        throws IOException {
        return new DistanceTransform(mask, VolumeBorder.OPEN).compute(true, scratch, progress)
            .like(Relabelling.unnamed(mask), "Distance to " + mask.name());
    }

    /**
     * Both at once: the distance of voxels inside to the outside, and minus that of voxels outside to the inside.
     * There is no 0; half a voxel inwards and outwards of the surface the values are plus and minus one voxel. While
     * it is computed memory is 8 bytes per voxel.
     *
     * @param border for the distances of voxels inside
     * @return FLOAT32 in µm, which lives as long as the scratch space
     * @throws VolumeException for a mask of FLOAT32, or without any voxel inside, or without any outside
     * @throws IOException if there is no room for the result
     */
    public static Volume signed(final Volume mask, final VolumeBorder border, final ScratchSpace scratch,
        final Progress progress) throws IOException {
        final PlaneStore outside =
            new DistanceTransform(mask, VolumeBorder.OPEN).compute(true, scratch, progress.part(0, 0.5));
        final PlaneStore signed = new DistanceTransform(mask, border).compute(false, scratch, progress.part(0.5, 1));
        Blocks.forEach(Slabs.of(mask.shape(), 1), Progress.NONE, "Signed distances", plane -> {
            final float[] values = (float[])signed.load(plane.minZ());
            final float[] negative = (float[])outside.load(plane.minZ());
            for (int i = 0; i < values.length; i++) {
                values[i] -= negative[i];
            }
            signed.store(plane.minZ(), values);
        });
        scratch.release(outside);
        return signed.like(Relabelling.unnamed(mask), "Signed distance of " + mask.name());
    }

    /** As {@link #of}, for callers that release the distances before the scratch space is closed. */
    public static PlaneStore store(final Volume mask, final VolumeBorder border, final ScratchSpace scratch,
        final Progress progress) throws IOException {
        return new DistanceTransform(mask, border).compute(false, scratch, progress);
    }

    /** As {@link #to}, for callers that release the distances before the scratch space is closed. */
    public static PlaneStore storeTo(final Volume mask, final ScratchSpace scratch, final Progress progress)
        throws IOException {
        return new DistanceTransform(mask, VolumeBorder.OPEN).compute(true, scratch, progress);
    }

    private PlaneStore compute(final boolean complement, final ScratchSpace scratch, final Progress progress)
        throws IOException {
        final PlaneStore distances = scratch.create(shape, VoxelType.FLOAT32);
        final AxialDistance axial = new AxialDistance(planes, complement, border.isBackground(shape.z()), distances);
        if (!axial.sweepSlabs(progress.part(0, 0.2)) && !border.isBackground(shape)) {
            throw new VolumeException(nothingToMeasure(complement));
        }
        final List<Block> slabs = axial.slabs();
        final PlaneStore carried = scratch.create(new Shape(shape.x(), shape.y(), 2L * slabs.size()),
            VoxelType.FLOAT32);
        axial.carry(carried, progress);
        final Progress rest = progress.part(0.2, 1);
        Blocks.map(slabs.size(), rest, "Distances within planes", k -> {
            final float[] below = (float[])carried.load(2L * k);
            final float[] above = (float[])carried.load(2L * k + 1);
            final PlanarDistance planar = new PlanarDistance(shape, mask.voxelSize(), border);
            final Block slab = slabs.get(k);
            for (long z = slab.minZ(); z < slab.endZ(); z++) {
                rest.check();
                final float[] plane = (float[])distances.load(z);
                axial.join(slab, z, plane, below, above);
                planar.transform(plane);
                distances.store(z, plane);
            }
            return k;
        });
        scratch.release(carried);
        return distances;
    }

    private String nothingToMeasure(final boolean complement) {
        if (complement) {
            return "No voxel of " + mask.name() + " is inside of the mask, so that there is nothing to measure the "
                + "distance to. Check the threshold or the labels that the mask is made of.";
        }
        return "No voxel of " + mask.name() + " is outside of the mask, so that there is nothing to measure the "
            + "distance to. Check the threshold or the labels that the mask is made of, or take what is beyond the "
            + "border of the volume as background.";
    }
}
