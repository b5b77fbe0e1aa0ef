// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import org.electrode4d.volume.Shape;

/** What is taken to be beyond the border of the volume. An axis of a single voxel, as of an image, has no border. */
public enum VolumeBorder {
    /** Nothing is known there: only what is inside of the volume counts. */
    OPEN,
    /** There everything is outside of the mask. */
    BACKGROUND;

    public boolean isBackground(final long extent) {
        return this == BACKGROUND && extent > 1;
    }

    /** Whether a volume has a border beyond which is background. */
    public boolean isBackground(final Shape shape) {
        return isBackground(Math.max(shape.x(), Math.max(shape.y(), shape.z())));
    }
}
