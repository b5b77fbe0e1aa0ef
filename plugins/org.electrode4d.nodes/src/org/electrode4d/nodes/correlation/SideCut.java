// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.knime.node.parameters.widget.choices.Label;

/** How the border between the sides of an electrode is given. */
enum SideCut {

    @Label(value = "At a share of the thickness", description = "0.5 makes two halves, at every step")
    SHARE,

    @Label(value = "At a position", description = "At a fixed z in µm of the reference scan")
    POSITION
}
