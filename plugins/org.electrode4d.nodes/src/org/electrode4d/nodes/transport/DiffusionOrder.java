// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.knime.node.parameters.widget.choices.Label;

/** The order of finite elements. */
enum DiffusionOrder {

    /** P1. */
    @Label(value = "Linear", description = "P1: one unknown per vertex; the error falls with the square of the size")
    LINEAR,

    /** P2. */
    @Label(value = "Quadratic", description = "P2, as in the paper: about four times (in space eight times) as many "
        + "unknowns; the error falls with the cube of the size away from corners")
    QUADRATIC;

    int order() {
        return ordinal() + 1;
    }
}
