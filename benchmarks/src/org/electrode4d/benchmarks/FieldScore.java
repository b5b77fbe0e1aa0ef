// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.util.EnumMap;
import java.util.Map;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;

/**
 * The errors of a field against the exact one, by the rules by which the peers were judged: only nodes count whose
 * window, with the voxel around it that the gradient takes, lies in the reference and, as the exact field moves its
 * corners, in the deformed volume, and that converged. Displacements are those of material points, in voxels.
 */
final class FieldScore {

    private static final double MILLI = 1e3;

    private final DeformationField field;
    private final Deformation exact;
    private final boolean[] counts;
    private int nodes;
    private int inView;
    private int converged;
    private double iterations;
    private final double[] sum = new double[3];
    private final double[] squares = new double[3];
    private double gradientSquares;
    private double strainSquares;
    private int strainCount;

    /** @param every counts the nodes 0, every, 2 every, ... only; strains need neighbours, hence 1 */
    FieldScore(final DeformationField field, final PairCase pair, final int halfWindow, final int every) {
        this.field = field;
        exact = pair.exact();
        counts = new boolean[field.grid().size()];
        for (int node = 0; node < counts.length; node += every) {
            nodes++;
            if (isInView(field.grid().position(node), pair.shape(), halfWindow + 1)) {
                inView++;
                if (field.status(node) == NodeStatus.CONVERGED) {
                    counts[node] = true;
                    add(node);
                }
            }
        }
        for (int node = 0; node < counts.length; node++) {
            addStrain(node);
        }
    }

    private boolean isInView(final Point at, final Shape shape, final int half) {
        for (int corner = 0; corner < 8; corner++) {
            final Point p = at.plus(new Point((corner & 1) == 0 ? -half : half, (corner & 2) == 0 ? -half : half,
                (corner & 4) == 0 ? -half : half));
            if (!isInside(p, shape) || !isInside(exact.forward(p), shape)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInside(final Point p, final Shape shape) {
        return Math.min(p.x(), Math.min(p.y(), p.z())) >= 0 && p.x() <= shape.x() - 1 && p.y() <= shape.y() - 1
            && p.z() <= shape.z() - 1;
    }

    private void add(final int node) {
        final Point at = field.grid().position(node);
        converged++;
        iterations += field.iterations(node);
        final double[] error = array(error(node));
        for (int i = 0; i < 3; i++) {
            sum[i] += error[i];
            squares[i] += error[i] * error[i];
        }
        final double[] f = field.f(node);
        final double[] exactF = exact.gradient(at);
        for (int i = 0; i < 9; i++) {
            gradientSquares += (f[i] - exactF[i]) * (f[i] - exactF[i]);
        }
    }

    private Point error(final int node) {
        return field.displacement(node).minus(exact.displacement(field.grid().position(node)));
    }

    /** The difference of the errors on either side, along every axis where both count. */
    private void addStrain(final int node) {
        final NodeGrid grid = field.grid();
        final double[] spacing = array(grid.spacing());
        for (int axis = 0; axis < 3; axis++) {
            final int before = neighbour(node, axis, -1);
            final int after = neighbour(node, axis, 1);
            if (counts[node] && before >= 0 && after >= 0 && counts[before] && counts[after]) {
                final Point difference = error(after).minus(error(before)).times(0.5 / spacing[axis]);
                strainSquares += difference.dot(difference);
                strainCount += 3;
            }
        }
    }

    private int neighbour(final int node, final int axis, final int step) {
        final NodeGrid grid = field.grid();
        final int ix = grid.ix(node) + (axis == 0 ? step : 0);
        final int iy = grid.iy(node) + (axis == 1 ? step : 0);
        final int iz = grid.iz(node) + (axis == 2 ? step : 0);
        return grid.contains(ix, iy, iz) ? grid.index(ix, iy, iz) : -1;
    }

    private static double[] array(final Point p) {
        return new double[] {p.x(), p.y(), p.z()};
    }

    /** By quantity; what needs more nodes than count is left out. */
    Map<Quantity, Figure> figures() {
        final Map<Quantity, Figure> figures = new EnumMap<>(Quantity.class);
        put(figures, Quantity.NODES, nodes);
        put(figures, Quantity.IN_VIEW, inView);
        put(figures, Quantity.CONVERGED, 100.0 * converged / inView);
        double all = 0;
        for (int i = 0; i < 3; i++) {
            final double mean = sum[i] / converged;
            all += squares[i] / converged;
            put(figures, Quantity.values()[Quantity.MEAN_X.ordinal() + i], MILLI * mean);
            put(figures, Quantity.values()[Quantity.SD_X.ordinal() + i],
                MILLI * Math.sqrt(Math.max(0, squares[i] / converged - mean * mean)));
        }
        put(figures, Quantity.RMS, MILLI * Math.sqrt(all));
        put(figures, Quantity.F_RMS, MILLI * Math.sqrt(gradientSquares / (9.0 * converged)));
        if (strainCount > 0) {
            put(figures, Quantity.STRAIN_RMS, MILLI * Math.sqrt(strainSquares / strainCount));
        }
        put(figures, Quantity.ITERATIONS, iterations / converged);
        return figures;
    }

    private static void put(final Map<Quantity, Figure> figures, final Quantity quantity, final double value) {
        if (value == value) {
            figures.put(quantity, Figure.of(value, quantity.decimals()));
        }
    }
}
