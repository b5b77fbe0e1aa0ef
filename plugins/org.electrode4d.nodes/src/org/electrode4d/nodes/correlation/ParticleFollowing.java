// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.knime.node.parameters.widget.choices.Label;

/** How a particle is found again in later scans. */
enum ParticleFollowing {

    @Label(value = "Same label", description = "It has the same label in every scan")
    SAME_LABEL,

    @Label(value = "Nearest particle", description = "The deformation field carries its centre along; the particle "
        + "whose centre is nearest there, and no further than its radius, is the same whatever its label")
    NEAREST,

    @Label(value = "Deformation field", description = "The deformation field carries its centre along; later scans "
        + "need no labels")
    FIELD;

    boolean needsField() {
        return this != SAME_LABEL;
    }

    boolean needsLabels() {
        return this != FIELD;
    }
}
