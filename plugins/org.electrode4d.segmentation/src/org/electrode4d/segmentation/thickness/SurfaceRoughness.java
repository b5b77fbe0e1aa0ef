// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.thickness;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Height parameters of a surface after ISO 25178-2, relative to its least-squares plane, in µm. No filter is applied
 * besides the plane: waviness counts, and the smallest wavelength is two voxels. Surfaces of voxels have steps: a
 * smooth one keeps a roughness of up to a third of the voxel height.
 *
 * @param sa arithmetic mean of the heights' magnitude
 * @param sq root mean square
 * @param sz highest peak plus deepest valley
 */
public record SurfaceRoughness(double sa, double sq, double sz) {

    /**
     * Of a map of heights. The plane is the one of least norm where heights do not determine one, as in a single row.
     *
     * @param width voxels of a row of the map
     * @param heights in voxels, x fastest; negative where there is none
     * @param height of a voxel in µm
     */
    static SurfaceRoughness of(final int width, final int[] heights, final double height) {
        final double[] plane = plane(width, heights);
        long count = 0;
        double sum = 0;
        double squares = 0;
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < heights.length; i++) {
            if (heights[i] >= 0) {
                final double rest = heights[i] - plane[0] - plane[1] * (i % width) - plane[2] * (i / width);
                count++;
                sum += Math.abs(rest);
                squares += rest * rest;
                highest = Math.max(highest, rest);
                lowest = Math.min(lowest, rest);
            }
        }
        return new SurfaceRoughness(height * sum / count, height * Math.sqrt(squares / count),
            height * (highest - lowest));
    }

    /** Constant, slope along x and slope along y in voxels. */
    private static double[] plane(final int width, final int[] heights) {
        final double middleX = (width - 1) / 2.0;
        final double middleY = (heights.length / width - 1) / 2.0;
        final double[][] sums = new double[3][3];
        final double[] right = new double[3];
        for (int i = 0; i < heights.length; i++) {
            if (heights[i] >= 0) {
                final double[] terms = {1, i % width - middleX, i / width - middleY};
                for (int row = 0; row < 3; row++) {
                    for (int column = 0; column < 3; column++) {
                        sums[row][column] += terms[row] * terms[column];
                    }
                    right[row] += terms[row] * heights[i];
                }
            }
        }
        final RealVector solution = new SingularValueDecomposition(new Array2DRowRealMatrix(sums)).getSolver()
            .solve(new ArrayRealVector(right));
        final double slopeX = solution.getEntry(1);
        final double slopeY = solution.getEntry(2);
        return new double[] {solution.getEntry(0) - slopeX * middleX - slopeY * middleY, slopeX, slopeY};
    }
}
