// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

/** The instruments that can be driven. */
public enum InstrumentKind {
    /** PalmSens EmStat Pico, EmStat4, Nexus: MethodSCRIPT. */
    METHODSCRIPT,
    /** Keithley 2450 SourceMeter: SCPI. */
    KEITHLEY_2450,
    /** Zahner PP2x2, XPOT2, EL1002: SCPI. */
    ZAHNER,
    /** Any instrument that takes lines of text; its commands come from a file. */
    TEXT
}
