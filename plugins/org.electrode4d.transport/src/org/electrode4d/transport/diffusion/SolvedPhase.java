// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import org.electrode4d.transport.TransportException;

/**
 * A phase that lithium diffuses in.
 *
 * @param label of the phase
 * @param porosity part of its volume that holds lithium at the concentration c: greater than 0, at most 1
 * @param diffusivity the effective one, m²/s: the flux is {@code -diffusivity grad c}
 */
public record SolvedPhase(int label, double porosity, double diffusivity) {

    /** @throws TransportException for a porosity or diffusivity out of range */
    public SolvedPhase {
        if (!(porosity > 0 && porosity <= 1)) {
            throw new TransportException("The porosity of phase " + label + " is " + porosity
                + ", but must be greater than 0 and at most 1.");
        }
        if (!(diffusivity > 0) || Double.isInfinite(diffusivity)) {
            throw new TransportException("The diffusivity of phase " + label + " is " + diffusivity
                + " m²/s, but must be greater than 0. Leave out phases in which nothing diffuses.");
        }
    }
}
