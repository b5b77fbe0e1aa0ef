// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import org.electrode4d.transport.TransportException;

/**
 * How the steady state through a volume is posed and solved.
 *
 * @param axis along which it flows: 0 = x, 1 = y, 2 = z
 * @param boundary where the concentrations 1 (at the first) and 0 (at the last) are held
 * @param periodicSides whether what leaves through one side comes in at the opposite one; else the sides are closed
 * @param tolerance largest difference between the fluxes through any two planes of faces, relative to their mean
 * @param iterations after which the solver gives up
 */
public record FluxSettings(int axis, FluxBoundary boundary, boolean periodicSides, double tolerance, int iterations) {

    /** Below, the rounding of sums over planes shows. */
    public static final double FINEST_TOLERANCE = 1e-11;

    /** @throws TransportException for an axis that is none, or a tolerance outside of 1e-11 to 0.1 */
    public FluxSettings {
        if (axis < 0 || axis > 2) {
            throw new TransportException("The axis of the flux is " + axis + ", but must be 0 (x), 1 (y) or 2 (z).");
        }
        if (!(tolerance >= FINEST_TOLERANCE && tolerance <= 0.1)) {
            throw new TransportException("The tolerance of the flux is " + tolerance + ", but must be between "
                + FINEST_TOLERANCE + " and 0.1. With 1e-6 five digits of the effective diffusivity are safe.");
        }
        if (iterations < 1) {
            throw new TransportException("At least one iteration is needed, not " + iterations + ".");
        }
    }

    /** Faces held, sides closed, fluxes equal to one part in a million. */
    public static FluxSettings along(final int axis) {
        return new FluxSettings(axis, FluxBoundary.FACES, false, 1e-6, 1000);
    }

    public FluxSettings withBoundary(final FluxBoundary place) {
        return new FluxSettings(axis, place, periodicSides, tolerance, iterations);
    }

    public FluxSettings withPeriodicSides(final boolean periodic) {
        return new FluxSettings(axis, boundary, periodic, tolerance, iterations);
    }

    public FluxSettings withTolerance(final double relative) {
        return new FluxSettings(axis, boundary, periodicSides, relative, iterations);
    }
}
