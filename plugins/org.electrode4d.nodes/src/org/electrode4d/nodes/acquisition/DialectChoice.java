// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.knime.node.parameters.widget.choices.Label;

/** Whose language a simulated instrument speaks. */
enum DialectChoice {

    /** Keithley. */
    @Label("Keithley 2450 (SCPI)")
    KEITHLEY_2450(InstrumentKind.KEITHLEY_2450),

    /** PalmSens. */
    @Label("PalmSens (MethodSCRIPT)")
    METHODSCRIPT(InstrumentKind.METHODSCRIPT),

    /** Zahner. */
    @Label("Zahner (SCPI)")
    ZAHNER(InstrumentKind.ZAHNER),

    /** That of the example of a text instrument. */
    @Label("Text instrument (example)")
    TEXT(InstrumentKind.TEXT);

    /** The kind of the real instrument. */
    final InstrumentKind kind;

    DialectChoice(final InstrumentKind kind) {
        this.kind = kind;
    }
}
