// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;

/** Rows of any kind: every voxel is looked at by itself; its place in the reference state is computed once. */
final class CurvedRows implements Rows {

    private final Block block;
    private final Brush brush;
    private final double[] positions;

    CurvedRows(final Deformation deformation, final Block block, final Brush brush) {
        this.block = block;
        this.brush = brush;
        positions = new double[Math.multiplyExact(3, block.voxels())];
        int at = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                for (long x = block.minX(); x < block.endX(); x++) {
                    final Point reference = deformation.inverse(new Point(x, y, z));
                    positions[at++] = reference.x();
                    positions[at++] = reference.y();
                    positions[at++] = reference.z();
                }
            }
        }
    }

    @Override
    public void draw(final Body body, final Block part, final float[] values) {
        brush.take(body.size(), body.amplitude());
        for (long z = part.minZ(); z < part.endZ(); z++) {
            for (long y = part.minY(); y < part.endY(); y++) {
                final long row = (z - block.minZ()) * block.sizeY() + y - block.minY();
                final int from = (int)(row * block.sizeX() + part.minX() - block.minX());
                drawRow(body, from, from + part.sizeX(), values);
            }
        }
    }

    private void drawRow(final Body body, final int from, final int to, final float[] values) {
        final double limit = body.reach() * body.reach();
        for (int i = from; i < to; i++) {
            final double dx = positions[3 * i] - body.x();
            final double dy = positions[3 * i + 1] - body.y();
            final double dz = positions[3 * i + 2] - body.z();
            final double squared = dx * dx + dy * dy + dz * dz;
            if (squared <= limit) {
                values[i] += brush.at(squared);
            }
        }
    }
}
