// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.Statistics;
import org.electrode4d.volume.statistics.VolumeStatistics;

/**
 * The grey value of a phase of which nothing but its grey value as measured should change from scan to scan: collector,
 * pore, electrolyte.
 *
 * @param name for tables and messages
 * @param level its grey value
 * @param voxels that it was measured on
 */
public record ReferencePhase(String name, double level, long voxels) {

    /**
     * Measures a phase inside a mask, in blocks; one pass for 8 and 16 bit, two for other types. Voxels that are not a
     * number do not count.
     *
     * @param mask of an integer type, 0 outside
     * @throws IllegalArgumentException if the mask has another shape or is FLOAT32, or no voxel of the phase holds a
     *     number
     */
    public static ReferencePhase of(final String name, final Volume volume, final Volume mask, final PhaseLevel level,
        final Progress progress) {
        Masks.require(mask, volume);
        if (VolumeStatistics.of(mask, progress.part(0, 0.3)).max() == 0) {
            throw new IllegalArgumentException("The reference phase " + name + " is missing in " + volume.name()
                + ": no voxel of " + mask.name() + " belongs to it. Choose a phase that is in every scan.");
        }
        final Statistics statistics = VolumeStatistics.of(volume, mask, progress.part(0.3, 1));
        final double value = switch (level) {
            case MEAN -> statistics.mean();
            case MEDIAN -> statistics.median();
            case MODE -> HistogramPeaks.mode(statistics);
        };
        return new ReferencePhase(name, value, statistics.count());
    }
}
