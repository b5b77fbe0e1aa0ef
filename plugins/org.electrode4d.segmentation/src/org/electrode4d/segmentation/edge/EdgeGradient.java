// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.filter.Gaussian;

/** Gradient of a smoothed volume in a block, by central differences; places count from the block's corner. */
final class EdgeGradient {

    private final Block smoothBlock;
    private final float[] smooth;
    private final float[] strength;
    private final Block strengthBlock;
    private final VoxelSize size;
    private double strongest;

    private EdgeGradient(final Block block, final float[] smooth, final VoxelSize size) {
        this.smooth = smooth;
        this.size = size;
        smoothBlock = block.grow(2);
        strengthBlock = block.grow(1);
        strength = new float[strengthBlock.voxels()];
        int i = 0;
        for (int z = -1; z <= block.sizeZ(); z++) {
            for (int y = -1; y <= block.sizeY(); y++) {
                for (int x = -1; x <= block.sizeX(); x++) {
                    strength[i++] = (float)gradient(x, y, z).norm();
                }
            }
        }
        for (int z = 0; z < block.sizeZ(); z++) {
            for (int y = 0; y < block.sizeY(); y++) {
                for (int x = 0; x < block.sizeX(); x++) {
                    final double here = strength(x, y, z);
                    strongest = here > strongest ? here : strongest; // false where it is not a number
                }
            }
        }
    }

    /** @param sigma in voxels; the border voxel is repeated */
    static EdgeGradient of(final Volume volume, final Block block, final double sigma) {
        final Block grown = block.grow(2 + Gaussian.reach(sigma));
        final float[] values = new float[grown.voxels()];
        volume.read(grown, Extension.REPLICATE, values);
        return new EdgeGradient(block, Gaussian.smooth(values, grown, sigma), volume.voxelSize());
    }

    private Point gradient(final int x, final int y, final int z) {
        final int row = smoothBlock.sizeX();
        final int plane = row * smoothBlock.sizeY();
        final int index = (z + 2) * plane + (y + 2) * row + x + 2;
        return new Point((smooth[index + 1] - smooth[index - 1]) / (2 * size.x()),
            (smooth[index + row] - smooth[index - row]) / (2 * size.y()),
            (smooth[index + plane] - smooth[index - plane]) / (2 * size.z()));
    }

    /** The largest magnitude in the block, grey values per µm; 0 where nothing changes or is a number. */
    double strongest() {
        return strongest;
    }

    /** Magnitude, grey values per µm; up to one voxel outside of the block. */
    double strength(final int x, final int y, final int z) {
        return strength[((z + 1) * strengthBlock.sizeY() + y + 1) * strengthBlock.sizeX() + x + 1];
    }

    /** Unit vector in µm towards larger values. */
    Point normal(final int x, final int y, final int z) {
        final Point gradient = gradient(x, y, z);
        return gradient.times(1 / gradient.norm());
    }

    /** Whether the magnitude is largest here among the neighbours along the gradient. */
    boolean isRidge(final int x, final int y, final int z) {
        final Point steps = normal(x, y, z).dividedBy(size);
        final double norm = steps.norm();
        final int dx = (int)Math.round(steps.x() / norm);
        final int dy = (int)Math.round(steps.y() / norm);
        final int dz = (int)Math.round(steps.z() / norm);
        final double here = strength(x, y, z);
        return here >= strength(x - dx, y - dy, z - dz) && here > strength(x + dx, y + dy, z + dz);
    }
}
