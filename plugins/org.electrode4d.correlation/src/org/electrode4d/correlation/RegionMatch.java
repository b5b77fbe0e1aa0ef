// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * How a region of the reference was found again.
 *
 * @param map of the whole volume, about its middle
 * @param status of the finest level
 * @param zncc zero-mean normalised cross-correlation over the region, -1 to 1; NaN if never computed
 * @param iterations on the finest level
 */
public record RegionMatch(Transformation map, NodeStatus status, double zncc, int iterations) {

    public boolean isConverged() {
        return status == NodeStatus.CONVERGED;
    }
}
