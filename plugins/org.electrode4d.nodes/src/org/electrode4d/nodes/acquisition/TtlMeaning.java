// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.electrode4d.acquisition.scan.TtlSignal;
import org.knime.node.parameters.widget.choices.Label;

/** What an asserted control line says. */
enum TtlMeaning {

    /** While a scan is taken. */
    @Label(value = "Busy", description = "The line is asserted while the scan is taken.")
    BUSY(TtlSignal.Meaning.BUSY),

    /** When it is over. */
    @Label(value = "Done", description = "The line is asserted when the scan is over.")
    DONE(TtlSignal.Meaning.DONE);

    /** What the trigger calls it. */
    final TtlSignal.Meaning meaning;

    TtlMeaning(final TtlSignal.Meaning meaning) {
        this.meaning = meaning;
    }
}
