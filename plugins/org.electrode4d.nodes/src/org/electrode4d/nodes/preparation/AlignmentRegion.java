// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.knime.node.parameters.widget.choices.Label;

/** What of the sample is rigid. */
enum AlignmentRegion {

    @Label(value = "Collector, found", description = "The brightest phase, which fills the first or the last slice")
    COLLECTOR,

    @Label(value = "Collector, by a mask", description = "The current collector, as a column of masks or labels says")
    COLLECTOR_MASK,

    @Label(value = "Any mask", description = "Something else that is rigid, as a column of masks or labels says")
    MASK
}
