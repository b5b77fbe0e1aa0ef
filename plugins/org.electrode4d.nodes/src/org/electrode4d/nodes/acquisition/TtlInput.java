// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.electrode4d.acquisition.scan.TtlSignal;
import org.knime.node.parameters.widget.choices.Label;

/** The control line that tells the end of a scan. */
enum TtlInput {

    /** Clear to send. */
    @Label("CTS")
    CTS(TtlSignal.Input.CTS),

    /** Data set ready. */
    @Label("DSR")
    DSR(TtlSignal.Input.DSR),

    /** Data carrier detect. */
    @Label("DCD")
    DCD(TtlSignal.Input.DCD);

    /** What the trigger calls it. */
    final TtlSignal.Input line;

    TtlInput(final TtlSignal.Input line) {
        this.line = line;
    }
}
