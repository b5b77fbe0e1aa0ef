// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.node.parameters.widget.choices.Label;

/** How an instrument is connected to the computer. */
enum ConnectionChoice {

    /** RS232, or USB that looks like it. */
    @Label(value = "Serial port", description = "RS232, or a USB cable that appears as a serial port.")
    SERIAL,

    /** A network. */
    @Label(value = "TCP", description = "A host and a port of the network.")
    TCP
}
