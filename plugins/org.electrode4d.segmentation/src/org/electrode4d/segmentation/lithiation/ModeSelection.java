// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

/**
 * Which particles get a mode, and which of them count; those without are undecided.
 *
 * @param leastDiameter µm: smaller ones have no core that could be resolved, and no mode
 * @param leastCounted µm: smaller ones do not count in statistics
 * @param withCut whether particles have a mode and count that the border of the volume cuts
 * @param leastScore 0 to 1: below this score a particle stands between the modes
 */
public record ModeSelection(double leastDiameter, double leastCounted, boolean withCut, double leastScore) {

    /** For scans with a resolution of 0.3 µm. */
    public static ModeSelection defaults() {
        return new ModeSelection(1.5, 3, false, 0.5);
    }

    /** Whether a particle takes part in statistics. */
    public boolean counts(final ParticleEvolution particle) {
        return particle.first().form().diameter() >= leastCounted && (withCut || !particle.isCut());
    }
}
