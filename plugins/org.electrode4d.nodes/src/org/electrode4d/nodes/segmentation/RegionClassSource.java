// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.knime.node.parameters.widget.choices.Label;

/** What tells the class of a region. */
enum RegionClassSource {

    @Label(value = "Rules", description = "Conditions on the features of regions, written below")
    RULES,

    @Label(value = "Column", description = "A column of the regions, as a learner of KNIME predicts it")
    COLUMN
}
