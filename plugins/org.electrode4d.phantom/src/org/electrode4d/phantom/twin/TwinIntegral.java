// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.phantom.Matrix3;
import org.electrode4d.volume.Point;

/** Means over the electrode by numerical integration: columns side by side in the view, places along each of them. */
final class TwinIntegral {

    /** Height of the part next to the collector, as a part of the thickness. */
    static final double BORDER = 0.375;

    private static final int COLUMNS = 64;
    /** Gauss-Legendre points and weights on [0, 1]: exact for all powers below the sixth. */
    private static final double[] PLACES = {0.1127016653792583, 0.5, 0.8872983346207417};
    private static final double[] WEIGHTS = {5.0 / 18, 8.0 / 18, 5.0 / 18};
    private static final int ROOT_STEPS = 8;

    private final Layers layers;
    private final Swelling swelling;

    TwinIntegral(final Layers layers, final Swelling swelling) {
        this.layers = layers;
        this.swelling = swelling;
    }

    /** @param from height as a part of the thickness at the first scan; and so on */
    RegionStrain strain(final double from, final double to) {
        final double[] sums = new double[4];
        double volume = 0;
        for (int j = 0; j < COLUMNS; j++) {
            for (int i = 0; i < COLUMNS; i++) {
                final double x = (i + 0.5) / COLUMNS * layers.extent().x();
                final double y = (j + 0.5) / COLUMNS * layers.extent().y();
                final double thickness = swelling.before(x, y);
                for (int k = 0; k < PLACES.length; k++) {
                    final double height = from + PLACES[k] * (to - from);
                    final Matrix3 f = Matrix3.of(swelling.gradient(
                        new Point(x, y, layers.face() + height * thickness)));
                    add(f, WEIGHTS[k] * thickness, sums);
                }
                volume += thickness;
            }
        }
        return new RegionStrain(sums[0] / volume, sums[1] / volume, sums[2] / volume, sums[3] / volume);
    }

    private static void add(final Matrix3 f, final double weight, final double[] sums) {
        sums[0] += weight * (f.determinant() - 1);
        final Matrix3 u = stretch(f);
        for (int axis = 0; axis < 3; axis++) {
            sums[1 + axis] += weight * (u.at(axis, axis) - 1);
        }
    }

    /** U of {@code F = R U}: R by Newton's iteration of the polar decomposition (Higham 1986), which doubles digits. */
    private static Matrix3 stretch(final Matrix3 f) {
        Matrix3 rotation = f;
        for (int i = 0; i < ROOT_STEPS; i++) {
            rotation = mean(rotation, rotation.inverse().transposed());
        }
        return rotation.transposed().times(f);
    }

    private static Matrix3 mean(final Matrix3 a, final Matrix3 b) {
        final double[] mean = a.toArray();
        for (int i = 0; i < 9; i++) {
            mean[i] = (mean[i] + b.at(i / 3, i % 3)) / 2;
        }
        return Matrix3.of(mean);
    }
}
