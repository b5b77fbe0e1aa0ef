// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.knime.node.parameters.widget.choices.Label;

/** Where the current collector is, for distances of particles. */
enum ParticleCollector {

    @Label(value = "Not measured", description = "No distances")
    NONE,

    @Label(value = "First slice", description = "The face of the volume before z = 0")
    FIRST_SLICE,

    @Label(value = "Last slice", description = "The face of the volume behind the largest z")
    LAST_SLICE,

    @Label(value = "Mask", description = "A plane fitted to the surface of a mask of the collector, on the side of the "
        + "electrode")
    MASK
}
