// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

/**
 * What a continuum model of an electrode, such as PyBaMM, needs to know of a region.
 *
 * @param porosity volume fraction of what conducts
 * @param transportEfficiency B = D_eff / D of the free conductor, 0 to 1
 */
public record TransportParameters(double porosity, double transportEfficiency) {

    /** tau in B = porosity / tau; infinite if nothing gets through. */
    public double tortuosityFactor() {
        return transportEfficiency > 0 ? porosity / transportEfficiency : Double.POSITIVE_INFINITY;
    }

    /**
     * b in B = porosity^b, so that tau = porosity^(1 - b); infinite if nothing gets through, NaN without obstacles,
     * where any b would do.
     */
    public double bruggemanCoefficient() {
        if (!(transportEfficiency > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        return porosity < 1 ? Math.log(transportEfficiency) / Math.log(porosity) : Double.NaN;
    }
}
