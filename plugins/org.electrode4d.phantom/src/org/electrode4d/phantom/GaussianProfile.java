// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * {@code exp(-r² / (2 sigma²))}, cut off at 4.5 sigma, where 4e-5 is left.
 */
final class GaussianProfile implements Profile {

    static final double CUT_OFF = 4.5;

    @Override
    public double reach(final double size) {
        return CUT_OFF * size;
    }

    @Override
    public double value(final double distance, final double size) {
        final double relative = distance / size;
        return Math.exp(-0.5 * relative * relative);
    }

    @Override
    public Brush brush() {
        return new GaussianBrush();
    }
}
