// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.learning.data.Normalization;
import org.knime.node.parameters.widget.choices.Label;

/** What grey values become before a network sees them; labels for {@link Normalization.Kind}. */
enum GreyNormalization {

    @Label(value = "Mean and deviation", description = "Of each scan: the mean becomes 0, the standard deviation 1")
    DEVIATION,

    @Label(value = "Percentiles", description = "Of each scan: the 1st percentile becomes -1, the 99th 1")
    PERCENTILES,

    @Label(value = "Fixed", description = "(grey value - zero) / unit, the same for all scans, whose grey values must "
        + "be calibrated")
    FIXED;

    /** @param zero grey value that becomes 0; unit how many become 1; both for FIXED only */
    Normalization of(final double zero, final double unit) {
        return switch (this) {
            case DEVIATION -> Normalization.DEVIATION;
            case PERCENTILES -> Normalization.PERCENTILES;
            case FIXED -> Normalization.fixed(new GreyScale(zero, unit));
        };
    }
}
