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

    @Label(value = "Mask", description = "The electrode is where labels are: a point counts with the share of its "
        + "cell, half a node spacing to either side, that has one")
    MASK
}
