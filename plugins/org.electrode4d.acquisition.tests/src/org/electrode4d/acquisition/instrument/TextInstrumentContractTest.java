// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

/** The contract, in the language of TEXT. */
final class TextInstrumentContractTest extends InstrumentContract {

    TextInstrumentContractTest() {
        super(InstrumentKind.TEXT, "SETI 0.09");
    }
}
