// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/** A solid ball: 1 within the radius, 0 beyond. What labels are drawn with. */
record SolidProfile() implements Profile {

    @Override
    public double reach(final double size) {
        return size;
    }

    @Override
    public double value(final double distance, final double size) {
        return distance <= size ? 1 : 0;
    }

    @Override
    public Brush brush() {
        return new SolidBrush();
    }

    private static final class SolidBrush implements Brush {

        private float amplitude;

        @Override
        public void take(final double size, final double newAmplitude) {
            amplitude = (float)newAmplitude;
        }

        @Override
        public void draw(final Chord chord, final float[] row, final int offset) {
            final int to = chord.to();
            for (int x = chord.from(); x < to; x++) {
                row[x + offset] += amplitude;
            }
        }

        @Override
        public float at(final double squaredDistance) {
            return amplitude;
        }
    }
}
