// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Volume;

/** Components whose labels are still in a store, with the voxels of each. */
public record LabelledPlanes(PlaneStore labels, long[] sizes) {

    /** The components of a volume, whose names of labels mean nothing any more. */
    public Components components(final Volume source) {
        return new Components(
            LabelVolume.of(Relabelling.unnamed(labels.like(source, "Components of " + source.name()))), sizes);
    }
}
