// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * Draws spheres with blurred edges, from a table of the edge with 4096 steps and linear interpolation, within 3e-7.
 */
final class SphereBrush implements Brush {

    private static final int STEPS = 4096;
    private static final double STEPS_PER_BLUR = STEPS / (2 * SphereProfile.CUT_OFF);
    private static final float[] TABLE = table();

    private final double blur;
    private final double scale;
    private double start;
    private float amplitude;

    SphereBrush(final double blur) {
        this.blur = blur;
        scale = STEPS_PER_BLUR / blur;
    }

    @Override
    public void take(final double size, final double newAmplitude) {
        start = (SphereProfile.CUT_OFF * blur - size) * scale;
        amplitude = (float)newAmplitude;
    }

    @Override
    public void draw(final Chord chord, final float[] row, final int offset) {
        final double squaredDistance = chord.squaredDistance();
        final double squaredStep = chord.squaredStep();
        final double nearest = chord.nearest();
        final int to = chord.to();
        for (int x = chord.from(); x < to; x++) {
            final double d = x - nearest;
            row[x + offset] += at(squaredDistance + squaredStep * d * d);
        }
    }

    @Override
    public float at(final double squaredDistance) {
        final double q = Math.max(0, start + scale * Math.sqrt(squaredDistance));
        final int i = (int)q;
        final float low = TABLE[i];
        return amplitude * (low + (float)(q - i) * (TABLE[i + 1] - low));
    }

    private static float[] table() {
        // a step more than needed, for a q that rounding moves past the last
        final float[] table = new float[STEPS + 3];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float)SphereProfile.edge(i / STEPS_PER_BLUR - SphereProfile.CUT_OFF);
        }
        return table;
    }
}
