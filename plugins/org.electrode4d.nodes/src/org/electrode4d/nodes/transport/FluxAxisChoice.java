// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.knime.node.parameters.widget.choices.Label;

/** Along which axis it flows; in the order of the axes. */
enum FluxAxisChoice {

    @Label(value = "x", description = "Along the electrode")
    X,

    @Label(value = "y", description = "Along the electrode, across x")
    Y,

    @Label(value = "z", description = "Across the electrode, from its surface to the current collector")
    Z
}
