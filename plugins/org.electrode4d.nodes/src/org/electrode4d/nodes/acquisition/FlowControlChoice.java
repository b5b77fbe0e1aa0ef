// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.electrode4d.acquisition.link.LinkAddress;
import org.knime.node.parameters.widget.choices.Label;

/** How a serial port is kept from being sent too much. */
enum FlowControlChoice {

    /** Not at all. */
    @Label("None")
    NONE(LinkAddress.FlowControl.NONE),

    /** By two wires. */
    @Label("RTS/CTS")
    RTS_CTS(LinkAddress.FlowControl.RTS_CTS),

    /** By two characters. */
    @Label("XON/XOFF")
    XON_XOFF(LinkAddress.FlowControl.XON_XOFF);

    /** What the link calls it. */
    final LinkAddress.FlowControl flowControl;

    FlowControlChoice(final LinkAddress.FlowControl flowControl) {
        this.flowControl = flowControl;
    }
}
