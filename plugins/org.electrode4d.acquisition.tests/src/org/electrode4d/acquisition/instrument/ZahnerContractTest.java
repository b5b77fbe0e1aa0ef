// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

/** The contract, in the language of ZAHNER. */
final class ZahnerContractTest extends InstrumentContract {

    ZahnerContractTest() {
        super(InstrumentKind.ZAHNER, ":SESO:IVAL 1");
    }
}
