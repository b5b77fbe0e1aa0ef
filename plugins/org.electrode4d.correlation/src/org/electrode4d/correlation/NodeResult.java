// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Point;

/**
 * What correlation found at one node.
 *
 * @param transformation about the node
 * @param zncc zero-mean normalised cross-correlation of the two windows, -1 to 1; NaN if never computed
 * @param residual squared difference of the windows after matching gain and offset, over the squared contrast of the
 *     reference window (0 = identical, 2 (1 - ZNCC)); NaN if never computed
 * @param deltaPhiNorm root of the sum of the squared twelve entries of the last increment (SPAM's measure, which mixes
 *     voxels and strain); NaN if there was none
 * @param uncertainty standard deviation of the displacement along x, y, z that the noise of the windows explains, in
 *     voxels; NaN if unknown. Interpolation bias and strain that changes within the window are not part of it
 */
public record NodeResult(Transformation transformation, NodeStatus status, double zncc, double residual,
    int iterations, double deltaPhiNorm, Point uncertainty) {

    /** No uncertainty is known. */
    public static final Point UNKNOWN = new Point(Double.NaN, Double.NaN, Double.NaN);

    /** A result without a correlation behind it. */
    public static NodeResult of(final Transformation transformation, final NodeStatus status) {
        return new NodeResult(transformation, status, Double.NaN, Double.NaN, 0, Double.NaN, UNKNOWN);
    }

    NodeResult with(final Point deviation) {
        return new NodeResult(transformation, status, zncc, residual, iterations, deltaPhiNorm, deviation);
    }

    NodeResult with(final Transformation other) {
        return new NodeResult(other, status, zncc, residual, iterations, deltaPhiNorm, uncertainty);
    }
}
