// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.knime.node.parameters.widget.choices.Label;

/** What voxels get that no voxel of a scan was moved to. */
enum AlignmentOutside {

    @Label(value = "A grey value", description = "The number below")
    VALUE,

    @Label(value = "Not a number", description = "NaN in 32-bit floating point; 0 in integers, which have none")
    NAN,

    @Label(value = "The nearest voxel", description = "The scan goes on as it is at its border: no false edges where "
        + "it is segmented, but nothing that could be measured")
    NEAREST
}
