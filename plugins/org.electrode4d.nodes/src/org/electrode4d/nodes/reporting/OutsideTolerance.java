// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import org.knime.node.parameters.widget.choices.Label;

/** What happens where a difference is larger than its tolerance. */
enum OutsideTolerance {

    @Label(value = "Warn", description = "A warning names the values")
    WARN,

    @Label(value = "Stop", description = "The node fails and names the values, so that a workflow can check itself")
    STOP
}
