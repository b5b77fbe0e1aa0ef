// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

/** A simulated instrument that can be made to fail in ways that only itself knows. */
public interface FaultyInstrument extends InstrumentServer {

    /** The cell at its terminals. */
    SimulatedCell cell();

    /** From now on measured values are sent as overflow, or no longer. */
    void overflow(boolean on);

    /** The next commands to switch the output off are acknowledged but not followed. */
    void ignoreOff(int times);

    /** Loses its power and gets it back: output off, settings lost, nothing sent any more. */
    void restart(double time);

    /** Opens its relay and refuses to work until its error is cleared. */
    void latchError(double time);
}
