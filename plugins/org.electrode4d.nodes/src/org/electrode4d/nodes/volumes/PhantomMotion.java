// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.knime.node.parameters.widget.choices.Label;

/** How the phantom moves between its two states. */
enum PhantomMotion {

    @Label(value = "Homogeneous", description = "Stretch, rotation and shift, the same everywhere")
    HOMOGENEOUS,

    @Label(value = "Strain gradient", description = "Strain along z grows from zero at z = 0 to its full value at the "
        + "other side, as in an electrode that lithiates from the separator")
    STRAIN_GRADIENT,

    @Label(value = "Shear band", description = "The two halves slide past each other along z")
    SHEAR_BAND,

    @Label(value = "None", description = "Nothing moves: shows what noise alone does")
    NONE
}
