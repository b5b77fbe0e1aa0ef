// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.node.parameters.widget.choices.Label;

/** How the tomography control is asked for scans. */
enum ScanChoice {

    /** Nobody is asked; a scan takes some time. */
    @Label(value = "Simulated", description = "Nobody is asked; a scan takes the time below.")
    SIMULATED,

    /** A line over the network. */
    @Label(value = "TCP", description = "A line of text to a server, which answers with a line at the end of the scan.")
    TCP,

    /** A web request. */
    @Label(value = "HTTP", description = "A request to a web server.")
    HTTP,

    /** A program of this computer. */
    @Label(value = "Command", description = "A command of this computer that returns at the end of the scan.")
    COMMAND,

    /** Wires. */
    @Label(value = "TTL", description = "Control lines of a serial port.")
    TTL,

    /** Files in a folder. */
    @Label(value = "Files", description = "Files in a folder that both computers see.")
    FILES
}
