// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.knime.node.parameters.widget.choices.Label;

/** What labels of the reference scan are for. */
enum LabelUse {

    @Label(value = "None", description = "Regions by position only")
    NONE,

    @Label(value = "A region each", description = "Every label but the background 0 is a region besides the others")
    REGIONS,

    @Label(value = "Mask", description = "Points with label 0 belong to no region: the electrode is where labels are")
    MASK
}
