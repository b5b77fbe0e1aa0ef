// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.io.IOException;

import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.morphology.DistanceTransform;
import org.electrode4d.volume.morphology.VolumeBorder;
import org.knime.node.parameters.widget.choices.Label;

/** Which distances are measured. */
enum DistanceKind {

    @Label(value = "Inside", description = "From each voxel inside to the nearest one outside; 0 outside")
    INSIDE,

    @Label(value = "Outside", description = "From each voxel outside to the nearest one inside; 0 inside. Such is the "
        + "distance of pore space to the nearest particle")
    OUTSIDE,

    @Label(value = "Both, with sign", description = "Inside as above, outside with a minus")
    SIGNED;

    Volume measure(final Volume mask, final VolumeBorder border, final ScratchSpace scratch, final Progress progress)
        throws IOException {
        return switch (this) {
            case INSIDE -> DistanceTransform.of(mask, border, scratch, progress);
            case OUTSIDE -> DistanceTransform.to(mask, scratch, progress);
            case SIGNED -> DistanceTransform.signed(mask, border, scratch, progress);
        };
    }
}
