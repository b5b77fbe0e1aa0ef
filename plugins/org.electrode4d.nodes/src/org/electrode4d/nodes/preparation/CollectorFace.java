// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.util.Optional;

import org.electrode4d.correlation.ElectrodeDepth.Collector;
import org.knime.node.parameters.widget.choices.Label;

/** At which face the collector is. */
enum CollectorFace {

    @Label(value = "Where it is brighter", description = "The first or the last slice, whichever is "
        + "brighter; with a mask, whichever is nearer")
    AUTOMATIC(Optional.empty()),

    @Label(value = "At z = 0", description = "The collector is at the first slice")
    FIRST_SLICE(Optional.of(Collector.FIRST_SLICE)),

    @Label(value = "At the largest z", description = "The collector is at the last slice")
    LAST_SLICE(Optional.of(Collector.LAST_SLICE));

    final Optional<Collector> end;

    CollectorFace(final Optional<Collector> end) {
        this.end = end;
    }
}
