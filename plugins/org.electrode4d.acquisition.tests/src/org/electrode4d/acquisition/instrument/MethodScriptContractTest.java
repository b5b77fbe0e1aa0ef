// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

/** The contract, in the language of METHODSCRIPT. */
final class MethodScriptContractTest extends InstrumentContract {

    MethodScriptContractTest() {
        super(InstrumentKind.METHODSCRIPT, "e\nvar e\nset_pgstat_chan 0\nset_pgstat_mode 6\ncell_on\nset_i 1");
    }
}
