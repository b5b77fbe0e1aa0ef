// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.knime.node.parameters.widget.choices.Label;

/** What tells where a particle is expected in the next scan. */
enum TrackPrediction {

    @Label(value = "Motion of neighbours", description = "Particles beyond doubt near it tell where it went: the local "
        + "affine motion that fits their displacements best")
    NEIGHBOURS,

    @Label(value = "Deformation field", description = "The field of the second input carries its centre along; where "
        + "there is none, neighbours tell")
    FIELD,

    @Label(value = "Last position", description = "It is expected where it was: for motions well below half the "
        + "distance between particles")
    NONE
}
