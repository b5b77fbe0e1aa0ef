// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

/**
 * A number with its unit, or one in terms of the capacity of the cell.
 *
 * @param value of the unit; finite
 * @param unit of the value
 */
public record Amount(double value, Unit unit) {

    /** Refuses what is no number. */
    public Amount {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("An amount of " + value + " " + unit.symbol() + " is no number.");
        }
    }

    /** Units that a protocol knows. */
    public enum Unit {
        VOLT(1, "V"), AMPERE(1, "A"), SECOND(1, "s"), COULOMB(1, "C"), COUNT(1, ""),
        /** A current in multiples of the capacity per hour; 1/3 is C/3. */
        C_RATE(1. / 3600, "C"),
        /** A charge in multiples of the capacity. */
        CAPACITY(1, "capacity");

        private final double factor;
        private final String symbol;

        Unit(final double factor, final String symbol) {
            this.factor = factor;
            this.symbol = symbol;
        }

        /** How it is written in errors. */
        public String symbol() {
            return symbol;
        }

        /** Whether it means something only for a cell of known capacity. */
        public boolean needsCapacity() {
            return this == C_RATE || this == CAPACITY;
        }
    }

    /**
     * The value in SI units: V, A, s, C.
     *
     * @param capacity of the cell in coulomb; only looked at by units that need it
     */
    public double si(final double capacity) {
        return unit.needsCapacity() ? value * unit.factor * capacity : value;
    }
}
