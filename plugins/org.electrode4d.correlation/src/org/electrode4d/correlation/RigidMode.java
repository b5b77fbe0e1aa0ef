// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A degree of freedom of a rigid body, with respect to a frame of three perpendicular axes x, y, z. */
public enum RigidMode {
    X("x"), Y("y"), Z("z"),
    ABOUT_X("about x"), ABOUT_Y("about y"), ABOUT_Z("about z");

    /** All six. */
    public static final Set<RigidMode> RIGID = Collections.unmodifiableSet(EnumSet.allOf(RigidMode.class));

    /** The three translations. */
    public static final Set<RigidMode> TRANSLATION = Collections.unmodifiableSet(EnumSet.of(X, Y, Z));

    /** What a plane across z can do without leaving itself: two translations and a rotation. */
    public static final Set<RigidMode> IN_PLANE = Collections.unmodifiableSet(EnumSet.of(X, Y, ABOUT_Z));

    /** What moves a plane across z: the translation along z and two tilts. */
    public static final Set<RigidMode> OUT_OF_PLANE = Collections.unmodifiableSet(EnumSet.of(Z, ABOUT_X, ABOUT_Y));

    private final String label;

    RigidMode(final String label) {
        this.label = label;
    }

    /** "x" for a translation, "about x" for a rotation. */
    public String label() {
        return label;
    }

    public boolean isRotation() {
        return this == ABOUT_X || this == ABOUT_Y || this == ABOUT_Z;
    }

    /** 0, 1, 2 for x, y, z. */
    int axis() {
        return ordinal() % 3;
    }
}
