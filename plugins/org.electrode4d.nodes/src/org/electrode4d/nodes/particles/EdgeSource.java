// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.knime.node.parameters.widget.choices.Label;

/** Where edges are looked for. */
enum EdgeSource {

    @Label(value = "Everywhere", description = "All strong edges of the volume")
    VOLUME,

    @Label(value = "Surface of particles", description = "At the border of labelled particles or of a mask, one edge "
        + "per particle at most, as in the paper")
    PARTICLES
}
