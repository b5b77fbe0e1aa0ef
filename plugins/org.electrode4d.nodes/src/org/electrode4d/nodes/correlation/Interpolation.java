// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.Accuracy;
import org.knime.node.parameters.widget.choices.Label;

/** How grey values between voxels are found; labels for {@link Accuracy}. */
enum Interpolation {

    @Label(value = "Exact", description = "Cubic B-splines in the last iterations: no bias worth mentioning")
    EXACT(Accuracy.EXACT),

    @Label(value = "Fast", description = "Trilinear throughout: about three times faster, biased by some thousandths "
        + "of a voxel")
    FAST(Accuracy.FAST);

    final Accuracy accuracy;

    Interpolation(final Accuracy accuracy) {
        this.accuracy = accuracy;
    }
}
