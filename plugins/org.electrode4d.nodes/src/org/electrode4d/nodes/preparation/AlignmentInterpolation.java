// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.electrode4d.correlation.Accuracy;
import org.knime.node.parameters.widget.choices.Label;

/** How grey values between voxels are found; labels for {@link Accuracy}. */
enum AlignmentInterpolation {

    @Label(value = "Exact", description = "Cubic B-splines: sharpness and noise stay nearly what they were")
    EXACT(Accuracy.EXACT),

    @Label(value = "Fast", description = "Trilinear: three times faster, and smooths a little")
    FAST(Accuracy.FAST);

    final Accuracy accuracy;

    AlignmentInterpolation(final Accuracy accuracy) {
        this.accuracy = accuracy;
    }
}
