// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

/**
 * A box of cells of {@code bin}³ voxels about a centre: the means of their voxels that are numbers, NaN where there are
 * none. Cell (0, 0, 0) holds the centre; a voxel d from the centre is in cell floor((d + bin / 2) / bin).
 *
 * @param half cells to either side of the centre along x, y, z
 * @param means x fastest
 */
record SearchBox(int[] half, float[] means) {

    int extent(final int axis) {
        return 2 * half[axis] + 1;
    }

    /** The part of the cells that hold numbers. */
    double filled() {
        int count = 0;
        for (final float mean : means) {
            count += mean == mean ? 1 : 0;
        }
        return count / (double)means.length;
    }

    /**
     * The window of the reference as the start value deforms it: the cell at y holds the material of C + F^-1 y. Only
     * voxels of the window count; each is taken as it is, without interpolation.
     */
    static SearchBox template(final LevelVolumes volumes, final NodeTask task, final int[] half, final int bin) {
        final Block window = task.window();
        final float[] values = new float[window.voxels()];
        volumes.readReference(window, values);
        final double[] inverse = Matrix3.inverse(task.start().f());
        final Sums sums = new Sums(half);
        int cell = 0;
        for (int z = -half[2]; z <= half[2]; z++) {
            for (int y = -half[1]; y <= half[1]; y++) {
                for (int x = -half[0]; x <= half[0]; x++) {
                    for (int i = 0; i < bin * bin * bin; i++) {
                        final Point at = new Point(x * bin + i % bin - bin / 2, y * bin + i / bin % bin - bin / 2,
                            z * bin + i / bin / bin - bin / 2);
                        sums.add(cell, valueAt(task.centre().plus(Transformation.times(inverse, at)), window, values));
                    }
                    cell++;
                }
            }
        }
        return sums.means();
    }

    private static float valueAt(final Point p, final Block window, final float[] values) {
        final long x = Math.round(p.x()) - window.minX();
        final long y = Math.round(p.y()) - window.minY();
        final long z = Math.round(p.z()) - window.minZ();
        final boolean inside = x >= 0 && y >= 0 && z >= 0 && x < window.sizeX() && y < window.sizeY()
            && z < window.sizeZ();
        return inside ? values[(int)((z * window.sizeY() + y) * window.sizeX() + x)] : Float.NaN;
    }

    /** Voxels of the deformed volume about (x, y, z), read one layer of cells after the other. */
    static SearchBox region(final LevelVolumes volumes, final long[] centre, final int[] half, final int bin,
        final Progress progress) {
        final Shape shape = volumes.pair().shape();
        final Sums sums = new Sums(half);
        final long x = centre[0] - (long)half[0] * bin - bin / 2;
        final long y = centre[1] - (long)half[1] * bin - bin / 2;
        for (int layer = 0; layer <= 2 * half[2]; layer++) {
            progress.check();
            final long z = centre[2] + (long)(layer - half[2]) * bin - bin / 2;
            final Block block = new Block(x, y, z, (2 * half[0] + 1) * bin, (2 * half[1] + 1) * bin, bin).clip(shape);
            if (!block.isEmpty()) {
                final float[] values = new float[block.voxels()];
                volumes.readDeformed(block, values);
                sums.addLayer(layer, new long[] {x, y}, block, values, bin);
            }
        }
        return sums.means();
    }

    private static final class Sums {

        private final int[] half;
        private final double[] sums;
        private final int[] counts;

        Sums(final int[] half) {
            this.half = half;
            sums = new double[(2 * half[0] + 1) * (2 * half[1] + 1) * (2 * half[2] + 1)];
            counts = new int[sums.length];
        }

        void add(final int cell, final float value) {
            if (Math.abs(value) <= Float.MAX_VALUE) {
                sums[cell] += value;
                counts[cell]++;
            }
        }

        void addLayer(final int layer, final long[] origin, final Block block, final float[] values, final int bin) {
            final int first = layer * (2 * half[1] + 1);
            for (int row = 0; row < block.sizeY() * block.sizeZ(); row++) {
                final int y = (int)((block.minY() + row % block.sizeY() - origin[1]) / bin);
                final int cells = (first + y) * (2 * half[0] + 1);
                for (int i = 0; i < block.sizeX(); i++) {
                    add(cells + (int)((block.minX() + i - origin[0]) / bin), values[row * block.sizeX() + i]);
                }
            }
        }

        SearchBox means() {
            final float[] means = new float[sums.length];
            for (int i = 0; i < means.length; i++) {
                means[i] = counts[i] > 0 ? (float)(sums[i] / counts[i]) : Float.NaN;
            }
            return new SearchBox(half, means);
        }
    }
}
