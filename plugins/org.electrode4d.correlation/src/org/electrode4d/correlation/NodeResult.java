// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * What correlation found at one node.
 *
 * @param transformation about the node
 * @param zncc zero-mean normalised cross-correlation of the two windows, -1 to 1; NaN if never computed
 * @param residual squared difference of the windows after matching gain and offset, over the squared contrast of the
 *     reference window (0 = identical, 2 (1 - ZNCC)); NaN if never computed
 * @param deltaPhiNorm root of the sum of the squared twelve entries of the last increment (SPAM's measure, which mixes
 *     voxels and strain); NaN if there was none
 */
public record NodeResult(Transformation transformation, NodeStatus status, double zncc, double residual,
    int iterations, double deltaPhiNorm) {

    /** A result without a correlation behind it. */
    public static NodeResult of(final Transformation transformation, final NodeStatus status) {
        return new NodeResult(transformation, status, Double.NaN, Double.NaN, 0, Double.NaN);
    }

    NodeResult with(final Transformation other) {
        return new NodeResult(other, status, zncc, residual, iterations, deltaPhiNorm);
    }
}
