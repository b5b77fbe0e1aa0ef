// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.knime.node.parameters.widget.choices.Label;

/** Where the noise threshold of residual maps comes from. */
enum ThresholdSource {

    @Label(value = "This value", description = "One threshold for all pairs, set below")
    VALUE,

    @Label(value = "Column", description = "A number of each row, as the Noise Floor appends it")
    COLUMN
}
