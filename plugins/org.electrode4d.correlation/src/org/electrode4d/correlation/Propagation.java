// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.volume.Point;

/**
 * Start values for nodes that failed, from nodes that converged: reliability-guided (Pan, Optics and Lasers in
 * Engineering 47, 2009). Every failed node beside converged ones starts from the one with the highest ZNCC, whose
 * displacement is extrapolated with its F; what converges hands on in the next wave.
 *
 * <p>Difference to Pan, who has one queue of nodes sorted by ZNCC and correlates one after the other: a wave takes all
 * failed nodes at once, so that they can be correlated in parallel and the result depends neither on the number of
 * threads nor on their timing.
 */
final class Propagation {

    /** What another start value may cure; missing voxels and missing texture it cannot. */
    private static final Set<NodeStatus> CURABLE = EnumSet.of(NodeStatus.MAX_ITERATIONS, NodeStatus.DIVERGED,
        NodeStatus.VOLUME_CHANGE, NodeStatus.SINGULAR_TRANSFORMATION, NodeStatus.BAD_START);
    /** Voxels at a window's corner by which a start value must differ from all earlier ones to be worth a try. */
    private static final double OTHER_START = 0.5;

    private final NodeGrid grid;
    private final WindowFrame frame;
    private final DeformationField first;
    private final Map<Integer, List<Transformation>> tried = new HashMap<>();

    /** @param first what the nodes were started from first */
    Propagation(final NodeGrid grid, final int halfWindow, final DeformationField first) {
        this.grid = grid;
        this.first = first;
        final Point corner = new Point(halfWindow, halfWindow, halfWindow);
        frame = new WindowFrame(corner.times(-1), corner, 0, 0);
    }

    /** The nodes whose failure another start value may cure. */
    static List<Integer> curable(final DeformationField field) {
        final List<Integer> curable = new ArrayList<>();
        for (int node = 0; node < field.grid().size(); node++) {
            if (CURABLE.contains(field.status(node))) {
                curable.add(node);
            }
        }
        return curable;
    }

    /**
     * New start values by node, in the order of nodes: from converged neighbours; if no neighbour says anything new,
     * from the eight nearest converged nodes, however far. Empty when there is nothing left to try.
     */
    SortedMap<Integer, Transformation> next(final DeformationField field) {
        final SortedMap<Integer, Transformation> starts = fromNeighbours(field);
        return starts.isEmpty() ? fromAfar(field) : starts;
    }

    private SortedMap<Integer, Transformation> fromNeighbours(final DeformationField field) {
        final NearestNodes converged = new NearestNodes(grid, node -> field.status(node) == NodeStatus.CONVERGED);
        final SortedMap<Integer, Transformation> starts = new TreeMap<>();
        for (final int node : curable(field)) {
            int best = -1;
            for (final int neighbour : converged.cube(node, 1)) {
                best = best < 0 || field.zncc(neighbour) > field.zncc(best) ? neighbour : best;
            }
            if (best >= 0) {
                offer(node, field.transformation(best).recentred(grid.position(best), grid.position(node)), starts);
            }
        }
        return starts;
    }

    private SortedMap<Integer, Transformation> fromAfar(final DeformationField field) {
        final DeformationField filled = FieldFilter.apply(field, FilterSettings.defaults());
        final SortedMap<Integer, Transformation> starts = new TreeMap<>();
        for (final int node : curable(field)) {
            if (filled.status(node) == NodeStatus.FILLED) {
                offer(node, filled.transformation(node), starts);
            }
        }
        return starts;
    }

    /** A start value is taken if it differs from the earlier ones, also where those were not numbers. */
    private void offer(final int node, final Transformation start, final Map<Integer, Transformation> starts) {
        final List<Transformation> earlier = tried.computeIfAbsent(node,
            n -> new ArrayList<>(List.of(first.at(grid.position(n)))));
        if (earlier.stream().noneMatch(map -> frame.cornerDistance(map, start) < OTHER_START)) {
            earlier.add(start);
            starts.put(node, start);
        }
    }
}
