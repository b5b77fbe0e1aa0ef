// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.knime.node.parameters.widget.choices.Label;

/** What the scale of superpixels is counted in. */
enum SuperpixelScale {

    @Label(value = "255ths of the range", description = "Of the type for 8 and 16 bit, as in scikit-image, so that the "
        + "same number suits both; of the values for other types")
    OF_RANGE,

    @Label(value = "Grey values", description = "As they are in the scan")
    GREY_VALUES
}
