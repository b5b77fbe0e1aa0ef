// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.Set;

import org.electrode4d.transport.TransportException;

/**
 * Phases, such as pores, whose concentration stays what it is and that exchange lithium with the solved phases through
 * their common faces: {@code -D_eff dc/dn = k_f (c - C)}.
 *
 * @param labels of the phases
 * @param concentration C, mol/L
 * @param massTransfer coefficient k_f, m/s
 */
public record LithiumSource(Set<Integer> labels, double concentration, double massTransfer) {

    /** @throws TransportException for no phase, or a concentration or coefficient that is not positive */
    public LithiumSource {
        labels = Set.copyOf(labels);
        if (labels.isEmpty()) {
            throw new TransportException("There is no source phase. Name the label of the pores.");
        }
        if (!(concentration > 0) || Double.isInfinite(concentration)) {
            throw new TransportException("The concentration of the source is " + concentration
                + " mol/L, but must be greater than 0.");
        }
        if (!(massTransfer > 0) || Double.isInfinite(massTransfer)) {
            throw new TransportException("The mass transfer coefficient is " + massTransfer
                + " m/s, but must be greater than 0.");
        }
    }
}
