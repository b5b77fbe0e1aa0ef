// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import java.util.EnumSet;
import java.util.Set;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;

/** A face of the volume that a particle touches. */
public enum BorderFace {
    X_LOWER("x-"), X_UPPER("x+"), Y_LOWER("y-"), Y_UPPER("y+"), Z_LOWER("z-"), Z_UPPER("z+");

    private final String text;

    BorderFace(final String text) {
        this.text = text;
    }

    /** The faces that a box of voxels touches; the two faces of a single slice do not count. */
    static Set<BorderFace> of(final Block box, final Shape shape) {
        final Set<BorderFace> faces = EnumSet.noneOf(BorderFace.class);
        final long[] from = {box.minX(), box.minY(), box.minZ()};
        final long[] to = {box.endX(), box.endY(), box.endZ()};
        for (int axis = 0; axis < (shape.z() == 1 ? 2 : 3); axis++) {
            if (from[axis] == 0) {
                faces.add(values()[2 * axis]);
            }
            if (to[axis] == shape.along(axis)) {
                faces.add(values()[2 * axis + 1]);
            }
        }
        return faces;
    }

    @Override
    public String toString() {
        return text;
    }
}
