// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.knime.node.parameters.widget.choices.Label;

/** Which way the composed fields lead. */
enum CompositionDirection {

    @Label(value = "From the first scan", description = "T0 to T1, T0 to T2, ...: where the material of the first scan "
        + "is in each later one; for strain and residual maps")
    FROM_FIRST,

    @Label(value = "Back to the first scan", description = "T1 to T0, T2 to T0, ...: the inverse, where the material "
        + "of each later scan came from")
    TO_FIRST
}
