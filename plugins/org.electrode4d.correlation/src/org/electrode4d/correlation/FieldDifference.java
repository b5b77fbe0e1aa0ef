// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.statistics.OrderStatistics;

/**
 * How far a composed field (T0 to T1, T1 to T2, ...) is from the one that was measured directly (T0 to Tn), node by
 * node. Errors of the increments add up in the one, a large deformation makes the other fail or lag: what both agree on
 * deserves trust.
 *
 * @param voxelSize of both fields
 * @param nodes where both have converged, in the order of the composed field's grid; filled nodes are no measurements
 */
public record FieldDifference(VoxelSize voxelSize, List<Node> nodes) {

    private static final double SAME_PLACE = 1e-6;

    /**
     * One node of the composed field.
     *
     * @param index on the grid of the composed field
     * @param composed its map
     * @param direct the direct field's map there
     * @param uncertainty standard deviation that the difference of the displacements should have, in voxels: the root
     *     of the sum of both variances; NaN where either is unknown
     */
    public record Node(int index, Transformation composed, Transformation direct, Point uncertainty) {

        /** u composed - u direct, in voxels. */
        public Point displacement() {
            return composed.displacement().minus(direct.displacement());
        }

        /** F composed - F direct, nine entries row-major. */
        public double[] f() {
            final double[] difference = composed.f();
            final double[] other = direct.f();
            for (int i = 0; i < difference.length; i++) {
                difference[i] -= other[i];
            }
            return difference;
        }
    }

    /**
     * Statistics of a difference d over nodes; all but the count are NaN where there is none.
     *
     * @param mean of d
     * @param rms root of the mean of d squared
     * @param percentile95 of |d|, interpolated between neighbours in rank
     * @param maximum of |d|
     */
    public record Statistics(int count, double mean, double rms, double percentile95, double maximum) {
    }

    public FieldDifference {
        nodes = List.copyOf(nodes);
    }

    /**
     * @param direct is interpolated where it has no node at the place of one of {@code composed}
     * @throws CorrelationException if the voxel sizes differ
     */
    public static FieldDifference of(final DeformationField composed, final DeformationField direct) {
        if (!composed.voxelSize().equals(direct.voxelSize())) {
            throw new CorrelationException("The composed and the direct field belong to volumes with different voxels: "
                + composed.voxelSize() + " and " + direct.voxelSize() + ". Read the scans with one voxel size.");
        }
        final boolean same = sameNodes(composed.grid(), direct.grid());
        final List<Node> nodes = new ArrayList<>();
        for (int node = 0; node < composed.grid().size(); node++) {
            final Point at = composed.grid().position(node);
            final NodeStatus status = same ? direct.status(node) : direct.statusAt(at);
            if (composed.status(node) == NodeStatus.CONVERGED && status == NodeStatus.CONVERGED) {
                final Transformation other = same ? direct.transformation(node) : direct.at(at);
                nodes.add(new Node(node, composed.transformation(node), other,
                    deviation(composed.varianceAt(at), direct.varianceAt(at))));
            }
        }
        return new FieldDifference(composed.voxelSize(), nodes);
    }

    private static boolean sameNodes(final NodeGrid a, final NodeGrid b) {
        return a.nx() == b.nx() && a.ny() == b.ny() && a.nz() == b.nz()
            && a.origin().distance(b.origin()) < SAME_PLACE && a.spacing().distance(b.spacing()) < SAME_PLACE;
    }

    private static Point deviation(final Point a, final Point b) {
        return new Point(Math.sqrt(a.x() + b.x()), Math.sqrt(a.y() + b.y()), Math.sqrt(a.z() + b.z()));
    }

    /** Statistics of any number that the nodes have; NaN is left out. */
    public Statistics statistics(final ToDoubleFunction<Node> difference) {
        return statistics(nodes.stream().mapToDouble(difference).toArray());
    }

    /** Statistics of differences of strain, of the nodes' own F in µm: component of composed less that of direct. */
    public Map<StrainComponent, Statistics> strain(final List<StrainComponent> components) {
        final double[][] differences = new double[components.size()][nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            final StrainState composed = state(nodes.get(i).composed());
            final StrainState direct = state(nodes.get(i).direct());
            for (int k = 0; k < differences.length; k++) {
                differences[k][i] = components.get(k).of(composed) - components.get(k).of(direct);
            }
        }
        final Map<StrainComponent, Statistics> statistics = new EnumMap<>(StrainComponent.class);
        for (int k = 0; k < differences.length; k++) {
            statistics.put(components.get(k), statistics(differences[k]));
        }
        return statistics;
    }

    private StrainState state(final Transformation map) {
        final double[] edges = {voxelSize.x(), voxelSize.y(), voxelSize.z()};
        final double[] f = map.f();
        for (int i = 0; i < f.length; i++) {
            f[i] *= edges[i / 3] / edges[i % 3];
        }
        return StrainState.of(f);
    }

    private static Statistics statistics(final double[] differences) {
        final double[] d = Arrays.stream(differences).filter(value -> value == value).toArray();
        final double[] sizes = Arrays.stream(d).map(Math::abs).sorted().toArray();
        final double squares = Arrays.stream(d).map(value -> value * value).sum();
        return new Statistics(d.length, Arrays.stream(d).average().orElse(Double.NaN), Math.sqrt(squares / d.length),
            OrderStatistics.quantile(sizes, 0.95), OrderStatistics.quantile(sizes, 1));
    }
}
