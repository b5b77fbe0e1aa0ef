// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.GridPlacement;
import org.knime.node.parameters.widget.choices.Label;

/** Where the grid of nodes begins; labels for {@link GridPlacement}. */
enum GridStart {

    @Label(value = "Centred", description = "The grid is in the middle of the volume")
    CENTRED(GridPlacement.CENTRED),

    @Label(value = "As SPAM", description = "The first node is one spacing from the corner of the volume, as in SPAM")
    SPAM(GridPlacement.SPAM);

    final GridPlacement placement;

    GridStart(final GridPlacement placement) {
        this.placement = placement;
    }
}
