// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.transport.phase.SubVolumeSettings.Placement;
import org.knime.node.parameters.widget.choices.Label;

/** Where sub-volumes are; labels for {@link Placement}. */
enum SubVolumePlacement {

    @Label(value = "At random", description = "Anywhere with equal probability; they overlap where they are large or "
        + "many")
    RANDOM(Placement.RANDOM),

    @Label(value = "Side by side", description = "Without overlap, around the middle of the volume; random ones of "
        + "these where there are more than wanted, and fewer than wanted where there is no room")
    TILES(Placement.TILES);

    final Placement placement;

    SubVolumePlacement(final Placement placement) {
        this.placement = placement;
    }
}
