// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * How far all particles are broken.
 *
 * @param pieces per particle
 * @param spread distance of the pieces from the middle of the particle, over that when pristine
 * @param growth of the pieces along every axis; at most the spread
 * @param roughness distortion of surfaces, as a part of the particle's radius
 */
record BreakingState(int pieces, double spread, double growth, double roughness) {

    static BreakingState at(final double cycles) {
        return new BreakingState(AgeingLaw.pieces(cycles), AgeingLaw.spread(cycles),
            Math.cbrt(AgeingLaw.swelling(cycles)), AgeingLaw.roughness(cycles));
    }
}
