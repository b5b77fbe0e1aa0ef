// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

/** What an instrument does to a cell at its terminals. Volt, ampere; a positive current charges. */
public sealed interface Drive {

    /** No current. */
    record Open() implements Drive {
    }

    /**
     * A current, or what keeps the potential within its bounds.
     *
     * @param current that is wanted
     * @param minPotential held instead where the current would bring the cell below it
     * @param maxPotential held instead where the current would bring the cell above it
     */
    record Current(double current, double minPotential, double maxPotential) implements Drive {
    }

    /**
     * A potential, or as much current as is allowed.
     *
     * @param potential that is wanted
     * @param maxCurrent bound of the magnitude of the current
     */
    record Potential(double potential, double maxCurrent) implements Drive {
    }
}
