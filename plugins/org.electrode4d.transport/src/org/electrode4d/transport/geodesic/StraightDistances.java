// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import java.io.IOException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.morphology.DistanceTransform;

/**
 * What the lengths of paths are divided by. The nearest entry pore of a voxel is the one nearest to its projection onto
 * the entry plane, so that distances within this plane are enough.
 */
final class StraightDistances {

    private final EntryFrame frame;
    private final double start;
    private final double sliceDistance;
    /** Squared distance in the entry plane to the nearest entry pore in µm²; empty for the depth. */
    private final double[] aside;

    private StraightDistances(final EntryFrame frame, final PathStart start, final double[] aside) {
        this.frame = frame;
        this.aside = aside;
        sliceDistance = frame.edges()[2];
        this.start = start.voxels() * sliceDistance;
    }

    static StraightDistances of(final Volume mask, final PathLengths lengths, final TortuosityConvention convention)
        throws IOException {
        final EntryFrame frame = lengths.frame();
        final Volume entry = mask.crop(frame.entryPlane());
        final boolean isDepth = convention.straight() == StraightDistance.DEPTH;
        final double[] aside = isDepth || Masks.isEmpty(entry, Progress.NONE) ? new double[0] : aside(entry, frame);
        return new StraightDistances(frame, convention.start(), aside);
    }

    private static double[] aside(final Volume entry, final EntryFrame frame) throws IOException {
        final double[] squares = new double[frame.planeStep()];
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final float[] distance = new float[frame.width() * frame.height()];
            DistanceTransform.to(entry, scratch, Progress.NONE).read(whole(entry), distance);
            for (int i = 0; i < distance.length; i++) {
                squares[i / frame.width() * frame.rowStep() + i % frame.width()] = (double)distance[i] * distance[i];
            }
        }
        return squares;
    }

    private static Block whole(final Volume plane) {
        return new Block(0, 0, 0, (int)plane.shape().x(), (int)plane.shape().y(), (int)plane.shape().z());
    }

    /** The depth of a slice in µm. */
    double depth(final double slice) {
        return start + slice * sliceDistance;
    }

    /**
     * At least 1: fast marching takes two separate entry pores beside a voxel for a front between them, which in flat
     * voxels is nearer than either.
     *
     * @param length to this place, not below 0
     */
    double tortuosity(final int place, final double length) {
        final int slice = place / frame.planeStep();
        double straight = slice * sliceDistance;
        if (aside.length > 0) {
            straight = Math.sqrt(straight * straight + aside[place - slice * frame.planeStep()]);
        }
        return straight + start == 0 ? 1 : Math.max(1, (length + start) / (straight + start));
    }
}
