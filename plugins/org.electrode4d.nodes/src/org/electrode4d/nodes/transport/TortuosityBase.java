// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.transport.geodesic.StraightDistance;
import org.knime.node.parameters.widget.choices.Label;

/** What paths are compared with. */
enum TortuosityBase {

    @Label(value = "Depth", description = "The distance from the plane of the entry face")
    DEPTH(StraightDistance.DEPTH),

    @Label(value = "Nearest entry", description = "The straight distance to the nearest pore at the entry face, which "
        + "is at least the depth")
    NEAREST_ENTRY(StraightDistance.NEAREST_ENTRY);

    final StraightDistance straight;

    TortuosityBase(final StraightDistance straight) {
        this.straight = straight;
    }
}
