// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition;

/**
 * What an instrument does to the cell. Bounds are held by the instrument itself where it can, so that the cell is safe
 * when nobody talks to the instrument any more.
 */
public sealed interface Setpoint {

    /** The cell at rest: no current, potential measured. */
    record OpenCircuit() implements Setpoint {
    }

    /**
     * A constant current.
     *
     * @param current in ampere, positive charges
     * @param minPotential volt at or below which the instrument ends it, or which it holds
     * @param maxPotential volt at or above which the instrument ends it, or which it holds
     * @param maxTime seconds after which the instrument ends it if it hears nothing more
     */
    record Current(double current, double minPotential, double maxPotential, double maxTime) implements Setpoint {
    }

    /**
     * A constant potential.
     *
     * @param potential in volt
     * @param maxCurrent ampere which the magnitude of the current shall not exceed
     * @param maxTime seconds after which the instrument ends it if it hears nothing more
     */
    record Potential(double potential, double maxCurrent, double maxTime) implements Setpoint {
    }
}
