// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.io.IOException;
import java.util.Set;
import org.electrode4d.segmentation.Connectivity;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Filling of holes: components of what is outside of a mask that do not touch the border of the volume. The complement
 * of a body whose voxels connect by faces connects by corners, and the other way round.
 */
public final class HoleFilling {

    private HoleFilling() {
    }

    /**
     * Which holes.
     *
     * @param background what connects voxels outside: {@link Connectivity#FACES}, as in scipy, also fills holes that are
     *        open only at an edge or a corner
     * @param planewise whether each plane of one z is taken by itself; in such, a channel along z is a hole
     * @param largest voxels of the largest hole that is filled; Long.MAX_VALUE for all
     */
    public record Holes(Connectivity background, boolean planewise, long largest) {

        /** All holes of the volume. */
        public static final Holes ALL = new Holes(Connectivity.FACES, false, Long.MAX_VALUE);
    }

    /**
     * A mask without holes.
     *
     * @return UINT8, 1 inside, computed on demand from labels of the holes that live as long as the scratch space
     * @throws org.electrode4d.segmentation.SegmentationException for a mask of FLOAT32
     * @throws IOException if there is no room for the labels
     */
    public static Volume of(final Volume mask, final Holes holes, final ScratchSpace scratch,
        final Progress progress) throws IOException {
        final RunAdjacency adjacency = new RunAdjacency(holes.background());
        final LabelledPlanes found = ConnectedComponents.label(RunSource.mask(mask, true),
            holes.planewise() ? adjacency.withinPlanes() : adjacency, scratch, progress.part(0, 0.9));
        final LabelVolume labels = found.components(mask).labels();
        final Shape shape = mask.shape();
        final Set<VolumeFace> faces = holes.planewise() ? VolumeFace.ofPlanes(shape) : VolumeFace.of(shape);
        final BorderContact contact =
            BorderContact.of(labels, found.sizes().length - 1, faces, progress.part(0.9, 1));
        final boolean[] inside = new boolean[found.sizes().length];
        inside[0] = true;
        for (int label = 1; label < inside.length; label++) {
            inside[label] = !contact.touches(label) && found.sizes()[label] <= holes.largest();
        }
        return PlaneMask.of(mask, (z, plane) -> fill(found.labels(), inside, z, plane));
    }

    private static void fill(final PlaneStore labels, final boolean[] inside, final long z, final byte[] plane) {
        final int[] label = (int[])labels.load(z);
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (byte)(inside[label[i]] ? 1 : 0);
        }
    }
}
