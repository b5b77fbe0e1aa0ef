// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

/**
 * Between which values every effective diffusivity is, whatever the structure.
 *
 * @param series lower bound of Wiener (1912), m²/s: sheets across the flux; 0 if a part does not conduct
 * @param parallel upper bound of Wiener, m²/s: sheets along the flux
 * @param isotropicLower of Hashin and Shtrikman (Journal of Applied Physics 33, 3125, 1962), m²/s, for structures that
 *        are the same in all directions and much finer than the volume
 * @param isotropicUpper likewise
 */
public record DiffusivityBounds(double series, double parallel, double isotropicLower, double isotropicUpper) {

    /**
     * @param fractions of the phases; what is missing to 1 does not conduct
     * @param diffusivities m²/s
     * @param dimensions 2 or 3
     */
    static DiffusivityBounds of(final double[] fractions, final double[] diffusivities, final int dimensions) {
        double conducting = 0;
        double mean = 0;
        double resistance = 0;
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < fractions.length; i++) {
            if (fractions[i] > 0) {
                conducting += fractions[i];
                mean += fractions[i] * diffusivities[i];
                resistance += fractions[i] / diffusivities[i];
                largest = Math.max(largest, diffusivities[i]);
                smallest = Math.min(smallest, diffusivities[i]);
            }
        }
        final boolean dense = conducting > 1 - 1e-12;
        return new DiffusivityBounds(dense ? 1 / resistance : 0, mean,
            dense ? isotropic(fractions, diffusivities, (dimensions - 1) * smallest) : 0,
            largest > 0 ? isotropic(fractions, diffusivities, (dimensions - 1) * largest) : 0);
    }

    /** A medium of the stiffness {@code compared} between inclusions of all phases. */
    private static double isotropic(final double[] fractions, final double[] diffusivities, final double compared) {
        double inverse = 0;
        double impermeable = 1;
        for (int i = 0; i < fractions.length; i++) {
            inverse += fractions[i] / (diffusivities[i] + compared);
            impermeable -= fractions[i];
        }
        inverse += Math.max(0, impermeable) / compared;
        return Math.max(0, 1 / inverse - compared);
    }
}
