// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Objects;
import org.electrode4d.volume.Point;

/**
 * The motion of one labelled particle: a material point X of it is found at {@code x = C + u + F (X - C)}.
 *
 * @param label of the particle in the label volume, above zero
 * @param centre centre of mass C in the reference, in voxels (x, y, z; the centre of the first voxel is 0)
 * @param result what correlation found, about the centre
 * @param voxels number of voxels of the particle; NaN if unknown, as in files that do not hold it
 */
public record LabelMotion(int label, Point centre, NodeResult result, double voxels) {

    /** @throws IllegalArgumentException for a label below one */
    public LabelMotion {
        Objects.requireNonNull(centre, "centre");
        Objects.requireNonNull(result, "result");
        if (label < 1) {
            throw new IllegalArgumentException("The label of a particle must be 1 or more, but is " + label
                + ": 0 is what is not labelled.");
        }
    }
}
