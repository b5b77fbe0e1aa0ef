// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import org.electrode4d.volume.Block;

/**
 * How far the weights of {@link Gradient} flatten the slopes of a texture: sums of the weighted gradient times plain
 * central differences, and of its squares, by axis, on every fourth row of a window. The first belongs to what a window
 * does when it moves, the second to the Gauss-Newton matrix: their ratio is about one for texture of three voxels or
 * more, and grows for finer texture, whose steps would otherwise be too long.
 */
final class SlopeSums {

    private static final int EVERY = 4;

    private final double[] product = new double[3];
    private final double[] square = new double[3];
    private final Patch patch;

    SlopeSums(final Patch patch) {
        this.patch = patch;
    }

    void add(final Block box) {
        final Gradient gradient = patch.gradient();
        final int stepY = patch.block().sizeX();
        for (long z = box.minZ(); z < box.endZ(); z++) {
            for (long y = box.minY() + Math.floorMod(-box.minY() - z, EVERY); y < box.endY(); y += EVERY) {
                final int from = patch.index(box.minX(), y, z);
                add(0, gradient.x, from, from + box.sizeX(), 1);
                add(1, gradient.y, from, from + box.sizeX(), stepY);
                add(2, gradient.z, from, from + box.sizeX(), stepY * patch.block().sizeY());
            }
        }
    }

    private void add(final int axis, final float[] weighted, final int from, final int to, final int step) {
        final float[] v = patch.values();
        double products = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            final float slope = weighted[i];
            if (slope == slope) {
                products += slope * 0.5f * (v[i + step] - v[i - step]);
                squares += slope * slope;
            }
        }
        product[axis] += products;
        square[axis] += squares;
    }

    /** Three products, then three squares. */
    double[] values() {
        return new double[] {product[0], product[1], product[2], square[0], square[1], square[2]};
    }
}
