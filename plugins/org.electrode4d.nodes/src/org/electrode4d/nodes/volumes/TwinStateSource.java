// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.knime.node.parameters.widget.choices.Label;

/** What says how far the electrode has swollen at a scan of a table. */
enum TwinStateSource {

    @Label(value = "Step", description = "The name of the scan: T0 to T9 are the published states")
    STEP,

    @Label(value = "State of charge", description = "The states between the published ones at the same state of "
        + "charge, on the way up until the fullest scan and on the way down after it")
    STATE_OF_CHARGE
}
