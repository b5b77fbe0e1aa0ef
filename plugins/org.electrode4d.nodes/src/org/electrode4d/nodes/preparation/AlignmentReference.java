// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.knime.node.parameters.widget.choices.Label;

/** Which scan a scan is compared with. */
enum AlignmentReference {

    @Label(value = "First scan", description = "T0 with T1, T0 with T2, ...: errors do not add up")
    FIRST,

    @Label(value = "Scan before", description = "T0 with T1, T1 with T2, ...: where the "
        + "rigid region itself changes over the series")
    PREVIOUS
}
