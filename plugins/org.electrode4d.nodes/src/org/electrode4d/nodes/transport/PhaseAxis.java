// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.knime.node.parameters.widget.choices.Label;

/** An axis of volumes of phases, in the order of their numbers. */
enum PhaseAxis {

    @Label(value = "x", description = "Along the electrode, to the right in pictures")
    X,

    @Label(value = "y", description = "Along the electrode, across x")
    Y,

    @Label(value = "z", description = "The depth of the electrode")
    Z
}
