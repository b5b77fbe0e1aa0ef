// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.knime.node.parameters.widget.choices.Label;

/** What the node makes. */
enum AlignmentOutput {

    @Label(value = "Aligned volumes", description = "Writes every scan in the frame of the first, and the drift report")
    VOLUMES,

    @Label(value = "Drift report only", description = "Measures and writes no volume")
    REPORT
}
