// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.LabelCensus;

/**
 * What an ageing phantom is made of at one age, counted on its voxels.
 *
 * @param pore part of the volume, 0 to 1
 * @param sei SEI and carbon-binder, part of the volume
 * @param graphite part of the volume
 * @param silicon silicon compound, part of the volume
 * @param pieces of silicon compound that hold the centre of a voxel
 * @param meanSize of these pieces, µm: diameter of the ball of the same volume, in a 2-D image of the disc of the same
 *            area; NaN where there is none
 */
public record AgeingTruth(double pore, double sei, double graphite, double silicon, int pieces, double meanSize) {

    /** Counts all voxels of {@link AgeingPhantom#phases} and {@link AgeingPhantom#particles} of one age. */
    public static AgeingTruth of(final AgeingPhantom phantom, final LabelVolume phases, final Volume particles,
        final Progress progress) {
        final LabelCensus counts = LabelCensus.of(phases, progress.part(0, 0.5));
        final double[] parts = new double[AgeingPhase.values().length];
        parts[0] = 1;
        for (int i = 0; i < counts.count(); i++) {
            parts[counts.label(i)] = counts.voxels(i) / (double)phases.volume().shape().voxels();
            parts[0] -= parts[counts.label(i)];
        }
        final LabelCensus grains = LabelCensus.of(LabelVolume.of(particles), progress.part(0.5, 1));
        int pieces = 0;
        double sizes = 0;
        for (int i = 0; i < grains.count(); i++) {
            if (phantom.isSilicon(grains.label(i))) {
                pieces++;
                sizes += size(grains.voxels(i), particles.shape()) * phantom.settings().voxelSize();
            }
        }
        return new AgeingTruth(parts[AgeingPhase.PORE.ordinal()], parts[AgeingPhase.SEI.ordinal()],
            parts[AgeingPhase.GRAPHITE.ordinal()], parts[AgeingPhase.SILICON.ordinal()], pieces, sizes / pieces);
    }

    private static double size(final double voxels, final Shape shape) {
        return shape.z() == 1 ? Math.sqrt(4 * voxels / Math.PI) : Math.cbrt(6 * voxels / Math.PI);
    }
}
