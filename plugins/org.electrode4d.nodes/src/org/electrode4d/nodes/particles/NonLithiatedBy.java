// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.electrode4d.segmentation.particle.PhaseCriterion.Kind;
import org.knime.node.parameters.widget.choices.Label;

/** How non-lithiated silicon is told; labels for {@link Kind}. */
enum NonLithiatedBy {

    @Label(value = "Mask", description = "Voxels that are not 0: a segmentation of non-lithiated silicon")
    MASK(Kind.MASK),

    @Label(value = "Phase", description = "Voxels of one label of a volume of phases")
    PHASE(Kind.LABEL),

    @Label(value = "Darker", description = "Grey values up to a threshold, in the particles: silicon in phase contrast "
        + "as in Häusler et al.")
    DARKER(Kind.DARKER),

    @Label(value = "Brighter", description = "Grey values from a threshold on, in the particles")
    BRIGHTER(Kind.BRIGHTER);

    final Kind kind;

    NonLithiatedBy(final Kind kind) {
        this.kind = kind;
    }
}
