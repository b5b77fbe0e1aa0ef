// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;
import org.electrode4d.volume.Point;

/**
 * A continuous map from the nodes of a field. With the trilinear weights w of the eight nodes around X,
 * {@code F = sum w F_n} and {@code u = sum w (u_n + (F_n - I)(X - N) / 2)}: half of every node's own slope makes this
 * exact for quadratic displacements, where blending displacements alone lags by the curvature. Where some of the eight
 * are missing, the rest extrapolate with their full slope (exact for affine maps). Beyond the grid the map at the
 * nearest point of the grid goes on with its F. For other smooth displacements u is off by at most
 * {@code sqrt(3) / 216 h^3 (|u_xxx| + |u_yyy| + |u_zzz|)} and F by {@code h^2 / 8 (|F_xx| + |F_yy| + |F_zz|)}, to the
 * leading order of the node spacing h.
 *
 * <p>Stateless after construction; evaluation does not allocate and takes about 150 multiplications per point.
 */
final class FieldInterpolation {

    /** F row-major, then u. */
    static final int ENTRIES = 12;

    /** Rounding of positions gives a neighbour no say. */
    private static final double NEGLIGIBLE = 1e-6;

    private final NodeGrid grid;
    private final double[] f;
    private final double[] u;
    private final boolean[] usable;

    FieldInterpolation(final NodeGrid grid, final double[] f, final double[] u, final boolean[] usable) {
        this.grid = grid;
        this.f = f;
        this.u = u;
        this.usable = usable;
    }

    /** Writes the map about (x, y, z) into {@code map}; NaN where no usable node is around. */
    void evaluate(final double x, final double y, final double z, final double[] map) {
        final double px = clamp(x, grid.origin().x(), grid.spacing().x(), grid.nx());
        final double py = clamp(y, grid.origin().y(), grid.spacing().y(), grid.ny());
        final double pz = clamp(z, grid.origin().z(), grid.spacing().z(), grid.nz());
        if (!blend(px, py, pz, 0.5, map)) {
            blend(px, py, pz, 1, map);
        }
        goOn(x - px, y - py, z - pz, map);
    }

    /**
     * What the map at a point rests on: VOLUME_CHANGE if a node that carries weight is folded (det F is not positive),
     * NOT_RUN if no usable node carries weight, FILLED if a filled or failed one does, or if the point is more than one
     * spacing beyond the grid; else CONVERGED. A lone node that failed keeps its status.
     */
    NodeStatus status(final Point p, final NodeStatus[] status) {
        if (status.length == 1) {
            return status[0];
        }
        final double[] weights = weights(p);
        NodeStatus worst = NodeStatus.NOT_RUN;
        boolean guessed = isFarBeyond(p);
        for (int corner = 0; corner < 8; corner++) {
            if (weights[corner] > NEGLIGIBLE) {
                final int node = node(p, corner);
                if (usable[node] && !(Matrix3.determinant(Arrays.copyOfRange(f, 9 * node, 9 * node + 9)) > 0)) {
                    return NodeStatus.VOLUME_CHANGE;
                }
                guessed |= status[node] != NodeStatus.CONVERGED;
                worst = usable[node] ? NodeStatus.CONVERGED : worst;
            }
        }
        return worst == NodeStatus.CONVERGED && guessed ? NodeStatus.FILLED : worst;
    }

    /**
     * Variances of a point's displacement from those of the nodes, blended with the trilinear weights. The mean is not
     * made smaller by its weights' squares: windows of neighbouring nodes overlap, and so do their errors.
     *
     * @param deviations standard deviations of the nodes' displacements, x, y, z
     * @return NaN where a node that carries weight has none
     */
    Point variance(final Point p, final double[] deviations) {
        final double[] weights = weights(p);
        final double[] sum = new double[3];
        double total = 0;
        for (int corner = 0; corner < 8; corner++) {
            final int node = node(p, corner);
            if (weights[corner] > NEGLIGIBLE && usable[node]) {
                total += weights[corner];
                for (int i = 0; i < 3; i++) {
                    sum[i] += weights[corner] * deviations[3 * node + i] * deviations[3 * node + i];
                }
            }
        }
        return new Point(sum[0] / total, sum[1] / total, sum[2] / total);
    }

    private boolean isFarBeyond(final Point p) {
        return isFarBeyond(p.x(), grid.origin().x(), grid.spacing().x(), grid.nx())
            || isFarBeyond(p.y(), grid.origin().y(), grid.spacing().y(), grid.ny())
            || isFarBeyond(p.z(), grid.origin().z(), grid.spacing().z(), grid.nz());
    }

    /** Along an axis with one layer of nodes there is no spacing to compare with. */
    private static boolean isFarBeyond(final double x, final double origin, final double spacing, final int count) {
        return count > 1 && Math.abs(x - clamp(x, origin, spacing, count)) > spacing;
    }

    /** Of the eight nodes around the nearest point of the grid; bit 0 of the corner's number is x, 1 is y, 2 is z. */
    private double[] weights(final Point p) {
        final double fx = part(p.x(), grid.origin().x(), grid.spacing().x(), grid.nx());
        final double fy = part(p.y(), grid.origin().y(), grid.spacing().y(), grid.ny());
        final double fz = part(p.z(), grid.origin().z(), grid.spacing().z(), grid.nz());
        final double[] weights = new double[8];
        for (int corner = 0; corner < 8; corner++) {
            weights[corner] = ((corner & 1) == 0 ? 1 - fx : fx) * ((corner & 2) == 0 ? 1 - fy : fy)
                * ((corner & 4) == 0 ? 1 - fz : fz);
        }
        return weights;
    }

    private static double part(final double x, final double origin, final double spacing, final int count) {
        return (clamp(x, origin, spacing, count) - origin) / spacing - cell(x, origin, spacing, count);
    }

    private int node(final Point p, final int corner) {
        final int ix = cell(p.x(), grid.origin().x(), grid.spacing().x(), grid.nx());
        final int iy = cell(p.y(), grid.origin().y(), grid.spacing().y(), grid.ny());
        final int iz = cell(p.z(), grid.origin().z(), grid.spacing().z(), grid.nz());
        return grid.index(Math.min(ix + (corner & 1), grid.nx() - 1), Math.min(iy + (corner >> 1 & 1), grid.ny() - 1),
            Math.min(iz + (corner >> 2), grid.nz() - 1));
    }

    /** Whether all nodes that carry weight were usable; with {@code slope} 1 the others are left out. */
    private boolean blend(final double x, final double y, final double z, final double slope, final double[] map) {
        Arrays.fill(map, 0);
        final int ix = cell(x, grid.origin().x(), grid.spacing().x(), grid.nx());
        final int iy = cell(y, grid.origin().y(), grid.spacing().y(), grid.ny());
        final int iz = cell(z, grid.origin().z(), grid.spacing().z(), grid.nz());
        final double fx = (x - grid.origin().x()) / grid.spacing().x() - ix;
        final double fy = (y - grid.origin().y()) / grid.spacing().y() - iy;
        final double fz = (z - grid.origin().z()) / grid.spacing().z() - iz;
        double total = 0;
        for (int corner = 0; corner < 8; corner++) {
            final int cx = corner & 1;
            final int cy = corner >> 1 & 1;
            final int cz = corner >> 2;
            final double weight = (cx == 0 ? 1 - fx : fx) * (cy == 0 ? 1 - fy : fy) * (cz == 0 ? 1 - fz : fz);
            if (weight > 0) {
                final int node = grid.index(ix + cx, iy + cy, iz + cz);
                if (usable[node]) {
                    total += weight;
                    add(node, weight, slope, map, (fx - cx) * grid.spacing().x(), (fy - cy) * grid.spacing().y(),
                        (fz - cz) * grid.spacing().z());
                } else if (slope < 1) {
                    return false;
                }
            }
        }
        for (int i = 0; i < ENTRIES; i++) {
            map[i] /= total;
        }
        return true;
    }

    private void add(final int node, final double weight, final double slope, final double[] map, final double dx,
        final double dy, final double dz) {
        final int at = 9 * node;
        for (int i = 0; i < 9; i++) {
            map[i] += weight * f[at + i];
        }
        for (int i = 0; i < 3; i++) {
            final int row = at + 3 * i;
            final double own = i == 0 ? dx : i == 1 ? dy : dz;
            final double stretched = f[row] * dx + f[row + 1] * dy + f[row + 2] * dz;
            map[9 + i] += weight * (u[3 * node + i] + slope * (stretched - own));
        }
    }

    private static void goOn(final double dx, final double dy, final double dz, final double[] map) {
        map[9] += map[0] * dx + map[1] * dy + map[2] * dz - dx;
        map[10] += map[3] * dx + map[4] * dy + map[5] * dz - dy;
        map[11] += map[6] * dx + map[7] * dy + map[8] * dz - dz;
    }

    private static double clamp(final double x, final double origin, final double spacing, final int count) {
        return Math.min(Math.max(x, origin), origin + (count - 1) * spacing);
    }

    /** The lower of the two nodes on either side; along an axis of one node that one. */
    private static int cell(final double x, final double origin, final double spacing, final int count) {
        return (int)Math.min(Math.max(0, Math.floor((x - origin) / spacing)), Math.max(0, count - 2));
    }
}
