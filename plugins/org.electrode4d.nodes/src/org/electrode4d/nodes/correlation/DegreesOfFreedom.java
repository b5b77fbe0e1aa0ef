// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.Freedom;
import org.knime.node.parameters.widget.choices.Label;

/** What a correlation window can do; labels for {@link Freedom}. */
enum DegreesOfFreedom {

    @Label(value = "Affine", description = "Translation, rotation, stretch and shear: 12 numbers")
    AFFINE(Freedom.AFFINE),

    @Label(value = "Rigid", description = "Translation and rotation: 6 numbers")
    RIGID(Freedom.RIGID),

    @Label(value = "Translation", description = "Translation alone: 3 numbers")
    TRANSLATION(Freedom.TRANSLATION);

    final Freedom freedom;

    DegreesOfFreedom(final Freedom freedom) {
        this.freedom = freedom;
    }
}
