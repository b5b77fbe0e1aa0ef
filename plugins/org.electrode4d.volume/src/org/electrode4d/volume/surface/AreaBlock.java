// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * The area of the surface in a block of cells. Areas of triangles are rounded to 2^-28 of the largest face of a voxel
 * and added up as whole numbers per plane of cells: sums do not depend on how the volume is divided.
 */
final class AreaBlock {

    private static final double RESOLUTION = 1 << 28;

    private final Block cells;
    private final FieldCells field;
    private final double[] size;
    private final double unit;
    private final int width;
    private final int height;
    private final double[] points = new double[3 * CellCases.EDGES];

    /** @param cells numbered as their first corners; the only layer of cells of an image has the same corners above */
    AreaBlock(final Volume volume, final double level, final Block cells) {
        this.cells = cells;
        width = cells.sizeX() + 1;
        height = cells.sizeY() + 1;
        field = new FieldCells(read(volume), width, level);
        final VoxelSize edges = volume.voxelSize();
        size = new double[] {edges.x(), edges.y(), edges.z()};
        unit = unit(edges);
    }

    private float[] read(final Volume volume) {
        final float[] values = new float[width * height * (cells.sizeZ() + 1)];
        final boolean isImage = volume.shape().z() == 1;
        volume.read(new Block(cells.minX(), cells.minY(), cells.minZ(), width, height,
            cells.sizeZ() + (isImage ? 0 : 1)), values);
        if (isImage) {
            System.arraycopy(values, 0, values, width * height, width * height);
        }
        return values;
    }

    /** What one is in the sums, in µm². */
    static double unit(final VoxelSize size) {
        return Math.max(size.x() * size.y(), Math.max(size.y() * size.z(), size.z() * size.x())) / RESOLUTION;
    }

    /** The area in a plane of cells of the block, in units. */
    long area(final int z) {
        long sum = 0;
        for (int y = 0; y < cells.sizeY(); y++) {
            final int lower = (z * height + y) * width;
            final int[] cases = field.row(lower, lower + width * height);
            for (int x = 0; x < cells.sizeX(); x++) {
                if (cases[x] != 0 && cases[x] != CellCases.COUNT - 1 && field.isFinite(x)) {
                    sum += cell(x, cases[x]);
                }
            }
        }
        return sum;
    }

    private long cell(final int x, final int inside) {
        for (int left = CellCases.crossed(inside); left != 0; left &= left - 1) {
            place(x, Integer.numberOfTrailingZeros(left));
        }
        final byte[] triangles = CellCases.triangles(inside);
        long sum = 0;
        for (int i = 0; i < triangles.length; i += 3) {
            sum += Math.round(area(3 * triangles[i], 3 * triangles[i + 1], 3 * triangles[i + 2]) / unit);
        }
        return sum;
    }

    private void place(final int x, final int edge) {
        final int start = CellCases.start(edge);
        final int axis = CellCases.axis(edge);
        for (int i = 0; i < 3; i++) {
            points[3 * edge + i] = CellCases.coordinate(start, i) * size[i];
        }
        points[3 * edge + axis] = size[axis]
            * field.crossing(field.corner(x, start), field.corner(x, CellCases.end(edge)));
    }

    private double area(final int a, final int b, final int c) {
        final double x = points[b] - points[a];
        final double y = points[b + 1] - points[a + 1];
        final double z = points[b + 2] - points[a + 2];
        final double u = points[c] - points[a];
        final double v = points[c + 1] - points[a + 1];
        final double w = points[c + 2] - points[a + 2];
        return TriangleSurface.area(x, y, z, u, v, w);
    }
}
