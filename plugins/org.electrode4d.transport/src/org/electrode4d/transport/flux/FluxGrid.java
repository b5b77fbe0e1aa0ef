// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

/**
 * How the voxels of a level of the multigrid lie in its arrays: x fastest, then y, then z, with one plane of voxels
 * before the first and one after the last, where the concentrations are held. A row of impermeable voxels at the end of
 * the arrays is the neighbour of all rows and voxels at closed sides. It flows along z.
 *
 * @param nx voxels along x
 * @param ny voxels along y
 * @param nz planes of unknowns
 * @param periodicX whether the last voxel of a row is a neighbour of its first
 * @param periodicY whether the last row of a plane is a neighbour of its first
 */
record FluxGrid(int nx, int ny, int nz, boolean periodicX, boolean periodicY) {

    FluxGrid {
        // a single voxel would be its own neighbour, across which nothing flows
        periodicX &= nx > 1;
        periodicY &= ny > 1;
    }

    int plane() {
        return nx * ny;
    }

    /** Length of the arrays. */
    int length() {
        return Math.addExact(Math.multiplyExact(plane(), nz + 2), nx);
    }

    private int wall() {
        return plane() * (nz + 2);
    }

    /** Index of the first voxel of a row; z is from -1, the plane before the first, to nz. */
    int row(final int y, final int z) {
        return ((z + 1) * ny + y) * nx;
    }

    /** A row with its neighbours. */
    Row neighbours(final int y, final int z) {
        final int start = row(y, z);
        final int back = y > 0 ? row(y - 1, z) : periodicY ? row(ny - 1, z) : wall();
        final int front = y < ny - 1 ? row(y + 1, z) : periodicY ? row(0, z) : wall();
        return new Row(start, start + nx - 1, periodicX ? start + nx - 1 : wall(), periodicX ? start : wall(),
            back - start, front - start);
    }

    /**
     * Where the neighbours of the voxels of a row are.
     *
     * @param first index of the first voxel
     * @param last index of the last voxel
     * @param beforeFirst index of the neighbour of the first voxel towards smaller x
     * @param afterLast index of the neighbour of the last voxel towards larger x
     * @param back what is added to an index for the neighbour towards smaller y
     * @param front what is added to an index for the neighbour towards larger y
     */
    record Row(int first, int last, int beforeFirst, int afterLast, int back, int front) {

        int left(final int i) {
            return i == first ? beforeFirst : i - 1;
        }

        int right(final int i) {
            return i == last ? afterLast : i + 1;
        }
    }

    /** How many voxels one of the coarser grid stands for, along x, y and z, as powers of two. */
    record Coarsening(int x, int y, int z) {

        /** Whether the next voxel along an axis belongs to another one of the coarser grid. */
        static boolean isLast(final int index, final int power) {
            return (index + 1 & (1 << power) - 1) == 0;
        }
    }

    FluxGrid coarsen(final Coarsening by) {
        return new FluxGrid((nx - 1 >> by.x()) + 1, (ny - 1 >> by.y()) + 1, (nz - 1 >> by.z()) + 1, periodicX,
            periodicY);
    }
}
