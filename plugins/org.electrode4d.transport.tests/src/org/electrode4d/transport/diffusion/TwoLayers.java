// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

/**
 * Two layers of half a µm with porosities 1 and 1/4 and diffusivities 1 and 1/4 µm²/s, closed at 0, held at 1 from a
 * source at 1 (Bi large). Both have the same eps/D, so that waves have one wave number; the flux is continuous where
 * {@code D1 tan(b/2) = D2 cot(b/2)}.
 */
final class TwoLayers {

    private static final double RATIO = 0.25;
    private static final int TERMS = 200;

    private TwoLayers() {
    }

    static double concentration(final double x, final double time) {
        final double first = 2 * Math.atan(Math.sqrt(RATIO));
        double sum = 1;
        for (int i = 0; i < TERMS; i++) {
            final double b = i % 2 == 0 ? i * Math.PI + first : (i + 1) * Math.PI - first;
            sum -= amplitude(b) * wave(b, x) * Math.exp(-b * b * time);
        }
        return sum;
    }

    /** cos(b x) in the first layer, and what fits to it and vanishes at 1 in the second. */
    private static double wave(final double b, final double x) {
        return x < 0.5 ? Math.cos(b * x) : Math.cos(b / 2) / Math.sin(b / 2) * Math.sin(b * (1 - x));
    }

    /** Waves are orthogonal with the weight eps. */
    private static double amplitude(final double b) {
        final double c = Math.cos(b / 2) / Math.sin(b / 2);
        final double first = Math.sin(b / 2) / b;
        final double second = RATIO * c * (1 - Math.cos(b / 2)) / b;
        final double normFirst = 0.25 + Math.sin(b) / (4 * b);
        final double normSecond = RATIO * c * c * (0.25 - Math.sin(b) / (4 * b));
        return (first + second) / (normFirst + normSecond);
    }
}
