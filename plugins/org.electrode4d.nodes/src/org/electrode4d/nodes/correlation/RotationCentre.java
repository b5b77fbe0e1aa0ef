// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.knime.node.parameters.widget.choices.Label;

/** About which point a sample is turned and stretched. */
enum RotationCentre {

    @Label(value = "Middle", description = "The middle of the volume")
    MIDDLE,

    @Label(value = "Entered", description = "A position in the reference, in µm")
    ENTERED
}
