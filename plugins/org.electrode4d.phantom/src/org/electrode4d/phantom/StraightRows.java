// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;

/** Rows that are straight and evenly divided in the reference state as well. */
final class StraightRows implements Rows {

    private static final int NUMBERS = 8;
    // a power of two, by which division is exact
    private static final int FAR = 1024;

    private final Block block;
    private final Brush brush;
    private final double[] lines;
    private final Chord chord = new Chord();

    StraightRows(final Deformation deformation, final Block block, final Brush brush) {
        this.block = block;
        this.brush = brush;
        lines = new double[NUMBERS * block.sizeY() * block.sizeZ()];
        for (int row = 0; row < block.sizeY() * block.sizeZ(); row++) {
            // from x = 0 whatever the block, so that all blocks see the same line
            final double y = block.minY() + row % block.sizeY();
            final double z = block.minZ() + row / block.sizeY();
            final Point start = deformation.inverse(new Point(0, y, z));
            final Point far = deformation.inverse(new Point(FAR, y, z));
            put(start, NUMBERS * row);
            final Point step = far.minus(start).times(1.0 / FAR);
            put(step, NUMBERS * row + 3);
            lines[NUMBERS * row + 6] = step.dot(step);
            lines[NUMBERS * row + 7] = 1 / step.dot(step);
        }
    }

    private void put(final Point point, final int at) {
        lines[at] = point.x();
        lines[at + 1] = point.y();
        lines[at + 2] = point.z();
    }

    @Override
    public void draw(final Body body, final Block part, final float[] values) {
        brush.take(body.size(), body.amplitude());
        final int min = (int)part.minX();
        final int max = (int)part.endX();
        final int y0 = (int)(part.minY() - block.minY());
        final int z0 = (int)(part.minZ() - block.minZ());
        for (int z = z0; z < z0 + part.sizeZ(); z++) {
            for (int y = y0; y < y0 + part.sizeY(); y++) {
                final int row = z * block.sizeY() + y;
                if (chord.set(body, lines, NUMBERS * row, min, max)) {
                    brush.draw(chord, values, row * block.sizeX() - (int)block.minX());
                }
            }
        }
    }
}
