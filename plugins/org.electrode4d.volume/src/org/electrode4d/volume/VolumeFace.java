// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.util.EnumSet;
import java.util.Set;

/** The six faces of a volume. */
public enum VolumeFace {
    FIRST_X, LAST_X, FIRST_Y, LAST_Y, FIRST_Z, LAST_Z;

    /** The faces that a volume has: an axis of a single voxel, as of an image, has none. */
    public static Set<VolumeFace> of(final Shape shape) {
        final Set<VolumeFace> faces = EnumSet.noneOf(VolumeFace.class);
        for (final VolumeFace face : values()) {
            if (shape.along(face.axis()) > 1) {
                faces.add(face);
            }
        }
        return faces;
    }

    /** The sides of the volume along x and y: those that a single plane touches. */
    public static Set<VolumeFace> ofPlanes(final Shape shape) {
        final Set<VolumeFace> faces = of(shape);
        faces.remove(FIRST_Z);
        faces.remove(LAST_Z);
        return faces;
    }

    /** The faces that a box of voxels touches; the two faces of a single slice do not count. */
    public static Set<VolumeFace> touchedBy(final Block box, final Shape shape) {
        final Set<VolumeFace> faces = EnumSet.noneOf(VolumeFace.class);
        final long[] from = {box.minX(), box.minY(), box.minZ()};
        final long[] to = {box.endX(), box.endY(), box.endZ()};
        for (final VolumeFace face : values()) {
            final int axis = face.axis();
            if (axis == 2 && shape.z() == 1) {
                continue;
            }
            if (face.isLast() ? to[axis] == shape.along(axis) : from[axis] == 0) {
                faces.add(face);
            }
        }
        return faces;
    }

    /** The axis that the face is across: 0 = x, 1 = y, 2 = z. */
    public int axis() {
        return ordinal() / 2;
    }

    /** Whether it is the face at the largest coordinate of its axis. */
    public boolean isLast() {
        return ordinal() % 2 == 1;
    }

    public VolumeFace opposite() {
        return values()[ordinal() ^ 1];
    }

    public int bit() {
        return 1 << ordinal();
    }

    /** For people: "first x", "last z". */
    public String title() {
        return (isLast() ? "last " : "first ") + "xyz".charAt(axis());
    }

    /** Short, for cells of tables: "x-", "z+". */
    public String sign() {
        return "xyz".charAt(axis()) + (isLast() ? "+" : "-");
    }
}
