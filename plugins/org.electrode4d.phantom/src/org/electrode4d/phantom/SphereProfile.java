// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.apache.commons.math3.special.Erf;

/**
 * A solid sphere seen by a microscope: {@code (1 - erf((r - R) / (sqrt(2) e))) / 2}, which is 1 inside, 0 outside and
 * rises over the blur e around the radius R, as a flat face does after a Gaussian blur of standard deviation e. Cut off
 * at {@code R + 5.5 e}, where 2e-8 is left.
 *
 * @param blur e, voxels
 */
record SphereProfile(double blur) implements Profile {

    static final double CUT_OFF = 5.5;

    @Override
    public double reach(final double size) {
        return size + CUT_OFF * blur;
    }

    @Override
    public double value(final double distance, final double size) {
        return edge((distance - size) / blur);
    }

    @Override
    public Brush brush() {
        return new SphereBrush(blur);
    }

    /** The value at so many blurs outside the radius. */
    static double edge(final double blurs) {
        return 0.5 * Erf.erfc(blurs / Math.sqrt(2));
    }
}
