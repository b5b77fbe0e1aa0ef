// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.io.IOException;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.morphology.DistanceTransform;
import org.electrode4d.volume.morphology.MaskPlanes;
import org.electrode4d.volume.morphology.Relabelling;
import org.electrode4d.volume.morphology.VolumeBorder;

/**
 * Erosion, dilation, opening and closing of a mask by a ball whose radius is given in µm. The ball is exact, also where
 * voxels are anisotropic: a voxel stays in an erosion if the nearest voxel outside is farther away than the radius, and
 * belongs to a dilation if the nearest one inside is not. The cost is that of one or two distance transforms, whatever
 * the radius is; memory is 4 bytes per voxel for distances and 1 for each mask.
 *
 * <p>Beyond the border of the volume nothing is known, so that an object which is cut by the border is not eroded from
 * there; with {@link VolumeBorder#BACKGROUND} erosion and opening take what is beyond as outside. Dilation and closing
 * do not, because a closing must not remove anything.
 */
public final class BallMorphology {

    /** Distances are floats: what is as far as the radius but for rounding counts as that far. */
    private static final double ROUNDING = 1e-6;

    private final double radius;
    private final VolumeBorder border;
    private final ScratchSpace scratch;

    private BallMorphology(final double radius, final VolumeBorder border, final ScratchSpace scratch) {
        this.radius = radius * (1 + ROUNDING);
        this.border = border;
        this.scratch = scratch;
    }

    /**
     * A ball and the room to work with it.
     *
     * @param radius in µm, greater than zero; one that is smaller than the edge of a voxel changes nothing along it
     * @throws SegmentationException for any other
     */
    public static BallMorphology of(final double radius, final VolumeBorder border, final ScratchSpace scratch) {
        if (!(radius > 0) || Double.isInfinite(radius)) {
            throw new SegmentationException("The radius of a ball is " + radius
                + " µm, but must be a number greater than zero.");
        }
        return new BallMorphology(radius, border, scratch);
    }

    /**
     * @param mask of an integer type, 0 = outside
     * @return UINT8, 1 inside, which lives as long as the scratch space
     * @throws SegmentationException for a mask of FLOAT32
     * @throws IOException if there is no room
     */
    public Volume apply(final MorphologicalOperation operation, final Volume mask, final Progress progress)
        throws IOException {
        final boolean two = operation.hasTwoSteps();
        final boolean erosionFirst = operation.beginsWithErosion();
        final PlaneStore first = step(erosionFirst, erosionFirst ? border : VolumeBorder.OPEN, mask,
            two ? progress.part(0, 0.5) : progress);
        if (!two) {
            return first.like(Relabelling.unnamed(mask), mask.name());
        }
        final PlaneStore second = step(!erosionFirst, VolumeBorder.OPEN, first.like(Relabelling.unnamed(mask), mask.name()),
            progress.part(0.5, 1));
        scratch.release(first);
        return second.like(Relabelling.unnamed(mask), mask.name());
    }

    private PlaneStore step(final boolean erosion, final VolumeBorder beyond, final Volume mask,
        final Progress progress) throws IOException {
        final PlaneStore result = scratch.create(mask.shape(), VoxelType.UINT8);
        final boolean distant = erosion ? beyond.isBackground(mask.shape()) || has(mask, false, progress)
            : has(mask, true, progress);
        if (!distant) {
            copy(mask, result, progress);
            return result;
        }
        final PlaneStore distances = erosion ? DistanceTransform.store(mask, beyond, scratch, progress.part(0, 0.9))
            : DistanceTransform.storeTo(mask, scratch, progress.part(0, 0.9));
        Blocks.map((int)mask.shape().z(), progress.part(0.9, 1), "Comparing distances", z -> {
            final float[] plane = (float[])distances.load(z);
            final byte[] inside = new byte[plane.length];
            for (int i = 0; i < plane.length; i++) {
                inside[i] = (byte)(plane[i] > radius == erosion ? 1 : 0);
            }
            result.store(z, inside);
            return z;
        });
        scratch.release(distances);
        return result;
    }

    /** Whether any voxel is inside, or outside: else there is no distance to it. */
    private static boolean has(final Volume mask, final boolean inside, final Progress progress) {
        final MaskPlanes planes = new MaskPlanes(mask);
        final Object buffer = planes.buffer();
        for (long z = 0; z < mask.shape().z(); z++) {
            progress.check();
            for (final byte value : planes.read(z, buffer)) {
                if (value != 0 == inside) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void copy(final Volume mask, final PlaneStore result, final Progress progress) {
        final MaskPlanes planes = new MaskPlanes(mask);
        final Object buffer = planes.buffer();
        for (long z = 0; z < mask.shape().z(); z++) {
            progress.check();
            final byte[] values = planes.read(z, buffer).clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = (byte)(values[i] == 0 ? 0 : 1);
            }
            result.store(z, values);
        }
    }
}
