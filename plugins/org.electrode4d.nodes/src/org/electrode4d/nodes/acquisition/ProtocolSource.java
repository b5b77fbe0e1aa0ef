// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.node.parameters.widget.choices.Label;

/** Where a cycling protocol comes from. */
enum ProtocolSource {

    /** The paper's protocol, with values of one's own. */
    @Label(value = "In situ cycling with scans", description = "Charges with constant current, holds the potential, "
        + "and discharges, with scans on the way: the protocol of H&#228;usler et al. 2026.")
    IN_SITU,

    /** Cycles without scans. */
    @Label(value = "CC-CV cycles", description = "Cycles without scans, as in pre-tests in the laboratory.")
    CC_CV,

    /** Typed into the dialog. */
    @Label(value = "Text", description = "A protocol of your own, in YAML, written below.")
    TEXT,

    /** A YAML file. */
    @Label(value = "File", description = "A protocol of your own, in a YAML file.")
    FILE
}
