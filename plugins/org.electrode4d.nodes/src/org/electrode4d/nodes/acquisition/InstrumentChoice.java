// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.node.parameters.widget.choices.Label;

/** What the cell is connected to. */
enum InstrumentChoice {

    /** In this program, for trying things out. */
    @Label(value = "Simulated", description = "A simulated cell on a simulated instrument, in this program.")
    SIMULATED,

    /** PalmSens. */
    @Label(value = "PalmSens (MethodSCRIPT)", description = "EmStat4, Nexus. An EmStat Pico cannot "
        + "regulate a current and is refused.")
    METHODSCRIPT,

    /** Keithley. */
    @Label(value = "Keithley 2450 (SCPI)", description = "SourceMeter 2450 with the SCPI command set.")
    KEITHLEY_2450,

    /** Zahner. */
    @Label(value = "Zahner (SCPI)", description = "PP2x2, XPOT2, EL1002. Holds no limits by itself "
        + "while it is steered from outside: leave the guard on.")
    ZAHNER,

    /** Described by a file. */
    @Label(value = "Text instrument", description = "Any instrument that takes lines of text; a file says which.")
    TEXT
}
