// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * How a tomogram of an electrode phantom differs from its phases.
 *
 * @param blur standard deviation of the Gaussian point spread, voxels; 0 to 10
 * @param noise standard deviation of the Gaussian noise, grey values; new in every scan
 * @param rings standard deviation of the ring artefacts about the middle of each slice, grey values; 0 for none
 * @param greyDrift by what part of themselves the grey values rise with each scan; 0.01 is 1 %
 */
public record ElectrodeImaging(double blur, double noise, double rings, double greyDrift) {

    /** A blur of 1 voxel and noise of 1500 grey values; no rings and no drift. */
    public static final ElectrodeImaging DEFAULT = new ElectrodeImaging(1, 1_500, 0, 0);

    /** @throws IllegalArgumentException for values out of range */
    public ElectrodeImaging {
        if (!(blur >= 0 && blur <= 10)) {
            throw new IllegalArgumentException("The blur must lie between 0 and 10 voxels, not " + blur + ".");
        }
        if (!(noise >= 0 && noise < 65_536) || !(rings >= 0 && rings < 65_536)) {
            throw new IllegalArgumentException("Noise and rings must lie between 0 and 65535 grey values, not " + noise
                + " and " + rings + ".");
        }
        if (!(Math.abs(greyDrift) <= 0.1)) {
            throw new IllegalArgumentException("The grey values can drift by -10 % to 10 % per scan, not "
                + 100 * greyDrift + " %.");
        }
    }
}
