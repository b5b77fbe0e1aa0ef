// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

/** The contract, in the language of KEITHLEY_2450. */
final class Keithley2450ContractTest extends InstrumentContract {

    Keithley2450ContractTest() {
        super(InstrumentKind.KEITHLEY_2450, ":SOUR:VOLT:ILIM 1");
    }
}
