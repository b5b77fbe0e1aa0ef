// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.knime.node.parameters.widget.choices.Label;

/** How noise is removed. */
enum DenoisingMethod {

    @Label(value = "Non-local means", description = "Averages places that look alike: keeps edges and texture, slow")
    NON_LOCAL_MEANS,

    @Label(value = "Median", description = "The middle value of a cube: removes single outliers and keeps edges")
    MEDIAN,

    @Label(value = "Gaussian", description = "A weighted mean of the surroundings: fast, blurs edges")
    GAUSSIAN
}
