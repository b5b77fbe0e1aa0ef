// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import org.electrode4d.transport.TransportException;

/**
 * How time advances.
 *
 * @param tolerance the largest error that one step may make in any unknown, in the unit of the unknowns; infinite for
 *     steps of the first length
 * @param firstStep length of the first step, s; it is shortened until the unknowns change little in it
 * @param residual what linear systems are solved to, relative to their right-hand side
 */
public record StepSettings(double tolerance, double firstStep, double residual) {

    /** @throws TransportException if one is not positive */
    public StepSettings {
        if (!(tolerance > 0) || !(firstStep > 0) || !(residual > 0) || Double.isInfinite(firstStep)) {
            throw new TransportException("Tolerance (" + tolerance + "), first step (" + firstStep
                + " s) and residual (" + residual + ") must be greater than zero.");
        }
    }

    /** Steps of one length, which only end times cut. */
    public static StepSettings constant(final double step, final double residual) {
        return new StepSettings(Double.POSITIVE_INFINITY, step, residual);
    }
}
