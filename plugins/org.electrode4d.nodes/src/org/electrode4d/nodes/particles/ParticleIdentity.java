// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.knime.node.parameters.widget.choices.Label;

/** How a particle of the first scan is known in the others. */
enum ParticleIdentity {

    @Label(value = "Same label", description = "Every scan has its own labels, and a particle the same in all")
    SAME_LABEL,

    @Label(value = "Labels of the first scan", description = "The labels of the first scan are laid over all scans, "
        + "which must be in its frame")
    FIRST_SCAN,

    @Label(value = "Tracks", description = "Every scan has its own labels; the second input says what particle each "
        + "belongs to")
    TRACKS
}
