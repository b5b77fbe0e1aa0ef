// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.knime.node.parameters.widget.choices.Label;

/** The axis that slices are across. */
enum PhaseSliceAxis {

    @Label(value = "x", description = "Slices across x, from the first to the last")
    X,

    @Label(value = "y", description = "Slices across y, from the first to the last")
    Y,

    @Label(value = "z", description = "Slices parallel to the electrode, by depth")
    Z
}
