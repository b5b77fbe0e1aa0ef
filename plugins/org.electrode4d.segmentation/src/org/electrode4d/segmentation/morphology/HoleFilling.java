// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.io.IOException;
import java.util.Set;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeFace;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;
import org.electrode4d.volume.morphology.LabelledPlanes;
import org.electrode4d.volume.morphology.PlaneMask;
import org.electrode4d.volume.morphology.RunAdjacency;
import org.electrode4d.volume.morphology.RunSource;

/**
 * A mask without holes: components of what is outside of it that do not touch the border of the volume.
 *
 * @param mask UINT8, 1 inside, computed on demand from labels of the holes that live as long as the scratch space
 * @param holes how many were filled; where planes are taken by themselves, a hole counts in each plane
 * @param voxels how many were filled
 */
public record HoleFilling(Volume mask, int holes, long voxels) {

    /**
     * Which holes.
     *
     * @param background what connects voxels outside: {@link Connectivity#FACES}, as in scipy, also fills holes that
     *        are open only at an edge or a corner; {@link #background(Connectivity)} of that of the mask is consistent
     * @param planewise whether each plane of one z is taken by itself; in such, a channel along z is a hole
     * @param largest voxels of the largest hole that is filled; Long.MAX_VALUE for all
     */
    public record Holes(Connectivity background, boolean planewise, long largest) {

        /** All holes of the volume, as {@code binary_fill_holes} of scipy. */
        public static final Holes ALL = new Holes(Connectivity.FACES, false, Long.MAX_VALUE);
    }

    /**
     * What connects the background of a mask whose voxels connect in such a way, so that a closed surface parts inside
     * and outside and an open one does not: faces for corners or edges, and corners for faces.
     */
    public static Connectivity background(final Connectivity mask) {
        return mask == Connectivity.FACES ? Connectivity.CORNERS : Connectivity.FACES;
    }

    /**
     * Fills holes.
     *
     * @throws org.electrode4d.segmentation.SegmentationException for a mask of FLOAT32
     * @throws IOException if there is no room for the labels
     */
    public static HoleFilling of(final Volume mask, final Holes which, final ScratchSpace scratch,
        final Progress progress) throws IOException {
        final RunAdjacency adjacency = new RunAdjacency(which.background());
        final LabelledPlanes found = ConnectedComponents.label(RunSource.mask(mask, true),
            which.planewise() ? adjacency.withinPlanes() : adjacency, scratch, progress.part(0, 0.9));
        final LabelVolume labels = found.components(mask).labels();
        final Shape shape = mask.shape();
        final Set<VolumeFace> faces = which.planewise() ? VolumeFace.ofPlanes(shape) : VolumeFace.of(shape);
        final BorderContact contact =
            BorderContact.of(labels, found.sizes().length - 1, faces, progress.part(0.9, 1));
        final boolean[] inside = new boolean[found.sizes().length];
        inside[0] = true;
        int holes = 0;
        long voxels = 0;
        for (int label = 1; label < inside.length; label++) {
            final long size = found.sizes()[label];
            if (!contact.touches(label) && size <= which.largest()) {
                inside[label] = true;
                holes++;
                voxels += size;
            }
        }
        return new HoleFilling(PlaneMask.of(mask, (z, plane) -> fill(found.labels(), inside, z, plane)), holes,
            voxels);
    }

    private static void fill(final PlaneStore labels, final boolean[] inside, final long z, final byte[] plane) {
        final int[] label = (int[])labels.load(z);
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (byte)(inside[label[i]] ? 1 : 0);
        }
    }
}
