// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Optional;
import org.electrode4d.correlation.kernel.Patch;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * Mean and standard deviation of a small volume's grey values.
 *
 * @param count of the voxels that are numbers
 */
record GreyContrast(long count, double mean, double deviation) {

    static GreyContrast of(final Volume volume) {
        final float[] values = Patch.load(volume, Block.of(volume.shape()), Optional.empty(), Progress.NONE).values();
        long count = 0;
        double sum = 0;
        for (final float value : values) {
            if (value == value) {
                count++;
                sum += value;
            }
        }
        final double mean = sum / count;
        double squares = 0;
        for (final float value : values) {
            squares += value == value ? (value - mean) * (value - mean) : 0;
        }
        return new GreyContrast(count, mean, Math.sqrt(squares / count));
    }

    /**
     * @param volume averaged by {@code binning}, in memory
     * @throws CorrelationException if there is nothing that a correlation could follow
     */
    static GreyContrast require(final Volume volume, final Binning binning) {
        final GreyContrast contrast = of(volume);
        if (contrast.count == 0) {
            throw new CorrelationException(volume.name() + (binning.bin() == 1 ? " holds no numbers, only NaN. "
                : " has a NaN in every cube of " + binning.bin() + " x " + binning.bin() + " x " + binning.bin()
                    + " voxels. ") + "Check how it was read, or replace NaN by numbers.");
        }
        if (!(contrast.deviation > 1e-6 * Math.abs(contrast.mean))) {
            throw new CorrelationException(volume.name() + " has no texture: all its grey values are "
                + contrast.mean + ". Correlation needs a pattern that moves with the sample.");
        }
        return contrast;
    }
}
