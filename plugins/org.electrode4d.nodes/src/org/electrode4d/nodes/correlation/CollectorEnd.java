// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.ElectrodeDepth.Collector;
import org.knime.node.parameters.widget.choices.Label;

/** Where the current collector is; labels for {@link Collector}. */
public enum CollectorEnd {

    @Label(value = "At z = 0", description = "The collector is at the first slice, the separator at the last")
    FIRST_SLICE(Collector.FIRST_SLICE),

    @Label(value = "At the largest z", description = "The collector is at the last slice, the separator at the first")
    LAST_SLICE(Collector.LAST_SLICE);

    final Collector collector;

    CollectorEnd(final Collector collector) {
        this.collector = collector;
    }
}
