// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.node.parameters.widget.choices.Label;

/** Which safety limits hold. */
enum LimitSource {

    /** Those that the protocol brings along. */
    @Label(value = "Of the protocol", description = "50 mV beyond the potentials of the preset, 1.5 times its current "
        + "and capacity; a text or file states its own.")
    PROTOCOL,

    /** Those of the dialog. */
    @Label(value = "My own", description = "The limits below take the place of those of the protocol.")
    OWN
}
