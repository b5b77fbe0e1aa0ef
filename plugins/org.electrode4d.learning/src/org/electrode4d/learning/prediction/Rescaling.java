// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * A volume with other voxels in the same place, on demand. The centre of voxel i of n is at {@code (i + 0.5) / n} of
 * the extent before and after. Nothing is smoothed: a volume that becomes smaller by much more than 2 loses fine detail
 * irregularly and is better binned before.
 */
final class Rescaling {

    private static final int EDGE = 64;

    private final Volume volume;
    private final Shape shape;

    private Rescaling(final Volume volume, final Shape shape) {
        this.volume = volume;
        this.shape = shape;
    }

    /** With voxels as close to a wanted size as whole numbers of them allow; trilinear, FLOAT32. */
    static Volume toVoxels(final Volume volume, final VoxelSize wanted) {
        final Shape old = volume.shape();
        final VoxelSize size = volume.voxelSize();
        final Shape shape = new Shape(count(old.x(), size.x(), wanted.x()), count(old.y(), size.y(), wanted.y()),
            count(old.z(), size.z(), wanted.z()));
        final VoxelSize fitting = size.times((double)old.x() / shape.x(), (double)old.y() / shape.y(),
            (double)old.z() / shape.z());
        final Point shift = new Point(fitting.x() - size.x(), fitting.y() - size.y(), fitting.z() - size.z());
        return new Rescaling(volume, shape).linear(fitting, volume.origin().plus(shift.times(0.5)));
    }

    private static long count(final long extent, final double edge, final double wanted) {
        return Math.max(1, Math.round(extent * edge / wanted));
    }

    /** Values of a rescaled volume at the voxels of the original one; trilinear, FLOAT32. */
    static Volume linear(final Volume volume, final Volume original) {
        return new Rescaling(volume, original.shape()).linear(original.voxelSize(), original.origin());
    }

    /** Labels of a rescaled volume at the voxels of the original one, each from the nearest voxel. */
    static Volume nearest(final Volume volume, final Volume original) {
        final Rescaling rescaling = new Rescaling(volume, original.shape());
        final Layout layout = new Layout(original.shape(), volume.type(), EDGE, EDGE, EDGE);
        return LazyVolume.load(volume.name(), layout, original.voxelSize(), rescaling::nearest)
            .withOrigin(original.origin()).withMetadata(volume.metadata());
    }

    private Volume linear(final VoxelSize size, final Point origin) {
        return LazyVolume.of(volume.name(), shape, size, EDGE, this::interpolate).withOrigin(origin)
            .withMetadata(volume.metadata());
    }

    /** Where the centre of a new voxel is among the old ones. */
    private double position(final int axis, final long index) {
        return (index + 0.5) * volume.shape().along(axis) / shape.along(axis) - 0.5;
    }

    private Object nearest(final Block block) {
        final long[] xs = nearest(0, block.minX(), block.sizeX());
        final long[] ys = nearest(1, block.minY(), block.sizeY());
        final long[] zs = nearest(2, block.minZ(), block.sizeZ());
        final Block source = hull(xs, ys, zs);
        final Object values = volume.type().newArray(source.voxels());
        volume.readNative(source, values);
        final Object result = volume.type().newArray(block.voxels());
        int at = 0;
        for (final long z : zs) {
            for (final long y : ys) {
                final int row = (int)((z - zs[0]) * source.sizeY() + y - ys[0]) * source.sizeX();
                for (final long x : xs) {
                    System.arraycopy(values, row + (int)(x - xs[0]), result, at++, 1);
                }
            }
        }
        return result;
    }

    private long[] nearest(final int axis, final long first, final int count) {
        final long[] nearest = new long[count];
        for (int i = 0; i < count; i++) {
            nearest[i] = Math.min(volume.shape().along(axis) - 1, Math.round(position(axis, first + i)));
        }
        return nearest;
    }

    private static Block hull(final long[] xs, final long[] ys, final long[] zs) {
        return new Block(xs[0], ys[0], zs[0], extent(xs), extent(ys), extent(zs));
    }

    private static int extent(final long[] indices) {
        return (int)(indices[indices.length - 1] - indices[0]) + 1;
    }

    private void interpolate(final Block block, final float[] destination) {
        final double[] xs = positions(0, block.minX(), block.sizeX());
        final double[] ys = positions(1, block.minY(), block.sizeY());
        final double[] zs = positions(2, block.minZ(), block.sizeZ());
        final Block source = around(xs, ys, zs);
        final float[] values = new float[source.voxels()];
        volume.read(source, Extension.REPLICATE, values);
        int at = 0;
        for (final double z : zs) {
            for (final double y : ys) {
                for (final double x : xs) {
                    destination[at++] = value(values, source, x, y, z);
                }
            }
        }
    }

    private double[] positions(final int axis, final long first, final int count) {
        final double[] positions = new double[count];
        for (int i = 0; i < count; i++) {
            positions[i] = position(axis, first + i);
        }
        return positions;
    }

    private static Block around(final double[] xs, final double[] ys, final double[] zs) {
        final long[][] ends = new long[3][];
        int axis = 0;
        for (final double[] positions : new double[][] {xs, ys, zs}) {
            ends[axis++] = new long[] {(long)Math.floor(positions[0]),
                (long)Math.floor(positions[positions.length - 1]) + 1};
        }
        return hull(ends[0], ends[1], ends[2]);
    }

    private static float value(final float[] values, final Block source, final double x, final double y,
        final double z) {
        final int i = (int)((long)Math.floor(x) - source.minX());
        final int j = (int)((long)Math.floor(y) - source.minY());
        final int k = (int)((long)Math.floor(z) - source.minZ());
        final int width = source.sizeX();
        final int near = (k * source.sizeY() + j) * width + i;
        final int far = near + width * source.sizeY();
        final double u = x - Math.floor(x);
        final double v = y - Math.floor(y);
        final double front = mix(mix(values, near, u), mix(values, near + width, u), v);
        final double back = mix(mix(values, far, u), mix(values, far + width, u), v);
        return (float)mix(front, back, z - Math.floor(z));
    }

    private static double mix(final float[] values, final int at, final double part) {
        return mix(values[at], values[at + 1], part);
    }

    private static double mix(final double a, final double b, final double part) {
        return part == 0 ? a : a + part * (b - a);
    }
}
