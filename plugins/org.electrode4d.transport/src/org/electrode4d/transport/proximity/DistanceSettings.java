// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import org.electrode4d.transport.TransportException;

/**
 * How distances between phases are measured.
 *
 * @param points where
 * @param convention for distances between voxels; surfaces need none
 * @param sigma of the Gaussian that smooths both phases before their surfaces are made, 0 to 5 voxels; 0 leaves the
 *     stairs of voxels
 * @param binWidth of histograms, in µm
 */
public record DistanceSettings(DistancePoints points, DistanceConvention convention, double sigma, double binWidth) {

    /** The largest sigma: beyond it surfaces are no longer where the phases are. */
    public static final double LARGEST_SIGMA = 5;

    /** @throws TransportException for numbers out of range */
    public DistanceSettings {
        if (!(sigma >= 0 && sigma <= LARGEST_SIGMA)) {
            throw new TransportException("The smoothing of surfaces must be 0 to 5 voxels, but is " + sigma + ".");
        }
        if (!(binWidth > 0) || Double.isInfinite(binWidth)) {
            throw new TransportException("The bins of a histogram must be wider than 0 µm, but are " + binWidth
                + " µm.");
        }
    }
}
