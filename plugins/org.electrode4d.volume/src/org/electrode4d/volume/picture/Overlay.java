// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import java.awt.image.BufferedImage;

/**
 * How two slices are shown in one picture. Each is stretched to its own range of grey values, so that a difference in
 * brightness or contrast does not show.
 */
public enum Overlay {
    /**
     * The first in magenta, the second in green: grey where they agree, coloured where they do not. Magenta and green
     * are told apart by all kinds of colour vision. What is not a number adds no colour.
     */
    COLOURS {
        @Override
        int rgb(final int first, final int second, final boolean odd) {
            return Math.max(0, first) << 16 | Math.max(0, second) << 8 | Math.max(0, first);
        }
    },
    /**
     * Squares in turn of the first and the second, faintly tinted: lines go on from square to square if they agree.
     * What is not a number is dark blue.
     */
    CHECKERBOARD {
        @Override
        int rgb(final int first, final int second, final boolean odd) {
            final int grey = odd ? second : first;
            if (grey < 0) {
                return ColourMap.GREY.rgb(Double.NaN);
            }
            final int dim = grey * TINT / WHITE;
            return odd ? dim << 16 | grey << 8 | dim : grey << 16 | dim << 8 | grey;
        }
    };

    private static final int WHITE = 255;
    private static final int TINT = 220;

    /**
     * @param first 0 to 255, -1 for what is not a number
     * @param second likewise
     * @param odd square of a checkerboard
     */
    abstract int rgb(int first, int second, boolean odd);

    /** @param square edge of a square in pixels */
    BufferedImage paint(final SliceSampler first, final SliceSampler second, final int square) {
        final int[] a = greys(first.values());
        final int[] b = greys(second.values());
        final int width = first.width();
        for (int i = 0; i < a.length; i++) {
            a[i] = rgb(a[i], b[i], (i % width / square + i / width / square) % 2 == 1);
        }
        final BufferedImage image = new BufferedImage(width, first.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, first.height(), a, 0, width);
        return image;
    }

    private static int[] greys(final float[] values) {
        final ValueRange range = ValueRange.of(values, false);
        final int[] greys = new int[values.length];
        for (int i = 0; i < greys.length; i++) {
            final double part = range.part(values[i]);
            greys[i] = part == part ? (int)Math.round(WHITE * Math.max(0, Math.min(1, part))) : -1;
        }
        return greys;
    }
}
