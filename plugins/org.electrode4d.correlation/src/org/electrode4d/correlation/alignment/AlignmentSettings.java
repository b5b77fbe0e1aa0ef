// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import java.util.Optional;
import java.util.OptionalDouble;
import org.electrode4d.correlation.Accuracy;
import org.electrode4d.correlation.ConvergenceSettings;
import org.electrode4d.correlation.ElectrodeDepth.Collector;

/**
 * How a series is aligned.
 *
 * @param region what is rigid
 * @param freedom what a scan may do
 * @param toPrevious whether a scan is compared with the one before, and motions add up, rather than with the first
 * @param level whether the series is turned so that the collector of the first scan lies across z
 * @param accuracy of grey values between voxels, in the iteration and in the aligned volumes
 */
public record AlignmentSettings(RigidRegion region, AlignmentFreedom freedom, boolean toPrevious, boolean level,
    Accuracy accuracy) {

    private static final int DEFAULT_MARGIN = 2;
    private static final int LARGEST_MARGIN = 50;
    private static final double LARGEST_SEARCH = 0.5;

    /**
     * The rigid part of the sample.
     *
     * @param collector whether it is the current collector, which has a plane; otherwise any mask
     * @param end the face across z at which the collector is; empty for the one it is found at
     * @param threshold grey value from which on a voxel belongs to the collector; empty for Otsu's
     * @param margin voxels by which the region is larger than collector or mask, so that its edge takes part
     * @param ignoreDarker whether all that is darker than the threshold counts as equally dark, so that an electrode
     *     that swells beside the collector does not take part
     */
    public record RigidRegion(boolean collector, Optional<Collector> end, OptionalDouble threshold, int margin,
        boolean ignoreDarker) {

        /** @throws IllegalArgumentException for a margin beyond 0 to 50 voxels */
        public RigidRegion {
            if (margin < 0 || margin > LARGEST_MARGIN) {
                throw new IllegalArgumentException("The margin of the region must be 0 to " + LARGEST_MARGIN
                    + " voxels, but is " + margin + ".");
            }
        }
    }

    /**
     * What a scan may do.
     *
     * @param rotations false for translations only
     * @param inPlane where the motion in the plane of the collector comes from
     * @param largestUncertainty standard deviation in voxels up to which a degree of freedom counts as determined, at
     *     the region's edge for rotations
     * @param searchRange how far a translation is searched before the iteration, as a part of the region's extent; 0
     *     for no search
     */
    public record AlignmentFreedom(boolean rotations, InPlaneMotion inPlane, double largestUncertainty,
        double searchRange) {

        /** @throws IllegalArgumentException for numbers out of range */
        public AlignmentFreedom {
            if (!(largestUncertainty > 0)) {
                throw new IllegalArgumentException("The largest uncertainty must be greater than zero, but is "
                    + largestUncertainty + " voxels.");
            }
            if (!(searchRange >= 0 && searchRange <= LARGEST_SEARCH)) {
                throw new IllegalArgumentException("The search range is a part of the region between 0 and "
                    + LARGEST_SEARCH + ", not " + searchRange + ".");
            }
        }
    }

    /** @throws IllegalArgumentException to level by a region that is no collector */
    public AlignmentSettings {
        if (level && !region.collector()) {
            throw new IllegalArgumentException("Only a collector has a plane to level the series by. Choose the "
                + "collector as the rigid region, or do not level.");
        }
    }

    /** By the collector, which is found automatically; rigid, all scans to the first, not levelled. */
    public static AlignmentSettings defaults() {
        return new AlignmentSettings(
            new RigidRegion(true, Optional.empty(), OptionalDouble.empty(), DEFAULT_MARGIN, true),
            new AlignmentFreedom(true, InPlaneMotion.COLLECTOR, 0.3, 0.2), false, false, Accuracy.EXACT);
    }

    public AlignmentSettings with(final RigidRegion other) {
        return new AlignmentSettings(other, freedom, toPrevious, level, accuracy);
    }

    public AlignmentSettings with(final AlignmentFreedom other) {
        return new AlignmentSettings(region, other, toPrevious, level, accuracy);
    }

    public AlignmentSettings withToPrevious(final boolean previous) {
        return new AlignmentSettings(region, freedom, previous, level, accuracy);
    }

    public AlignmentSettings withLevel(final boolean levelled) {
        return new AlignmentSettings(region, freedom, toPrevious, levelled, accuracy);
    }

    ConvergenceSettings convergence() {
        return ConvergenceSettings.registration().withAccuracy(accuracy);
    }
}
