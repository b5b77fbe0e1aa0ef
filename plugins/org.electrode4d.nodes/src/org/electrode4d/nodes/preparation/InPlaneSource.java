// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.electrode4d.correlation.alignment.InPlaneMotion;
import org.knime.node.parameters.widget.choices.Label;

/** What the motion in the plane of the collector is taken from; labels for {@link InPlaneMotion}. */
enum InPlaneSource {

    @Label(value = "Collector", description = "Its grains and its rough side, as far as they fix it")
    COLLECTOR(InPlaneMotion.COLLECTOR),

    @Label(value = "Whole volume", description = "For a smooth collector below an electrode that hardly changes")
    VOLUME(InPlaneMotion.VOLUME),

    @Label(value = "Another mask", description = "A column of masks of something that moves with the collector")
    MASK(InPlaneMotion.MASK),

    @Label(value = "None", description = "Scans are not moved in the plane")
    NONE(InPlaneMotion.NONE);

    final InPlaneMotion motion;

    InPlaneSource(final InPlaneMotion motion) {
        this.motion = motion;
    }
}
