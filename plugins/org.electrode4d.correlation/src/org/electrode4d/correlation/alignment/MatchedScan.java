// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import java.util.List;
import java.util.Map;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.RigidMode;
import org.electrode4d.correlation.Transformation;

/**
 * How a scan lies on another.
 *
 * @param map from the reference to the scan, about the middle of the volume, in voxels
 * @param status of the iteration that gave it; NOT_RUN where nothing was determined
 * @param determined the degrees of freedom that were measured, in the axes of the collector: x and y in its plane, z
 *     along its normal, with standard deviations: µm for translations, radian for rotations. The others are those of
 *     the start: no motion
 * @param zncc over the region, -1 to 1; NaN without contrast
 * @param residual root of the mean squared difference over the region, in grey values of the reference
 * @param remarks what a person should know
 */
record MatchedScan(Transformation map, NodeStatus status, Map<RigidMode, Double> determined, double zncc,
    double residual, List<String> remarks) {
}
