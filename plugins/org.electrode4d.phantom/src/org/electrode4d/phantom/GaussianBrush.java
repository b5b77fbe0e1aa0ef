// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * Draws Gaussian blobs. Along a straight row {@code exp(-k (d² + s² (x - t)²))} is a number of the row times a curve in
 * x, and rows that pass the blob at the same t share the curve: what is left per voxel is one product and one sum.
 *
 * <p>The exponential comes from a table of 4096 steps with linear interpolation, at most 8e-7 too large; so a product
 * of two is off by less than 2e-6.
 */
final class GaussianBrush implements Brush {

    private static final int STEPS = 4096;
    private static final double LAST = GaussianProfile.CUT_OFF * GaussianProfile.CUT_OFF / 2;
    private static final double STEPS_PER_UNIT = STEPS / LAST;
    private static final float[] TABLE = table();

    private static final int CURVES = 256;

    /** The part of a blob that depends on x. */
    private static final class Curve {
        private float[] values = new float[0];
        private int first;
        private long body;
        private double nearest;
        private double squaredStep;

        boolean fits(final Chord chord, final long currentBody) {
            return body == currentBody && nearest == chord.nearest() && squaredStep == chord.squaredStep();
        }
    }

    private final Curve[] curves = new Curve[CURVES];
    private Curve curve;
    private long body;
    private double scale;
    private double reach;
    private float amplitude;

    GaussianBrush() {
        for (int i = 0; i < CURVES; i++) {
            curves[i] = new Curve();
        }
        curve = curves[0];
    }

    @Override
    public void take(final double newSize, final double newAmplitude) {
        scale = STEPS_PER_UNIT / (2 * newSize * newSize);
        reach = GaussianProfile.CUT_OFF * newSize;
        amplitude = (float)newAmplitude;
        body++;
    }

    @Override
    public void draw(final Chord chord, final float[] row, final int offset) {
        if (!curve.fits(chord, body)) {
            find(chord);
        }
        final float height = at(chord.squaredDistance());
        final float[] values = curve.values;
        final int shift = offset + curve.first;
        final int to = chord.to() - curve.first;
        for (int i = chord.from() - curve.first; i < to; i++) {
            row[i + shift] += height * values[i];
        }
    }

    @Override
    public float at(final double squaredDistance) {
        return amplitude * exponential(scale * squaredDistance);
    }

    private void find(final Chord chord) {
        final long bits = Double.doubleToRawLongBits(chord.nearest()) * 0x9e3779b97f4a7c15L;
        curve = curves[(int)(bits >>> Long.SIZE - Integer.numberOfTrailingZeros(CURVES))];
        if (!curve.fits(chord, body)) {
            prepare(chord);
        }
    }

    /** The curve over the whole reach, not only over the wanted part, since other rows may want another. */
    private void prepare(final Chord chord) {
        final double half = reach / Math.sqrt(chord.squaredStep());
        curve.body = body;
        curve.nearest = chord.nearest();
        curve.squaredStep = chord.squaredStep();
        curve.first = (int)Math.floor(curve.nearest - half);
        final int count = (int)Math.ceil(curve.nearest + half) - curve.first + 1;
        if (curve.values.length < count) {
            curve.values = new float[count];
        }
        for (int i = 0; i < count; i++) {
            final double d = curve.first + i - curve.nearest;
            curve.values[i] = exponential(scale * curve.squaredStep * d * d);
        }
    }

    private static float exponential(final double q) {
        final int i = (int)q;
        if (i > STEPS) {
            return 0;
        }
        final float low = TABLE[i];
        return low + (float)(q - i) * (TABLE[i + 1] - low);
    }

    private static float[] table() {
        final float[] table = new float[STEPS + 2];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float)StrictMath.exp(-i / STEPS_PER_UNIT);
        }
        return table;
    }
}
