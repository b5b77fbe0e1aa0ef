// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * A deformation measured on a regular grid of nodes: a material point X of the reference near node N is found at
 * {@code x = N + u + F (X - N)} in the deformed volume. A global registration is a field with one node at the centre
 * of the volume. Immutable; positions and displacements are in voxels of the reference volume.
 */
public final class DeformationField {

    private final NodeGrid grid;
    private final VoxelSize voxelSize;
    private final Point volumeOrigin;
    private final List<String> remarks;
    private final double[] f;
    private final double[] u;
    private final NodeStatus[] status;
    private final double[] zncc;
    private final double[] residual;
    private final int[] iterations;
    private final double[] deltaPhiNorm;
    private final double[] uncertainty;
    private final FieldInterpolation interpolation;

    private DeformationField(final Builder b) {
        grid = b.grid;
        voxelSize = b.voxelSize;
        volumeOrigin = b.volumeOrigin;
        remarks = List.copyOf(b.remarks);
        f = b.f.clone();
        u = b.u.clone();
        status = b.status.clone();
        zncc = b.zncc.clone();
        residual = b.residual.clone();
        iterations = b.iterations.clone();
        deltaPhiNorm = b.deltaPhiNorm.clone();
        uncertainty = b.uncertainty.clone();
        interpolation = new FieldInterpolation(grid, f, u, usable());
    }

    /** A field of which every node is {@link NodeStatus#NOT_RUN} until set. */
    public static Builder builder(final NodeGrid grid, final VoxelSize voxelSize) {
        return new Builder(grid, voxelSize);
    }

    /** Every node follows one map, as a registration spread over a grid does. */
    public static DeformationField uniform(final NodeGrid grid, final VoxelSize voxelSize, final Point centre,
        final Transformation map) {
        final Builder builder = builder(grid, voxelSize);
        for (int node = 0; node < grid.size(); node++) {
            builder.set(node, NodeResult.of(map.recentred(centre, grid.position(node)), NodeStatus.CONVERGED));
        }
        return builder.build();
    }

    public NodeGrid grid() {
        return grid;
    }

    /** Size of the reference's voxels, in µm. */
    public VoxelSize voxelSize() {
        return voxelSize;
    }

    /** Position of the centre of the reference's first voxel, in µm. */
    public Point volumeOrigin() {
        return volumeOrigin;
    }

    /** What a user should know of how the field came about: levels left out, nodes without neighbours. */
    public List<String> remarks() {
        return remarks;
    }

    /** Deformation gradient of a node, nine entries row-major: xx, xy, xz, yx, ... */
    public double[] f(final int node) {
        return Arrays.copyOfRange(f, 9 * node, 9 * node + 9);
    }

    /** Displacement of a node, in voxels. */
    public Point displacement(final int node) {
        return new Point(u[3 * node], u[3 * node + 1], u[3 * node + 2]);
    }

    /** The map about the node. */
    public Transformation transformation(final int node) {
        return Transformation.of(f(node), displacement(node));
    }

    public NodeStatus status(final int node) {
        return status[node];
    }

    /** See {@link NodeResult#zncc()}. */
    public double zncc(final int node) {
        return zncc[node];
    }

    /** See {@link NodeResult#residual()}. */
    public double residual(final int node) {
        return residual[node];
    }

    public int iterations(final int node) {
        return iterations[node];
    }

    /** See {@link NodeResult#deltaPhiNorm()}. */
    public double deltaPhiNorm(final int node) {
        return deltaPhiNorm[node];
    }

    /** See {@link NodeResult#uncertainty()}. */
    public Point uncertainty(final int node) {
        return new Point(uncertainty[3 * node], uncertainty[3 * node + 1], uncertainty[3 * node + 2]);
    }

    public NodeResult result(final int node) {
        return new NodeResult(transformation(node), status[node], zncc[node], residual[node], iterations[node],
            deltaPhiNorm[node], uncertainty(node));
    }

    /** Number of nodes with a status. */
    public long count(final NodeStatus wanted) {
        return Arrays.stream(status).filter(s -> s == wanted).count();
    }

    /** Position of a node in µm. */
    public Point positionInMicrometres(final int node) {
        return volumeOrigin.plus(grid.position(node).times(voxelSize));
    }

    /** Displacement of a node in µm. */
    public Point displacementInMicrometres(final int node) {
        return displacement(node).times(voxelSize);
    }

    /** Standard deviation of a node's displacement in µm. */
    public Point uncertaintyInMicrometres(final int node) {
        return uncertainty(node).times(voxelSize);
    }

    /**
     * The map about any material point, interpolated between nodes that are converged or filled: continuous, and exact
     * for displacements that are quadratic in position. Beyond the grid it goes on with the F of the border. A field
     * of one node is that node's affine map everywhere.
     *
     * @param point in voxels of the reference
     * @return about {@code point}; entries are NaN where no node around is usable
     */
    public Transformation at(final Point point) {
        final double[] map = new double[FieldInterpolation.ENTRIES];
        interpolation.evaluate(point.x(), point.y(), point.z(), map);
        return Transformation.of(Arrays.copyOf(map, 9), new Point(map[9], map[10], map[11]));
    }

    /**
     * What {@link #at} rests on there: VOLUME_CHANGE if a folded node (det F is not positive) takes part, NOT_RUN if no
     * usable node does, FILLED if a filled or failed one does or the point is more than a node spacing beyond the grid,
     * else CONVERGED. A field of one node has that node's status everywhere.
     */
    public NodeStatus statusAt(final Point point) {
        return interpolation.status(point, status);
    }

    /**
     * Variance of the displacement about a material point along x, y, z, in voxels squared: the trilinear mean of the
     * nodes' variances, which is not reduced by averaging because neighbouring windows overlap. NaN where a node that
     * takes part has no uncertainty.
     */
    public Point varianceAt(final Point point) {
        return interpolation.variance(point, uncertainty);
    }

    FieldInterpolation interpolation() {
        return interpolation;
    }

    /** A builder that starts from this field's nodes. */
    public Builder toBuilder() {
        final Builder b = new Builder(grid, voxelSize).volumeOrigin(volumeOrigin);
        remarks.forEach(b::remark);
        for (int node = 0; node < grid.size(); node++) {
            b.set(node, result(node));
        }
        return b;
    }

    /** The values of one node each may be used although the status of a lone node says otherwise. */
    private boolean[] usable() {
        final boolean[] usable = new boolean[grid.size()];
        for (int node = 0; node < usable.length; node++) {
            usable[node] = (status[node].isUsable() || usable.length == 1) && transformation(node).isFinite();
        }
        return usable;
    }

    @Override
    public String toString() {
        return grid.nx() + " x " + grid.ny() + " x " + grid.nz() + " nodes, " + count(NodeStatus.CONVERGED)
            + " converged, " + count(NodeStatus.FILLED) + " filled";
    }

    /** Collects the nodes of a field. */
    public static final class Builder {

        private final NodeGrid grid;
        private final VoxelSize voxelSize;
        private final List<String> remarks = new ArrayList<>();
        private final double[] f;
        private final double[] u;
        private final NodeStatus[] status;
        private final double[] zncc;
        private final double[] residual;
        private final int[] iterations;
        private final double[] deltaPhiNorm;
        private final double[] uncertainty;
        private Point volumeOrigin = Point.ORIGIN;

        private Builder(final NodeGrid grid, final VoxelSize voxelSize) {
            this.grid = Objects.requireNonNull(grid, "grid");
            this.voxelSize = Objects.requireNonNull(voxelSize, "voxel size");
            final int n = grid.size();
            f = new double[9 * n];
            u = new double[3 * n];
            status = new NodeStatus[n];
            zncc = new double[n];
            residual = new double[n];
            iterations = new int[n];
            deltaPhiNorm = new double[n];
            uncertainty = new double[3 * n];
            final NodeResult none = NodeResult.of(Transformation.IDENTITY, NodeStatus.NOT_RUN);
            for (int node = 0; node < n; node++) {
                set(node, none);
            }
        }

        /** @param origin position of the centre of the reference's first voxel, in µm */
        public Builder volumeOrigin(final Point origin) {
            volumeOrigin = Objects.requireNonNull(origin, "origin");
            return this;
        }

        /** The origin of a reference volume. */
        public Builder of(final Volume reference) {
            return volumeOrigin(reference.origin());
        }

        public Builder remark(final String text) {
            remarks.add(text);
            return this;
        }

        public Builder set(final int node, final NodeResult result) {
            System.arraycopy(result.transformation().f(), 0, f, 9 * node, 9);
            put(result.transformation().displacement(), u, node);
            put(result.uncertainty(), uncertainty, node);
            status[node] = result.status();
            zncc[node] = result.zncc();
            residual[node] = result.residual();
            iterations[node] = result.iterations();
            deltaPhiNorm[node] = result.deltaPhiNorm();
            return this;
        }

        private static void put(final Point p, final double[] array, final int node) {
            array[3 * node] = p.x();
            array[3 * node + 1] = p.y();
            array[3 * node + 2] = p.z();
        }

        public DeformationField build() {
            return new DeformationField(this);
        }
    }
}
