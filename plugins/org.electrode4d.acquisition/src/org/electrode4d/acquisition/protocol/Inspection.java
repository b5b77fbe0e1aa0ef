// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.acquisition.instrument.InstrumentRange;

/**
 * A check that is under way.
 *
 * @param protocol that is checked
 * @param range of the instrument
 * @param findings up to now
 */
record Inspection(Protocol protocol, InstrumentRange range, List<Finding> findings) {

    Inspection(final Protocol protocol, final InstrumentRange range) {
        this(protocol, range, new ArrayList<>());
    }

    void error(final String step, final String message) {
        findings.add(new Finding(Finding.Severity.ERROR, step, message));
    }

    void warning(final String step, final String message) {
        findings.add(new Finding(Finding.Severity.WARNING, step, message));
    }

    /** Coulomb; NaN if it is not known, as every value is then that needs it. */
    double capacity() {
        return protocol.capacity().orElse(Double.NaN);
    }

    double si(final Amount amount) {
        return amount.si(capacity());
    }

    String potential(final double volt) {
        return words().potential(volt);
    }

    String current(final double ampere) {
        return words().current(ampere);
    }

    String time(final double seconds) {
        return words().time(seconds);
    }

    private Words words() {
        return new Words(protocol.capacity());
    }
}
