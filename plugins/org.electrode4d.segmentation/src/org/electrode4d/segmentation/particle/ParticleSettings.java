// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import java.util.Optional;
import org.electrode4d.segmentation.CollectorPlane;

/**
 * How particles are measured.
 *
 * @param estimator of their surface
 * @param borderIsSurface whether the faces where the volume cuts a particle count as its surface
 * @param leastVoxels smaller particles get no sphericity: digital balls of few voxels come out larger than 1
 * @param collector to measure distances from; empty for none
 */
public record ParticleSettings(SurfaceEstimator estimator, boolean borderIsSurface, long leastVoxels,
    Optional<CollectorPlane> collector) {

    /** Digital balls of so many voxels have a sphericity of .998 to 1.037, those of 30 up to 1.07. */
    public static final long LEAST_VOXELS = 100;

    /** Crofton's formula, surfaces without cut faces, no collector. */
    public static final ParticleSettings DEFAULT =
        new ParticleSettings(SurfaceEstimator.CROFTON, false, LEAST_VOXELS, Optional.empty());

    /** The same with a collector. */
    public ParticleSettings from(final CollectorPlane plane) {
        return new ParticleSettings(estimator, borderIsSurface, leastVoxels, Optional.of(plane));
    }
}
