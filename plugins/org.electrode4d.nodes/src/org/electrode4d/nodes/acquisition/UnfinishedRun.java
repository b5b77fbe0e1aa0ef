// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.node.parameters.widget.choices.Label;

/** What a run does where the last one in its folder did not come to its end. */
enum UnfinishedRun {

    /** Nothing is done to the cell. */
    @Label(value = "Stop and tell me", description = "The node stops before it touches the instrument, where the last "
        + "run in the folder has no end: its program died, and you decide what becomes of its cell.")
    STOP,

    /** From the beginning of the protocol, with a log of its own. */
    @Label(value = "Start a new run", description = "A new run with a log of its own, from the first step of the "
        + "protocol. The old log stays as it is.")
    NEW_RUN,

    /** Where it stood. */
    @Label(value = "Resume", description = "The output is switched off first; then the last run that was not finished "
        + "goes on where it stood, in the same log.")
    RESUME,

    /** The output is switched off, and that is all. */
    @Label(value = "End safely", description = "Switches the output off, verifies it, and closes the log of the last "
        + "run with that. No current flows.")
    END
}
