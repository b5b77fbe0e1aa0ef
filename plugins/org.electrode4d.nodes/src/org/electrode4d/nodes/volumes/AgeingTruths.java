// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.Optional;

import org.electrode4d.phantom.AgeingPhantom;
import org.electrode4d.phantom.AgeingTruth;
import org.electrode4d.phantom.PoreTruth;

/**
 * What is true of an ageing phantom after so many cycles.
 *
 * @param phases what it is made of
 * @param pores nothing where the phantom is too large for plain methods
 */
record AgeingTruths(double cycles, AgeingTruth phases, Optional<PoreTruth> pores) {

    /** Spelt as in the series. */
    String step() {
        return AgeingPhantom.age(cycles);
    }
}
