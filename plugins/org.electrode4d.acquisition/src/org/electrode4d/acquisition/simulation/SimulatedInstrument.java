// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import org.electrode4d.acquisition.instrument.InstrumentKind;

/** Simulated instruments by the kind of the real one. */
public final class SimulatedInstrument {

    private SimulatedInstrument() {
    }

    /**
     * An instrument that is switched on and has its output off.
     *
     * @param kind whose language it speaks
     * @param cell at its terminals
     */
    public static FaultyInstrument create(final InstrumentKind kind, final SimulatedCell cell) {
        return create(kind, new SimulatedPotentiostat(cell));
    }

    /** An instrument that measures as its potentiostat does. */
    public static FaultyInstrument create(final InstrumentKind kind, final SimulatedPotentiostat potentiostat) {
        return switch (kind) {
            case METHODSCRIPT -> new MethodScriptServer(potentiostat);
            case KEITHLEY_2450 -> new KeithleyServer(potentiostat, true);
            case ZAHNER -> new ZahnerServer(potentiostat, false);
            case TEXT -> new TextServer(potentiostat);
        };
    }
}
