// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.SplittableRandom;

/**
 * Smoothed random displacements about the centre of a window. They vary over sigma, so they are drawn and smoothed on
 * nodes sigma / 8 apart (or 1 pixel, whichever is more) and interpolated linearly between: a node stands for all pixels
 * around it, so its random number has their mean's variance. The cost does not depend on sigma.
 */
final class DisplacementField {

    private static final int NODES_PER_SIGMA = 8;

    /** Of the Gaussian, in sigma. */
    private static final int CUT_OFF = 4;

    private final double spacing;

    /** Nodes from the centre to the border. */
    private final int reach;

    private final int edge;

    private final float[] alongColumns;

    private final float[] alongRows;

    DisplacementField(final Augmentation.Elastic elastic, final Window window, final SplittableRandom random) {
        spacing = Math.max(1, elastic.sigma() / NODES_PER_SIGMA);
        reach = (int)Math.ceil(Math.hypot(window.rows(), window.columns()) / 2 / spacing) + 1;
        edge = 2 * reach + 1;
        final double[] kernel = kernel(elastic.sigma() / spacing);
        final double factor = elastic.alpha() / spacing;
        alongColumns = smoothed(random, kernel, factor);
        alongRows = smoothed(random, kernel, factor);
    }

    private static double[] kernel(final double sigma) {
        final int radius = (int)Math.ceil(CUT_OFF * sigma);
        final double[] kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            final double distance = (i - radius) / sigma;
            kernel[i] = StrictMath.exp(-distance * distance / 2);
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    private float[] smoothed(final SplittableRandom random, final double[] kernel, final double factor) {
        final int wide = edge + kernel.length - 1;
        final double[] row = new double[wide];
        final double[] halfway = new double[wide * edge];
        for (int r = 0; r < wide; r++) {
            for (int c = 0; c < wide; c++) {
                row[c] = factor * (2 * random.nextDouble() - 1);
            }
            for (int c = 0; c < edge; c++) {
                double sum = 0;
                for (int k = 0; k < kernel.length; k++) {
                    sum += kernel[k] * row[c + k];
                }
                halfway[r * edge + c] = sum;
            }
        }
        final float[] smoothed = new float[edge * edge];
        for (int i = 0; i < smoothed.length; i++) {
            double sum = 0;
            for (int k = 0; k < kernel.length; k++) {
                sum += kernel[k] * halfway[i + k * edge];
            }
            smoothed[i] = (float)sum;
        }
        return smoothed;
    }

    /** Displacement along columns (to the right) at a place relative to the centre, all in pixels. */
    double alongColumns(final double column, final double row) {
        return at(alongColumns, column / spacing + reach, row / spacing + reach);
    }

    /** Displacement along rows (downwards) at a place relative to the centre, all in pixels. */
    double alongRows(final double column, final double row) {
        return at(alongRows, column / spacing + reach, row / spacing + reach);
    }

    /** Beyond the border as at the border, where a sheared copy may reach by a few pixels. */
    private double at(final float[] field, final double x, final double y) {
        final double column = Math.min(Math.max(x, 0), edge - 1.001);
        final double row = Math.min(Math.max(y, 0), edge - 1.001);
        final int c = (int)column;
        final int i = (int)row * edge + c;
        final double part = column - c;
        final double above = field[i] + part * (field[i + 1] - field[i]);
        final double below = field[i + edge] + part * (field[i + edge + 1] - field[i + edge]);
        return above + (row - (int)row) * (below - above);
    }
}
