// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.electrode4d.segmentation.tracking.CollectorPlane;
import org.electrode4d.volume.Volume;
import org.knime.node.parameters.widget.choices.Label;

/** At which end of the z axis the current collector is. */
enum TrackCollector {

    @Label(value = "At z = 0", description = "The collector is at the first slice, the separator at the last")
    FIRST_SLICE,

    @Label(value = "At the largest z", description = "The collector is at the last slice, the separator at the first")
    LAST_SLICE;

    /** @param depth of its surface below that face of the volume, µm */
    CollectorPlane of(final Volume volume, final double depth) {
        final double edge = volume.voxelSize().z();
        final double first = volume.origin().z() - edge / 2;
        return this == FIRST_SLICE ? new CollectorPlane(first + depth, true)
            : new CollectorPlane(first + volume.shape().z() * edge - depth, false);
    }
}
