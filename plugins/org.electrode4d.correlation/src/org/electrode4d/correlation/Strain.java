// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;
import java.util.List;
import org.electrode4d.correlation.StrainSettings.Method;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/**
 * Deformation gradients from a deformation field.
 *
 * <p>LEAST_SQUARES fits {@code x = a + F X} to the nodes of the neighbourhood, the node itself included, with the means
 * removed: {@code F = (sum dx dX^T)(sum dX dX^T)^-1} (Geers et al., Int. J. Solids Struct. 33, 1996). GEERS_SPAM
 * reproduces what SPAM computes, for comparison: it leaves the node out and subtracts the product of the means as one
 * scalar from all entries, which is wrong wherever the neighbourhood is not symmetric: at every face of the grid and
 * beside every missing node.
 *
 * <p>The result is the gradient of positions in µm. Where voxels are not cubes it differs from the field's F, that is
 * one of positions in voxels, by {@code F_ij = s_i / s_j F_ij(voxels)} with the voxel size s.
 */
public final class Strain {

    private final DeformationField field;
    private final StrainSettings settings;

    private Strain(final DeformationField field, final StrainSettings settings) {
        this.field = field;
        this.settings = settings;
    }

    /**
     * F at nodes, or for Q8 at the middles of the bricks; NaN where nodes are missing, and where the field is folded
     * (det F of zero or less: material turned inside out, which only a wrong measurement does). A field of one node
     * has only its own F.
     *
     * @throws IllegalArgumentException for any method but CORRELATION on a grid with a single layer of nodes along an
     *     axis
     */
    public static StrainField of(final DeformationField field, final StrainSettings settings) {
        return of(field, settings, Progress.NONE);
    }

    /** As {@link #of(DeformationField, StrainSettings)}, cancellable between points. */
    public static StrainField of(final DeformationField field, final StrainSettings settings,
        final Progress progress) {
        final Strain strain = new Strain(field, settings);
        final Method method = field.grid().size() == 1 && settings.method() != Method.Q8 ? Method.CORRELATION
            : settings.method();
        if (method != Method.CORRELATION) {
            strain.requireLayers();
        }
        final NodeGrid grid = method == Method.Q8 ? strain.bricks() : field.grid();
        final double[] f = new double[9 * grid.size()];
        int folded = 0;
        for (int point = 0; point < grid.size(); point++) {
            progress.check();
            double[] gradient = strain.gradient(method, grid, point);
            if (Matrix3.determinant(gradient) <= 0) {
                folded++;
                gradient = missing();
            }
            strain.toMicrometres(gradient);
            System.arraycopy(gradient, 0, f, 9 * point, 9);
        }
        return new StrainField(grid, field.voxelSize(), field.volumeOrigin(), f, folded);
    }

    private double[] gradient(final Method method, final NodeGrid grid, final int point) {
        return switch (method) {
            case LEAST_SQUARES, GEERS_SPAM -> slope(point);
            case Q8 -> brick(grid, point);
            case CORRELATION -> counts(point) ? field.f(point) : missing();
        };
    }

    private void toMicrometres(final double[] f) {
        final double[] size = {field.voxelSize().x(), field.voxelSize().y(), field.voxelSize().z()};
        for (int i = 0; i < 9; i++) {
            f[i] *= size[i / 3] / size[i % 3];
        }
    }

    private boolean counts(final int node) {
        final NodeStatus status = field.status(node);
        return (status == NodeStatus.CONVERGED || settings.useFilled() && status == NodeStatus.FILLED
            || field.grid().size() == 1) && field.transformation(node).isFinite();
    }

    private static double[] missing() {
        final double[] f = new double[9];
        Arrays.fill(f, Double.NaN);
        return f;
    }

    /** A node that does not count itself has no strain, as in SPAM. */
    private double[] slope(final int node) {
        if (!counts(node)) {
            return missing();
        }
        final NodeGrid grid = field.grid();
        final double reach = settings.radius() * Math.max(grid.spacing().x(),
            Math.max(grid.spacing().y(), grid.spacing().z()));
        final Point at = grid.position(node);
        final NearestNodes near = new NearestNodes(grid, this::counts);
        final double least = Math.min(grid.spacing().x(), Math.min(grid.spacing().y(), grid.spacing().z()));
        final List<Integer> nodes = near.cube(node, (int)(reach / least + 1e-6)).stream()
            .filter(n -> near.distance(n, at) <= reach * (1 + 1e-9)).toList();
        final NeighbourhoodSlope slope = new NeighbourhoodSlope(field, node, nodes);
        final double[] f = settings.method() == Method.GEERS_SPAM ? slope.spam() : slope.leastSquares();
        return f == null ? missing() : f;
    }

    private void requireLayers() {
        final NodeGrid g = field.grid();
        if (Math.min(g.nx(), Math.min(g.ny(), g.nz())) < 2) {
            throw new IllegalArgumentException("Slopes of displacements need two nodes along every axis, but the grid "
                + "has " + g.nx() + " x " + g.ny() + " x " + g.nz()
                + ". Use a smaller node spacing, or the F of the correlation itself.");
        }
    }

    private NodeGrid bricks() {
        final NodeGrid g = field.grid();
        return new NodeGrid(g.origin().plus(g.spacing().times(0.5)), g.spacing(), g.nx() - 1, g.ny() - 1, g.nz() - 1);
    }

    private double[] brick(final NodeGrid bricks, final int brick) {
        final double[] f = Matrix3.identity();
        final Point spacing = bricks.spacing();
        for (int corner = 0; corner < 8; corner++) {
            final int cx = corner & 1;
            final int cy = corner >> 1 & 1;
            final int cz = corner >> 2;
            final int node = field.grid().index(bricks.ix(brick) + cx, bricks.iy(brick) + cy, bricks.iz(brick) + cz);
            if (!counts(node)) {
                return missing();
            }
            final Point shape = new Point((2 * cx - 1) / (4 * spacing.x()), (2 * cy - 1) / (4 * spacing.y()),
                (2 * cz - 1) / (4 * spacing.z()));
            NeighbourhoodSlope.addOuter(field.displacement(node), shape, f);
        }
        return f;
    }
}
