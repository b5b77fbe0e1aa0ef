// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/** The voxels of a scan that are nearest to where the voxels of a block without a value would lie in it. */
final class BorderVoxels {

    private final Volume scan;
    private final Transformation map;

    /** @param map from the block's frame to the scan, about the middle of the scan, in voxels */
    BorderVoxels(final Volume scan, final Transformation map) {
        this.scan = scan;
        this.map = map;
    }

    /** Puts them in place of NaN. */
    void fill(final Block block, final float[] values) {
        final int[] missing = missing(block, values);
        if (missing.length == 0) {
            return;
        }
        final Block[] nearest = new Block[missing.length];
        Block hull = null;
        for (int i = 0; i < missing.length; i++) {
            nearest[i] = nearest(block, missing[i]);
            hull = hull == null ? nearest[i] : hull.hull(nearest[i]);
        }
        final float[] read = new float[hull.voxels()];
        scan.read(hull, read);
        for (int i = 0; i < missing.length; i++) {
            final Block from = nearest[i];
            values[missing[i]] = read[(int)(((from.minZ() - hull.minZ()) * hull.sizeY() + from.minY() - hull.minY())
                * hull.sizeX() + from.minX() - hull.minX())];
        }
    }

    private static int[] missing(final Block block, final float[] values) {
        final int[] missing = new int[block.voxels()];
        int count = 0;
        for (int i = 0; i < missing.length; i++) {
            if (values[i] != values[i]) {
                missing[count++] = i;
            }
        }
        return Arrays.copyOf(missing, count);
    }

    private Block nearest(final Block block, final int index) {
        final Shape s = scan.shape();
        final Point at = map.apply(new Point(block.minX() + index % block.sizeX(),
            block.minY() + index / block.sizeX() % block.sizeY(),
            block.minZ() + index / (block.sizeX() * block.sizeY())), s.centre());
        return new Block(nearest(at.x(), s.x()), nearest(at.y(), s.y()), nearest(at.z(), s.z()), 1, 1, 1);
    }

    private static long nearest(final double position, final long size) {
        return Math.max(0, Math.min(size - 1, Math.round(position)));
    }
}
