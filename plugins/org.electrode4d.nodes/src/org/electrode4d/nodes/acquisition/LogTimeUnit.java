// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.node.parameters.widget.choices.Label;

/** Units of time; a time such as 1:30:00.5 has its own. */
enum LogTimeUnit {

    @Label("ms")
    MILLISECOND(1e-3),

    @Label("s")
    SECOND(1),

    @Label("min")
    MINUTE(60),

    @Label("h")
    HOUR(3600);

    final double seconds;

    LogTimeUnit(final double seconds) {
        this.seconds = seconds;
    }
}
