// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.electrode4d.acquisition.scan.TtlSignal;
import org.knime.node.parameters.widget.choices.Label;

/** The control line that asks for a scan. */
enum TtlOutput {

    /** Request to send. */
    @Label("RTS")
    RTS(TtlSignal.Output.RTS),

    /** Data terminal ready. */
    @Label("DTR")
    DTR(TtlSignal.Output.DTR);

    /** What the trigger calls it. */
    final TtlSignal.Output line;

    TtlOutput(final TtlSignal.Output line) {
        this.line = line;
    }
}
