// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.knime.node.parameters.widget.choices.Label;

/** How much pixels of each class count in training. */
enum ClassWeighting {

    @Label(value = "All pixels alike", description = "A class counts by its share of the labelled pixels")
    ALIKE,

    @Label(value = "All classes alike", description = "Pixels of rare classes count more, up to ten times: for classes "
        + "that are painted with few strokes, or fill little of the electrode")
    BALANCED
}
