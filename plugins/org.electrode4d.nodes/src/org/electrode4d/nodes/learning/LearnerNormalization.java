// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.learning.data.Normalization;
import org.knime.node.parameters.widget.choices.Label;

/** What grey values become before a network learns from them; labels for {@link Normalization}. */
enum LearnerNormalization {

    @Label(value = "Mean and deviation", description = "Of each scan: the mean becomes 0, the standard deviation 1")
    DEVIATION(Normalization.DEVIATION),

    @Label(value = "Percentiles", description = "Of each scan: the 1st percentile becomes -1, the 99th 1")
    PERCENTILES(Normalization.PERCENTILES),

    @Label(value = "As they are", description = "For scans whose grey values are calibrated and of the order of 1")
    NONE(Normalization.fixed(new GreyScale(0, 1)));

    final Normalization normalization;

    LearnerNormalization(final Normalization normalization) {
        this.normalization = normalization;
    }
}
