// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.knime.node.parameters.widget.choices.Label;

/** How thresholds are found. */
enum ThresholdMethodChoice {

    @Label(value = "Otsu", description = "Makes the classes as uniform as can be: exact, for two or more classes")
    OTSU,

    @Label(value = "Ridler-Calvard", description = "The iterative threshold, in the middle between the means of the "
        + "classes")
    RIDLER_CALVARD,

    @Label(value = "Fixed", description = "Thresholds that you enter")
    FIXED
}
