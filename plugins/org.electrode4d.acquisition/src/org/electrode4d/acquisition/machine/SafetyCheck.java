// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.Optional;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.SafetyLimits;

/**
 * Looks at each reading before anything else does.
 *
 * @param limits that hold whatever the protocol says
 */
record SafetyCheck(SafetyLimits limits) {

    /**
     * The limit that a reading violates, in words; a value at a limit does not violate it.
     *
     * @param last reading before it, if there was one
     * @param charge net charge since the start of the run with this reading, in coulomb
     */
    Optional<String> violation(final Reading reading, final Optional<Reading> last, final double charge) {
        if (reading.potential() > limits.maxPotential()) {
            return above("potential", Wording.potential(reading.potential()), Wording.potential(limits.maxPotential()));
        }
        if (reading.potential() < limits.minPotential()) {
            return violated("potential " + Wording.potential(reading.potential()) + " < "
                + Wording.potential(limits.minPotential()));
        }
        if (Math.abs(reading.current()) > limits.maxCurrent()) {
            return above("current", Wording.current(Math.abs(reading.current())), Wording.current(limits.maxCurrent()));
        }
        if (reading.time() > limits.maxTime()) {
            return above("run time", Wording.time(reading.time()), Wording.time(limits.maxTime()));
        }
        if (Math.abs(charge) > limits.maxCharge()) {
            return above("net charge", Wording.charge(Math.abs(charge)), Wording.charge(limits.maxCharge()));
        }
        return temperature(reading, last);
    }

    private Optional<String> temperature(final Reading reading, final Optional<Reading> last) {
        if (reading.temperature() > limits.maxTemperature()) {
            return above("temperature", Wording.temperature(reading.temperature()),
                Wording.temperature(limits.maxTemperature()));
        }
        final boolean lost = Double.isNaN(reading.temperature())
            && last.filter(before -> !Double.isNaN(before.temperature())).isPresent();
        return lost && Double.isFinite(limits.maxTemperature())
            ? violated("no temperature any more, limit " + Wording.temperature(limits.maxTemperature()))
            : Optional.empty();
    }

    private static Optional<String> above(final String name, final String value, final String limit) {
        return violated(name + " " + value + " > " + limit);
    }

    private static Optional<String> violated(final String what) {
        return Optional.of("safety limit: " + what);
    }
}
