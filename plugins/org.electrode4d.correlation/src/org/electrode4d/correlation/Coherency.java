// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/**
 * Local quadratic coherency (Masullo and Theunissen 2016): how far the displacement of a node is from the quadratic
 * polynomial through its neighbours, in units of what is usual there. 0 is coherent. With e_c the node's deviation of
 * component c = x, y, z
 *
 * <pre>
 * coherency = 1/3 sum_c (e_c / scale_c)^2
 * </pre>
 *
 * <p>Neighbours are the converged nodes within a radius of two node spacings (along every axis in its own spacing),
 * which is doubled until there are more than 27 or the grid has no more.
 */
public final class Coherency {

    /** How neighbours are weighted, and deviations scaled. */
    public enum Form {
        /**
         * The node does not take part in its own fit, and nothing depends on how far, or by which strain, the sample
         * moved as a whole: weights are {@code exp(-r^2 / 2 s^2)} with the residuals r of the neighbours from the fit
         * (at first from their median, the slope of the median F taken off) and {@code s = median r + 0.1 voxel};
         * {@code scale_c} is the median of the neighbours' |e_c| plus 0.1 voxel. 1 is a node that is off along every
         * axis by 0.1 voxel more than its neighbours are, or along one axis by at least 0.17; scatter of 0.02 voxel
         * gives 0.04, of 0.05 gives 0.2, with 0.2 % of the nodes above 1.
         */
        ROBUST,
        /**
         * As SPAM computes it: the node is in its own fit, weights {@code exp(-r^2 / 2 sqrt(s))} come from deviations r
         * from the median displacement and {@code s = mean r + 0.1}, and {@code scale_c} is the median of |u_c| plus
         * 0.1. A shift of the sample by 20 voxels hides an outlier of 5.
         */
        SPAM
    }

    /** Neighbourhood in node spacings. */
    static final double RADIUS = 2;
    private static final int ENOUGH = 27;
    private static final int LEAST = 4;

    private final DeformationField field;
    private final Form form;
    private final double radius;
    private final IntPredicate counts;
    private final NearestNodes near;

    private Coherency(final DeformationField field, final Form form, final double radius, final IntPredicate counts) {
        this.field = field;
        this.form = form;
        this.radius = radius;
        this.counts = counts;
        near = new NearestNodes(field.grid(), counts);
    }

    /** The robust form of every node. O(nodes). */
    public static double[] of(final DeformationField field) {
        return of(field, Form.ROBUST, RADIUS);
    }

    /**
     * The coherency of every node, in the order of the grid.
     *
     * @param radius in node spacings, at least 1; SPAM takes 4
     * @return NaN for nodes that did not converge, or with fewer than four converged neighbours
     * @throws IllegalArgumentException for a smaller radius
     */
    public static double[] of(final DeformationField field, final Form form, final double radius) {
        if (!(radius >= 1)) {
            throw new IllegalArgumentException("The radius of a neighbourhood must be at least 1 node spacing, not "
                + radius + ".");
        }
        return new Coherency(field, form, radius, node -> field.status(node) == NodeStatus.CONVERGED
            && field.transformation(node).isFinite()).all(Progress.NONE);
    }

    /** The robust form, with nodes {@code counts} that are judged and serve as neighbours. */
    static double[] of(final DeformationField field, final IntPredicate counts, final Progress progress) {
        return new Coherency(field, Form.ROBUST, RADIUS, counts).all(progress);
    }

    private double[] all(final Progress progress) {
        final int row = field.grid().nx();
        final List<double[]> rows = Blocks.map(field.grid().ny() * field.grid().nz(), progress, "Coherency",
            r -> IntStream.range(r * row, (r + 1) * row).mapToDouble(this::at).toArray());
        return rows.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private double at(final int node) {
        final List<Integer> neighbours = counts.test(node) ? neighbours(node) : List.of();
        if (neighbours.size() < LEAST) {
            return Double.NaN;
        }
        if (form == Form.ROBUST) {
            return neighbourhood(node, neighbours).robust(slope(neighbours));
        }
        neighbours.add(node);
        return neighbourhood(node, neighbours).spam();
    }

    private CoherencyNeighbourhood neighbourhood(final int node, final List<Integer> neighbours) {
        return new CoherencyNeighbourhood(neighbours.stream().map(n -> steps(node, n)).toList(),
            neighbours.stream().map(this::displacement).toList(), displacement(node));
    }

    private List<Integer> neighbours(final int node) {
        final NodeGrid grid = field.grid();
        final int farthest = Math.max(grid.nx(), Math.max(grid.ny(), grid.nz()));
        double reach = radius;
        while (true) {
            final double limit = reach * reach * (1 + 1e-9);
            final List<Integer> found = near.unsortedCube(node, (int)reach);
            found.removeIf(n -> squaredSteps(node, n) > limit);
            if (found.size() > ENOUGH || reach > 2.0 * farthest) {
                return found;
            }
            reach *= 2;
        }
    }

    private double squaredSteps(final int from, final int to) {
        final double[] d = steps(from, to);
        return d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
    }

    private double[] steps(final int from, final int to) {
        final NodeGrid grid = field.grid();
        return new double[] {grid.ix(to) - grid.ix(from), grid.iy(to) - grid.iy(from), grid.iz(to) - grid.iz(from)};
    }

    private double[] displacement(final int node) {
        final Point u = field.displacement(node);
        return new double[] {u.x(), u.y(), u.z()};
    }

    /** Median displacement gradient, in voxels per node spacing. */
    private double[] slope(final List<Integer> nodes) {
        final Point spacing = field.grid().spacing();
        final double[] gradient = Matrix3.minusIdentity(
            Medians.ofComponents(nodes.stream().map(field::f).toList()));
        return Matrix3.multiply(gradient, Matrix3.diagonal(spacing.x(), spacing.y(), spacing.z()));
    }
}
