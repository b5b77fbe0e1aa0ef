// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;

/**
 * The ellipsoid that has the second moments of a particle, by its semi-axes from the longest to the shortest. Voxels
 * are taken as boxes: each adds h²/12 along every axis to the moment of its centre, so that one voxel has an extent
 * too, and a block of voxels the moment of the block. (scikit-image takes points, and finds smaller axes for few
 * voxels.)
 *
 * <p>In a single slice there are two axes, of the ellipse that has the moments of the particle.
 *
 * @param semiAxes in µm, descending
 * @param directions unit vectors in the same order; the largest of their components is positive. Where semi-axes are
 *     equal, as of a ball, any directions in their plane are as good
 */
public record PrincipalAxes(List<Double> semiAxes, List<Point> directions) {

    private static final int[][] FIELD = {{0, 1, 2}, {1, 3, 4}, {2, 4, 5}};

    /** Copies the lists. */
    public PrincipalAxes {
        semiAxes = List.copyOf(semiAxes);
        directions = List.copyOf(directions);
    }

    /**
     * Of second moments about the centre.
     *
     * @param covariance of voxel centres in voxel²: xx, xy, xz, yy, yz, zz
     * @param flat whether the volume is a single slice
     */
    public static PrincipalAxes of(final double[] covariance, final VoxelSize size, final boolean flat) {
        final double[] edge = {size.x(), size.y(), size.z()};
        final int dimensions = flat ? 2 : 3;
        final double[][] moments = new double[dimensions][dimensions];
        for (int i = 0; i < dimensions; i++) {
            for (int j = 0; j < dimensions; j++) {
                moments[i][j] = (covariance[FIELD[i][j]] + (i == j ? 1 / 12.0 : 0)) * edge[i] * edge[j];
            }
        }
        final EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(moments, false));
        final List<Double> semiAxes = new ArrayList<>();
        final List<Point> directions = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            // a ball of radius r has the moment r²/5 along each axis, a disc r²/4
            semiAxes.add(Math.sqrt((dimensions + 2) * Math.max(0, eigen.getRealEigenvalue(i))));
            final double[] v = eigen.getEigenvector(i).toArray();
            directions.add(upright(new Point(v[0], v[1], flat ? 0 : v[2])));
        }
        return new PrincipalAxes(semiAxes, directions);
    }

    private static Point upright(final Point v) {
        final double largest = Math.max(Math.abs(v.x()), Math.max(Math.abs(v.y()), Math.abs(v.z())));
        final boolean negative = v.x() == -largest || v.x() != largest && (v.y() == -largest
            || v.y() != largest && v.z() == -largest);
        return negative ? v.times(-1) : v;
    }

    /** The second semi-axis as a part of the first: 1 for a ball or a plate, near 0 for a needle. */
    public double elongation() {
        return semiAxes.get(1) / semiAxes.get(0);
    }

    /** The third semi-axis as a part of the second: 1 for a ball or a needle, near 0 for a plate; NaN in a slice. */
    public double flatness() {
        return semiAxes.size() < 3 ? Double.NaN : semiAxes.get(2) / semiAxes.get(1);
    }
}
