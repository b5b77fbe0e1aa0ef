// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;
import java.util.Optional;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;

/**
 * Material points of a block of the deformed volume, on a lattice of every fourth voxel of the volume (not of the
 * block, so that blocks agree), trilinear in between.
 */
final class MaterialLattice {

    static final int STEP = 4;

    private final long firstX;
    private final long firstY;
    private final long firstZ;
    private final int nx;
    private final int ny;
    private final double[] points;
    private final double[] nodes;

    private MaterialLattice(final Block block) {
        firstX = Math.floorDiv(block.minX(), STEP);
        firstY = Math.floorDiv(block.minY(), STEP);
        firstZ = Math.floorDiv(block.minZ(), STEP);
        nx = (int)(Math.floorDiv(block.endX() - 1, STEP) - firstX) + 2;
        ny = (int)(Math.floorDiv(block.endY() - 1, STEP) - firstY) + 2;
        final int nz = (int)(Math.floorDiv(block.endZ() - 1, STEP) - firstZ) + 2;
        points = new double[3 * nx * ny * nz];
        nodes = new double[3 * nx];
    }

    static MaterialLattice of(final DeformationField field, final Block block) {
        final MaterialLattice lattice = new MaterialLattice(block);
        final FieldInverse inverse = new FieldInverse(field);
        for (int i = 0; i < lattice.points.length; i += 3) {
            final int node = i / 3;
            final double x = STEP * (double)(lattice.firstX + node % lattice.nx);
            final double y = STEP * (double)(lattice.firstY + node / lattice.nx % lattice.ny);
            final double z = STEP * (double)(lattice.firstZ + node / lattice.nx / lattice.ny);
            inverse.find(x, y, z, new Point(x, y, z));
            lattice.points[i] = inverse.x();
            lattice.points[i + 1] = inverse.y();
            lattice.points[i + 2] = inverse.z();
        }
        return lattice;
    }

    /** The box of voxels that holds all material points; empty if there are none. */
    Optional<Block> bounds() {
        final double[] min = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        final double[] max = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i < points.length; i++) {
            if (points[i] == points[i]) {
                min[i % 3] = Math.min(min[i % 3], points[i]);
                max[i % 3] = Math.max(max[i % 3], points[i]);
            }
        }
        if (min[0] > max[0]) {
            return Optional.empty();
        }
        final long[] first = Arrays.stream(min).mapToLong(v -> (long)Math.floor(v)).toArray();
        final int[] size = new int[3];
        Arrays.setAll(size, i -> (int)Math.min(1 << 28, (long)Math.ceil(max[i]) - first[i] + 1));
        return Optional.of(new Block(first[0], first[1], first[2], size[0], size[1], size[2]));
    }

    /** First voxel of the first lattice step. */
    long startX() {
        return firstX * STEP;
    }

    /** Lattice points along x: one more than there are steps. */
    int pointsAlongX() {
        return nx;
    }

    /**
     * The material points of every fourth voxel of a row, from {@link #startX} on; between two of them they lie on a
     * straight line.
     *
     * @param row receives x, y, z of {@link #pointsAlongX} points
     */
    void row(final long y, final long z, final double[] row) {
        final int iy = (int)(Math.floorDiv(y, STEP) - firstY);
        final int iz = (int)(Math.floorDiv(z, STEP) - firstZ);
        final double fy = Math.floorMod(y, STEP) / (double)STEP;
        final double fz = Math.floorMod(z, STEP) / (double)STEP;
        final int at = 3 * (iz * ny + iy) * nx;
        for (int i = 0; i < 3 * nx; i++) {
            row[i] = acrossYz(at + i, fy, fz);
        }
    }

    /**
     * The material points of a row of voxels.
     *
     * @param minX the first voxel of the row, not before {@link #startX}
     * @param from the block from whose first voxel they are counted
     * @param row receives x, y and z of as many points as there is room for
     */
    void points(final long minX, final long y, final long z, final Block from, final double[][] row) {
        row(y, z, nodes);
        final double[] corner = {from.minX(), from.minY(), from.minZ()};
        final int skip = (int)(minX - startX());
        for (int k = 0; k < 3; k++) {
            for (int cell = 0; cell < nx - 1; cell++) {
                final double near = nodes[3 * cell + k];
                final double step = (nodes[3 * cell + 3 + k] - near) / STEP;
                straight(near - corner[k], step, cell * STEP - skip, row[k]);
            }
        }
    }

    /** The points of one lattice step, as far as they are in the row; written out, because most are, and all four. */
    private static void straight(final double start, final double step, final int first, final double[] row) {
        if (first >= 0 && first + STEP <= row.length) {
            row[first] = start;
            row[first + 1] = start + step;
            row[first + 2] = start + 2 * step;
            row[first + 3] = start + 3 * step;
            return;
        }
        for (int i = Math.max(0, -first); i < STEP && first + i < row.length; i++) {
            row[first + i] = start + i * step;
        }
    }

    private double acrossYz(final int at, final double fy, final double fz) {
        final int rowStep = 3 * nx;
        final int planeStep = rowStep * ny;
        final double near = points[at] + fy * (points[at + rowStep] - points[at]);
        final double far = points[at + planeStep] + fy * (points[at + planeStep + rowStep] - points[at + planeStep]);
        return near + fz * (far - near);
    }
}
