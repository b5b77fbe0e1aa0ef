// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.electrode4d.learning.features.FeatureSpace;
import org.knime.node.parameters.widget.choices.Label;

/** Where a pixel classifier looks; labels for {@link FeatureSpace}. */
enum FeatureDimensions {

    @Label(value = "2-D", description = "Every slice across z on its own: for labelled images, and for labels painted "
        + "in a few slices of scans with few or thick slices")
    PLANAR(FeatureSpace.PLANAR),

    @Label(value = "3-D", description = "Also the slices around: takes about four times as long, and sees surfaces "
        + "that lie flat")
    SPATIAL(FeatureSpace.SPATIAL);

    final FeatureSpace space;

    FeatureDimensions(final FeatureSpace space) {
        this.space = space;
    }
}
