// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.io.IOException;
import java.util.function.IntPredicate;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.morphology.DistanceTransform;
import org.electrode4d.volume.morphology.PlaneMask;

/** Gives voxels without a class that of the nearest voxel with one; of equal distances, the larger label. */
final class NearestCore {

    private final PlaneStore labels;
    private final int open;
    private final PlaneStore nearest;
    private final PlaneStore result;
    private boolean any;

    private NearestCore(final PlaneStore labels, final int open, final ScratchSpace scratch) throws IOException {
        this.labels = labels;
        this.open = open;
        nearest = scratch.create(labels.shape(), VoxelType.FLOAT32);
        result = scratch.create(labels.shape(), VoxelType.UINT8);
    }

    /**
     * @param labels UINT8, 0 and the classes from 1 to {@code open - 1}
     * @param open label of voxels without a class
     * @param like whose shape and voxel size the labels have
     * @return another store; the one of the labels is left as it is
     * @throws SegmentationException if no voxel has a class
     */
    static PlaneStore fill(final PlaneStore labels, final int open, final Volume like, final ScratchSpace scratch,
        final Progress progress) throws IOException {
        final NearestCore core = new NearestCore(labels, open, scratch);
        final boolean[] present = new boolean[open + 1];
        for (long z = 0; z < labels.shape().z(); z++) {
            for (final byte label : (byte[])labels.load(z)) {
                present[label] = true;
            }
        }
        for (int label = open - 1; label > 0; label--) {
            if (present[label]) {
                core.take(label, like, scratch,
                    progress.part(1 - label / (open - 1.0), 1 - (label - 1) / (open - 1.0)));
            }
        }
        scratch.release(core.nearest);
        if (!core.any) {
            throw new SegmentationException("Nothing is left of any class of solid in " + like.name()
                + ". Make the rim or the openings smaller, or keep smaller objects.");
        }
        return core.result;
    }

    /** A mask of some labels, computed on demand from the planes as they are then. */
    static Volume mask(final PlaneStore labels, final Volume like, final IntPredicate inside) {
        return PlaneMask.of(like, (z, plane) -> {
            final byte[] values = (byte[])labels.load(z);
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (byte)(inside.test(values[i]) ? 1 : 0);
            }
        });
    }

    private void take(final int label, final Volume like, final ScratchSpace scratch, final Progress progress)
        throws IOException {
        final PlaneStore distance = DistanceTransform.storeTo(mask(labels, like, v -> v == label), scratch,
            progress.part(0, 0.9));
        Blocks.map((int)labels.shape().z(), progress.part(0.9, 1), "Comparing distances",
            z -> take(z, label, distance));
        scratch.release(distance);
        any = true;
    }

    private boolean take(final long z, final int label, final PlaneStore distance) {
        final byte[] plane = (byte[])labels.load(z);
        final float[] here = (float[])distance.load(z);
        final float[] best = (float[])nearest.load(z);
        final byte[] taken = (byte[])result.load(z);
        for (int i = 0; i < plane.length; i++) {
            if (plane[i] == open && (!any || here[i] < best[i])) {
                best[i] = here[i];
                taken[i] = (byte)label;
            } else if (plane[i] != open) {
                taken[i] = plane[i];
            }
        }
        nearest.store(z, best);
        result.store(z, taken);
        return true;
    }
}
