// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * A volume on the grid of another one, by their positions in µm: trilinear, FLOAT32, on demand; NaN beyond the
 * outermost voxel centres. An axis of one voxel, as of an image, is the same everywhere along it.
 */
final class GridResampling {

    private static final int EDGE = 64;
    /** Parts of a voxel that rounding in headers may cost at a border. */
    private static final double ROUNDING = 1e-4;

    private final Volume volume;
    private final double[] start;
    private final double[] step;
    private final long[] last;

    private GridResampling(final Volume volume, final Volume grid) {
        this.volume = volume;
        final Point offset = grid.origin().minus(volume.origin()).dividedBy(volume.voxelSize());
        final VoxelSize to = grid.voxelSize();
        final VoxelSize from = volume.voxelSize();
        start = new double[] {offset.x(), offset.y(), offset.z()};
        step = new double[] {to.x() / from.x(), to.y() / from.y(), to.z() / from.z()};
        final Shape s = volume.shape();
        last = new long[] {s.x() - 1, s.y() - 1, s.z() - 1};
    }

    /**
     * @return the volume itself where it has that grid
     * @throws SegmentationException if the two have no place in common
     */
    static Volume of(final Volume volume, final Volume grid) {
        if (volume.shape().equals(grid.shape()) && volume.voxelSize().equals(grid.voxelSize())
            && volume.origin().equals(grid.origin())) {
            return volume;
        }
        final GridResampling resampling = new GridResampling(volume, grid);
        for (int axis = 0; axis < 3; axis++) {
            final double end = resampling.position(axis, grid.shape().along(axis) - 1);
            if (resampling.last[axis] > 0 && (end < 0 || resampling.start[axis] > resampling.last[axis])) {
                throw new SegmentationException(volume.name() + " and " + grid.name() + " have no place in common: "
                    + "their origins are " + text(volume.origin()) + " and " + text(grid.origin())
                    + ". Register one to the other first, or correct the origins.");
            }
        }
        return LazyVolume.of(volume.name(), grid.shape(), grid.voxelSize(), EDGE, resampling::compute)
            .withOrigin(grid.origin()).withMetadata(volume.metadata());
    }

    private static String text(final Point point) {
        return "(" + point.x() + ", " + point.y() + ", " + point.z() + ") µm";
    }

    private double position(final int axis, final long i) {
        return start[axis] + i * step[axis];
    }

    private void compute(final Block block, final float[] destination) {
        final long[] low = new long[3];
        final int[] size = new int[3];
        final long[] first = {block.minX(), block.minY(), block.minZ()};
        final int[] count = {block.sizeX(), block.sizeY(), block.sizeZ()};
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = (long)Math.floor(position(axis, first[axis]));
            size[axis] = (int)((long)Math.floor(position(axis, first[axis] + count[axis] - 1)) - low[axis]) + 2;
        }
        final float[] source = new float[Math.multiplyExact(Math.multiplyExact(size[0], size[1]), size[2])];
        volume.read(new Block(low[0], low[1], low[2], size[0], size[1], size[2]), Extension.REPLICATE, source);
        int at = 0;
        for (int z = 0; z < count[2]; z++) {
            for (int y = 0; y < count[1]; y++) {
                for (int x = 0; x < count[0]; x++) {
                    destination[at++] = value(source, size, low, first[0] + x, first[1] + y, first[2] + z);
                }
            }
        }
    }

    private float value(final float[] source, final int[] size, final long[] low, final long x, final long y,
        final long z) {
        final double px = position(0, x);
        final double py = position(1, y);
        final double pz = position(2, z);
        if (!isInside(0, px) || !isInside(1, py) || !isInside(2, pz)) {
            return Float.NaN;
        }
        final int ix = (int)((long)Math.floor(px) - low[0]);
        final int iy = (int)((long)Math.floor(py) - low[1]);
        final int iz = (int)((long)Math.floor(pz) - low[2]);
        final double u = px - Math.floor(px);
        final double v = py - Math.floor(py);
        final double w = pz - Math.floor(pz);
        final int origin = (iz * size[1] + iy) * size[0] + ix;
        final int far = origin + size[0] * size[1];
        final double near = mix(row(source, origin, u), row(source, origin + size[0], u), v);
        return (float)mix(near, mix(row(source, far, u), row(source, far + size[0], u), v), w);
    }

    private boolean isInside(final int axis, final double position) {
        return last[axis] == 0 || position >= -ROUNDING && position <= last[axis] + ROUNDING;
    }

    private static double row(final float[] source, final int at, final double u) {
        return mix(source[at], source[at + 1], u);
    }

    private static double mix(final double a, final double b, final double part) {
        return a + part * (b - a);
    }
}
