// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.phantom.CounterRandom;

/** The copper: grains that are seen, so that a registration finds the foil, and a face that is not quite flat. */
final class Foil {

    private static final double GRAIN = 1.4;
    private static final double CONTRAST = 1500;
    /** Standard deviation of the face, µm. */
    private static final double ROUGHNESS = 0.05;

    private final TextureLattice grains;

    Foil(final CounterRandom random) {
        grains = new TextureLattice(random, GRAIN);
    }

    /** How far the copper reaches above the mean face at a place of the ground, µm. */
    double height(final double x, final double y) {
        return ROUGHNESS * grains.at((float)x, (float)y, 0);
    }

    /** @param z above the mean face, µm; negative */
    float grey(final double x, final double y, final double z) {
        return (float)(TwinPhase.COPPER.grey() + CONTRAST * grains.at((float)x, (float)y, (float)z));
    }
}
