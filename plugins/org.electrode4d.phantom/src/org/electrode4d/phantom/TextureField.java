// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;

/**
 * A grey pattern as a sum of simple bodies, {@code T(X) = sum_i a_i p(|X - C_i|, s_i)}: a profile p around centres C
 * with amplitudes a and sizes s. Positions in voxels of the reference state; safe to be used from several threads.
 */
public interface TextureField {

    /** How a body's value falls off with the distance from its centre. */
    Profile profile();

    /**
     * The bodies that reach into a box, and maybe a few around it. Their order does not depend on the box: of two
     * bodies, the same comes first in every answer, so that sums over them round alike.
     */
    Bodies touching(Bounds box);

    /** T at a point, by the formula; what is rendered from tables agrees to about 5e-6. */
    default double value(final Point reference) {
        final Bodies bodies = touching(Bounds.around(reference, 0));
        double sum = 0;
        for (int i = 0; i < bodies.count(); i++) {
            final double distance = reference.distance(bodies.centre(i));
            if (distance <= profile().reach(bodies.size(i))) {
                sum += bodies.amplitude(i) * profile().value(distance, bodies.size(i));
            }
        }
        return sum;
    }
}
