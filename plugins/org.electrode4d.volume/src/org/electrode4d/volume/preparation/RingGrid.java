// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Polar coordinates about the centre of rotation: rings one voxel apart, and angular windows that overlap by half.
 *
 * @param width voxels of a slice to the right
 * @param height voxels of a slice down
 * @param right place of the centre, in voxels
 * @param down place of the centre, in voxels
 * @param rings radii 0, 1, ... that have a value
 * @param angles samples around a ring, even: at the farthest corner they are some two voxels apart
 * @param windows angular windows around a ring; 1 for full rings
 */
record RingGrid(int width, int height, double right, double down, int rings, int angles, int windows) {

    private static final double FARTHEST = 16_000;

    static RingGrid of(final Volume volume, final RingSettings settings) {
        final Shape shape = volume.shape();
        final RotationAxis axis = settings.axis();
        final long width = axis.width(shape);
        final long height = axis.height(shape);
        final double right = Double.isNaN(settings.centreRight()) ? (width - 1) / 2.0 : settings.centreRight();
        final double down = Double.isNaN(settings.centreDown()) ? (height - 1) / 2.0 : settings.centreDown();
        final double farthest = Math.hypot(Math.max(Math.abs(right), Math.abs(width - 1 - right)),
            Math.max(Math.abs(down), Math.abs(height - 1 - down)));
        if (farthest > FARTHEST || width * height > Integer.MAX_VALUE / 4) {
            throw new IllegalArgumentException("The slices of " + volume.name() + " reach " + Math.round(farthest)
                + " voxels from the centre of rotation (" + right + ", " + down + "), but at most " + (int)FARTHEST
                + " are possible. Correct the centre, or crop the volume.");
        }
        final int rings = (int)Math.ceil(farthest) + 2;
        final double window = settings.angularWindow();
        return new RingGrid((int)width, (int)height, right, down, rings, 2 * (int)Math.ceil(Math.PI / 2 * rings) + 6,
            window == 360 ? 1 : (int)Math.ceil(720 / window));
    }

    /** Numbers that describe the rings of a slice. */
    int values() {
        return rings * windows;
    }
}
