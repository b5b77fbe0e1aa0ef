// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.List;

import org.electrode4d.transport.geodesic.PathMetric;
import org.knime.node.parameters.widget.choices.Label;

/** Which paths are measured. */
enum TortuosityPaths {

    @Label(value = "Fast marching", description = "Paths of any angle, with differences of second order: converges "
        + "to the true length when voxels become smaller, from above")
    FAST_MARCHING(PathMetric.FAST_MARCHING_SECOND_ORDER),

    @Label(value = "Fast marching and 26 neighbours", description = "Both: the difference tells how much a "
        + "result depends on how paths are measured. Takes both times")
    BRACKET(PathMetric.FAST_MARCHING_SECOND_ORDER, PathMetric.CORNERS),

    @Label(value = "Fast marching, first order", description = "As the first, with 1.3 to 2 times its error, to "
        + "compare with other programs")
    FAST_MARCHING_FIRST_ORDER(PathMetric.FAST_MARCHING),

    @Label(value = "26 neighbours", description = "Steps between voxels that share a face, an edge or a corner: up to "
        + "13 % too long, some 3 to 6 % in the mean, and leaks through edges and corners")
    CORNERS(PathMetric.CORNERS),

    @Label(value = "18 neighbours", description = "Steps between voxels that share a face or an edge")
    EDGES(PathMetric.EDGES),

    @Label(value = "6 neighbours", description = "Steps along the axes: up to 73 % too long")
    FACES(PathMetric.FACES);

    final List<PathMetric> metrics;

    TortuosityPaths(final PathMetric... metrics) {
        this.metrics = List.of(metrics);
    }
}
