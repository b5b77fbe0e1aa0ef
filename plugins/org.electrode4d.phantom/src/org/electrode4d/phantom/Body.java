// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/** One body of a texture: centre, size, amplitude and reach. */
record Body(double x, double y, double z, double size, double amplitude, double reach) {

    static Body of(final Bodies bodies, final int index, final Profile profile) {
        return new Body(bodies.x(index), bodies.y(index), bodies.z(index), bodies.size(index),
            bodies.amplitude(index), profile.reach(bodies.size(index)));
    }
}
