// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

/** Sees the unknowns at the start and after every step. */
@FunctionalInterface
public interface StepObserver {

    /**
     * @param time in s; where an output time was asked for, exactly that
     * @param values the unknowns: the integrator's own array, to be read and not kept
     * @param outflow what has left through the boundary until now, as the time integral of the flux
     */
    void accepted(double time, double[] values, double outflow);
}
