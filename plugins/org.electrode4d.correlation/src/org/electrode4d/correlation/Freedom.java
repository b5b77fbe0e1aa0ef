// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * What a window can do. The twelve parameters of an affine map are ordered as {@code 4 i + j}: the change of
 * displacement component i with coordinate j (x, y, z), and for j = 3 the displacement itself.
 */
public enum Freedom implements MotionModel {
    /** 3 degrees of freedom. */
    TRANSLATION(new int[][] {{3}, {7}, {11}}),
    /** 6 degrees of freedom: translation, and rotation about x, y, z. Negative numbers enter with a minus sign. */
    RIGID(new int[][] {{3}, {7}, {11}, {9, -6}, {2, -8}, {4, -1}}),
    /** 12 degrees of freedom: translation, rotation, stretch and shear. */
    AFFINE(new int[][] {{0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}});

    private final int[][] modes;

    Freedom(final int[][] modes) {
        this.modes = modes;
    }

    /** Number of degrees of freedom. */
    public int count() {
        return modes.length;
    }

    @Override
    public double[][] basis() {
        final double[][] basis = new double[modes.length][12];
        for (int mode = 0; mode < modes.length; mode++) {
            for (final int parameter : modes[mode]) {
                basis[mode][Math.abs(parameter)] = parameter < 0 ? -1 : 1;
            }
        }
        return basis;
    }

    @Override
    public Transformation restrict(final Transformation start) {
        return switch (this) {
            case TRANSLATION -> Transformation.of(Matrix3.identity(), start.displacement());
            case RIGID -> start.rigid();
            case AFFINE -> start;
        };
    }
}
