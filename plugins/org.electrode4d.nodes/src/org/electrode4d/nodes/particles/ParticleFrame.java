// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.List;

import org.electrode4d.nodes.table.TrueParticleColumns;
import org.knime.node.parameters.widget.choices.Label;

/** What places of measured particles refer to. */
enum ParticleFrame {

    @Label(value = "Aligned", description = "The scans were aligned on the first one: the motion of the sample on its "
        + "stage does not count")
    ALIGNED(TrueParticleColumns.ALIGNED_CENTRE),

    @Label(value = "As scanned", description = "The scans are as they were taken")
    SCANNED(TrueParticleColumns.CENTRE);

    /** Columns of the true places. */
    final List<String> columns;

    ParticleFrame(final List<String> columns) {
        this.columns = columns;
    }
}
