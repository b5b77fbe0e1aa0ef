// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.electrode4d.volume.preparation.RotationAxis;
import org.knime.node.parameters.widget.choices.Label;

/** The axis of rotation of a scan; labels for {@link RotationAxis}. */
enum RotationAxisChoice {

    @Label(value = "x", description = "Slices show y and z")
    X(RotationAxis.X),

    @Label(value = "y", description = "Slices show x and z")
    Y(RotationAxis.Y),

    @Label(value = "z", description = "Slices show x and y")
    Z(RotationAxis.Z);

    final RotationAxis axis;

    RotationAxisChoice(final RotationAxis axis) {
        this.axis = axis;
    }
}
