// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The size of images in training: all of a batch have the same.
 *
 * @param rows at least 1
 * @param columns at least 1
 */
public record PatchSize(int rows, int columns) {

    /** Of the images of Häusler et al. 2026. */
    public static final PatchSize DEFAULT = new PatchSize(256, 512);

    /** @throws IllegalArgumentException if it is empty */
    public PatchSize {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("A patch has at least one pixel, not " + rows + " x " + columns + ".");
        }
    }

    /**
     * This size, or that of the largest slices if it is smaller, rounded up to what a network can divide.
     *
     * @param divisor of the network
     */
    public PatchSize fit(final List<LabelledSlice> slices, final int divisor) {
        final int mostRows = slices.stream().mapToInt(LabelledSlice::rows).max().orElse(rows);
        final int mostColumns = slices.stream().mapToInt(LabelledSlice::columns).max().orElse(columns);
        return new PatchSize(multiple(Math.min(rows, mostRows), divisor),
            multiple(Math.min(columns, mostColumns), divisor));
    }

    private static int multiple(final int size, final int divisor) {
        return (size + divisor - 1) / divisor * divisor;
    }

    /**
     * A random part of a slice with something labelled in it: around a pixel drawn from all labelled ones, inside of
     * the slice, or around its middle along axes that are shorter than the patch.
     */
    public Window random(final LabelledSlice slice, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final int labelled = slice.labelled();
        int left = labelled == 0 ? -1 : random.nextInt(labelled);
        int pixel = labelled == 0 ? random.nextInt(slice.classes().length) : -1;
        while (left >= 0) {
            if (slice.classes()[++pixel] >= 0) {
                left--;
            }
        }
        return new Window(start(pixel / slice.columns(), rows, slice.rows(), random),
            start(pixel % slice.columns(), columns, slice.columns(), random), rows, columns);
    }

    private static int start(final int pixel, final int size, final int extent, final SplittableRandom random) {
        if (extent <= size) {
            return (extent - size) / 2;
        }
        final int first = Math.max(0, pixel - size + 1);
        final int last = Math.min(pixel, extent - size);
        return random.nextInt(first, last + 1);
    }

    /** Parts that cover a slice once, without those in which nothing is labelled; the last ones may reach beyond it. */
    public List<Window> tiles(final LabelledSlice slice) {
        final List<Window> tiles = new ArrayList<>();
        for (int row = 0; row < slice.rows(); row += rows) {
            for (int column = 0; column < slice.columns(); column += columns) {
                final Window tile = new Window(row, column, rows, columns);
                if (isLabelled(slice, tile)) {
                    tiles.add(tile);
                }
            }
        }
        return tiles;
    }

    private static boolean isLabelled(final LabelledSlice slice, final Window tile) {
        final int endColumn = Math.min(tile.column() + tile.columns(), slice.columns());
        for (int row = tile.row(); row < Math.min(tile.row() + tile.rows(), slice.rows()); row++) {
            for (int column = tile.column(); column < endColumn; column++) {
                if (slice.classes()[row * slice.columns() + column] >= 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
