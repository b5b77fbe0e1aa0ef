// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.phantom.Drift;
import org.electrode4d.volume.Point;

/**
 * How the tomograph sees the electrode.
 *
 * @param resolution full width at half maximum of the line spread function, fringes included, µm; 2 voxels where those
 *     are more
 * @param fringes part a of the point spread function {@code (1 + a) G(s) - a G(2 s)}, 0 to 1: the bright and dark rims
 *     that phase contrast leaves along edges
 * @param noise standard deviation, grey values
 * @param rings typical strength of ring artefacts, grey values
 * @param greyDrift change of the grey values from scan to scan, part of them, -0.05 to 0.05
 * @param drift how the sample moves on its stage from scan to scan
 */
public record TwinImaging(double resolution, double fringes, double noise, double rings, double greyDrift,
    Drift drift) {

    /** As in the experiment: 307 nm, some noise and rings, and a stage that moves by less than a voxel per scan. */
    public static final TwinImaging BEAMLINE = new TwinImaging(0.307, 0.15, 1200, 300, 0.004,
        new Drift(new Point(0.35, -0.25, 0.2), 0.02));

    /** @throws IllegalArgumentException for values out of range */
    public TwinImaging {
        requireBetween("resolution", resolution, 0.01, 10, "µm");
        requireBetween("strength of the fringes", fringes, 0, 1, "");
        requireBetween("noise", noise, 0, 20_000, "grey values");
        requireBetween("strength of the rings", rings, 0, 20_000, "grey values");
        requireBetween("change of the grey values per scan", greyDrift, -0.05, 0.05, "(0.01 is 1 %)");
    }

    private static void requireBetween(final String what, final double value, final double least, final double most,
        final String unit) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("The " + what + " must be " + least + " to " + most + " "
                + unit + ", but is " + value + ".");
        }
    }

    public TwinImaging withNoise(final double newNoise) {
        return new TwinImaging(resolution, fringes, newNoise, rings, greyDrift, drift);
    }

    public TwinImaging withRings(final double newRings) {
        return new TwinImaging(resolution, fringes, noise, newRings, greyDrift, drift);
    }

    public TwinImaging withResolution(final double newResolution) {
        return new TwinImaging(newResolution, fringes, noise, rings, greyDrift, drift);
    }

    public TwinImaging withFringes(final double newFringes) {
        return new TwinImaging(resolution, newFringes, noise, rings, greyDrift, drift);
    }

    public TwinImaging withGreyDrift(final double newGreyDrift) {
        return new TwinImaging(resolution, fringes, noise, rings, newGreyDrift, drift);
    }

    public TwinImaging withDrift(final Drift newDrift) {
        return new TwinImaging(resolution, fringes, noise, rings, greyDrift, newDrift);
    }
}
