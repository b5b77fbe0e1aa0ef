// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import org.knime.node.parameters.widget.choices.Label;

/** How slices of volumes are coloured. */
enum VolumeColours {

    @Label(value = "Automatic", description = "Grey for tomograms, a colour each for labels, dark to light for "
        + "residual maps and other positive quantities, blue to red for signed ones such as strain")
    AUTOMATIC,

    @Label(value = "Grey", description = "Black to white")
    GREY
}
