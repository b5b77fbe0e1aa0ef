// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.knime.node.parameters.widget.choices.Label;

/** Where reference phases come from. */
enum PhaseSource {

    @Label(value = "Labels", description = "Numbers in a volume of phases")
    LABELS,

    @Label(value = "Masks", description = "Two columns of masks")
    MASKS,

    @Label(value = "Histogram", description = "The two highest peaks of the histogram, found automatically")
    PEAKS
}
