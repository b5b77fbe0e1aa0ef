// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import org.electrode4d.learning.LearningException;

/**
 * Tiles along one axis of an image. Their starts are spread evenly, the first at 0; the last ends at the end of the
 * axis, or sticks out where the axis is shorter than a tile.
 *
 * @param extent pixels of the axis
 * @param size pixels of a tile
 * @param count number of tiles
 * @param overlap pixels that neighbouring tiles share at least
 */
record TileAxis(int extent, int size, int count, int overlap) {

    static TileAxis of(final int extent, final Tiles tiles, final int divisor) {
        final int largest = tiles.size() / divisor * divisor;
        if (largest == 0 || 2 * tiles.overlap() > largest) {
            throw new LearningException("Tiles of " + tiles.size() + " pixels with an overlap of " + tiles.overlap()
                + " are too small for a network that needs multiples of " + divisor + " pixels.");
        }
        final int size = (int)Math.min(largest, (extent + divisor - 1L) / divisor * divisor);
        final int step = size - tiles.overlap();
        return new TileAxis(extent, size, extent <= size ? 1 : (extent - tiles.overlap() + step - 1) / step,
            tiles.overlap());
    }

    /** The first pixel of a tile. */
    int start(final int tile) {
        return count == 1 ? 0 : (int)((long)tile * (extent - size) / (count - 1));
    }

    /** How much each pixel of a tile counts: the weights of the tiles at a pixel of the image add up to 1. */
    float[] weights(final int tile) {
        final float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            final double pixel = start(tile) + i + 0.5;
            final float before = tile == 0 ? 1 : share(pixel, tile);
            weights[i] = Math.min(before, tile == count - 1 ? 1 : 1 - share(pixel, tile + 1));
        }
        return weights;
    }

    /**
     * The share of a tile at its border to the one before it. It rises around the middle of what the two have in
     * common, within half of the overlap: towards the rim of a tile a network sees too little around.
     */
    private float share(final double pixel, final int tile) {
        final double middle = (start(tile) + start(tile - 1) + size) / 2.0;
        if (overlap == 0) {
            return pixel < middle ? 0 : 1;
        }
        return (float)Math.max(0, Math.min(1, 0.5 + (pixel - middle) / (overlap / 2.0)));
    }

    /** Where a pixel at or beyond the end is mirrored to; the last pixel is not repeated. */
    int mirrored(final int position) {
        if (extent == 1) {
            return 0;
        }
        final int phase = position % (2 * (extent - 1));
        return phase < extent ? phase : 2 * (extent - 1) - phase;
    }
}
