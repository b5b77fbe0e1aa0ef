// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Equal differences of values look equal: distances are those of CIELAB (D65), ISO/CIE 11664-4. */
class ColourMapTest {

    private static final int STEPS = 32;

    private static double[] lab(final int rgb) {
        final double r = linear(rgb >> 16 & 0xff);
        final double g = linear(rgb >> 8 & 0xff);
        final double b = linear(rgb & 0xff);
        final double x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
        final double y = root(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        final double z = root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
        return new double[]{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(final int channel) {
        final double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double root(final double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double lightness(final ColourMap map, final double part) {
        return lab(map.rgb(part))[0];
    }

    private static double distance(final double[] a, final double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    @ParameterizedTest
    @EnumSource(ColourMap.class)
    void equalStepsLookEqual(final ColourMap map) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < STEPS; i++) {
            final double step = distance(lab(map.rgb(i / (double)STEPS)), lab(map.rgb((i + 1) / (double)STEPS)));
            smallest = Math.min(smallest, step);
            largest = Math.max(largest, step);
        }
        assertTrue(largest < 2.5 * smallest, map + ": steps from " + smallest + " to " + largest);
    }

    @Test
    void positiveQuantitiesBecomeEvenlyLighter() {
        for (int i = 0; i < 8; i++) {
            final double step =
                lightness(ColourMap.VIRIDIS, (i + 1) / 8.0) - lightness(ColourMap.VIRIDIS, i / 8.0);
            assertEquals(9.5, step, 1.1, "step " + i);
        }
    }

    @Test
    void signedQuantitiesAreAsDarkOnBothSidesOfZero() {
        for (int i = 0; i <= STEPS; i++) {
            final double part = i / (2.0 * STEPS);
            assertEquals(lightness(ColourMap.DIVERGING, part), lightness(ColourMap.DIVERGING, 1 - part), 3,
                "at " + part);
        }
    }
}
