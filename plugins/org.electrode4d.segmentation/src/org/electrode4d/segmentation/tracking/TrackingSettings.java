// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import org.electrode4d.segmentation.SegmentationException;

/**
 * How particles are tracked.
 *
 * @param gateRadius how far a particle may be from where it is predicted, µm; 0 for twice the median distance of
 *            neighbouring particles
 * @param weights of what is compared
 * @param neighbours whether the motion of particles beyond doubt predicts that of others near them
 * @param splits whether a particle may become several, and several one
 * @param gaps whether a particle may be missing in one scan
 */
public record TrackingSettings(double gateRadius, LinkWeights weights, boolean neighbours, boolean splits,
    boolean gaps) {

    /** Automatic gate, equal weights, prediction by neighbours, splits and merges; nothing may be missing. */
    public static final TrackingSettings DEFAULT = new TrackingSettings(0, LinkWeights.DEFAULT, true, true, false);

    /** @throws SegmentationException for a gate below zero */
    public TrackingSettings {
        if (!(gateRadius >= 0) || Double.isInfinite(gateRadius)) {
            throw new SegmentationException("The gate radius is " + gateRadius + " µm, but must be 0 (automatic) or "
                + "more.");
        }
    }
}
