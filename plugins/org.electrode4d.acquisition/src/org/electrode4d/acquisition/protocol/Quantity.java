// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

/** What an end condition looks at. */
public enum Quantity {
    /** Potential of the cell, V. */
    POTENTIAL,
    /** Magnitude of the current, A. */
    CURRENT,
    /** Time that the condition's owner has been active, without scans and the rest before them, s. */
    TIME,
    /** Magnitude of the charge that has passed while the condition's owner was active, C. */
    CHARGE,
    /** Scans that have been completed since the condition's owner (a step or a loop) began. */
    SCANS,
    /** Completed passes of a loop. */
    PASSES;

    /** Whether a value in a unit can be compared with it. */
    public boolean accepts(final Amount.Unit unit) {
        return switch (this) {
            case POTENTIAL -> unit == Amount.Unit.VOLT;
            case CURRENT -> unit == Amount.Unit.AMPERE || unit == Amount.Unit.C_RATE;
            case TIME -> unit == Amount.Unit.SECOND;
            case CHARGE -> unit == Amount.Unit.COULOMB || unit == Amount.Unit.CAPACITY;
            case SCANS, PASSES -> unit == Amount.Unit.COUNT;
        };
    }
}
