// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.EnumSet;
import java.util.Set;
import org.electrode4d.volume.Shape;

/** The six faces of a volume. */
public enum VolumeFace {
    FIRST_X, LAST_X, FIRST_Y, LAST_Y, FIRST_Z, LAST_Z;

    /** The faces that a volume has: an axis of a single voxel, as of an image, has none. */
    static Set<VolumeFace> of(final Shape shape) {
        final Set<VolumeFace> faces = EnumSet.noneOf(VolumeFace.class);
        for (final VolumeFace face : values()) {
            if (shape.along(face.ordinal() / 2) > 1) {
                faces.add(face);
            }
        }
        return faces;
    }

    /** The sides of the volume along x and y: those that a single plane touches. */
    static Set<VolumeFace> ofPlanes(final Shape shape) {
        final Set<VolumeFace> faces = of(shape);
        faces.remove(FIRST_Z);
        faces.remove(LAST_Z);
        return faces;
    }

    int bit() {
        return 1 << ordinal();
    }
}
