// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.volume.VolumeFace;
import org.knime.node.parameters.widget.choices.Label;

/** Where lithium comes from. */
enum TortuosityEntry {

    @Label(value = "First z", description = "The first slice: the separator, if z goes from there to the collector")
    FIRST_Z(VolumeFace.FIRST_Z),

    @Label(value = "Last z", description = "The last slice")
    LAST_Z(VolumeFace.LAST_Z),

    @Label(value = "First x", description = "The side where x begins")
    FIRST_X(VolumeFace.FIRST_X),

    @Label(value = "Last x", description = "The side where x ends")
    LAST_X(VolumeFace.LAST_X),

    @Label(value = "First y", description = "The side where y begins; for images, which have no face along z")
    FIRST_Y(VolumeFace.FIRST_Y),

    @Label(value = "Last y", description = "The side where y ends")
    LAST_Y(VolumeFace.LAST_Y);

    final VolumeFace face;

    TortuosityEntry(final VolumeFace face) {
        this.face = face;
    }
}
