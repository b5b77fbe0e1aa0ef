// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;

/**
 * How long the line is along which three phases meet, from the voxel edges around which they do.
 *
 * <p>A line that goes in the direction u (a unit vector) crosses planes that are h apart {@code L |u_x| / h} times on
 * its length L, and each crossing of a plane of voxel centres is one voxel edge across that plane. The edges along an
 * axis together are thus as long as the line's projection onto the axis, whatever the size of voxels: {@code L_i = L
 * |u_i|}. Where all directions are equally frequent the mean of |u_i| is 1/2, so that
 *
 * <p>{@code L = 2/3 (L_x + L_y + L_z)}
 *
 * <p>which is the stereology of curves and test planes, L_V = 2 Q_A (S. A. Saltykov 1958; E. E. Underwood,
 * "Quantitative Stereology" 1970), for planes along three axes. The sum of edges itself is 3/2 times too long in the
 * mean, and by at most sqrt(3). A line of one direction alone is found 33 % too short (along an axis) to 15 % too long
 * (along a space diagonal), but no line is shorter than {@link #shortest()}, which is exact for a straight one, nor
 * longer than {@link #longest()}.
 *
 * <p>A phase that ends in a sharp wedge breaks into pieces between voxels, each with lines of its own, however fine the
 * voxels: dihedral angles of 120 degrees give no bias, 90/90/180 some +5 %, 60/150/150 +8 %, 60/60/240 +20 %.
 *
 * <p>In a slice, lines go along z: their number times the thickness of the slice is their length.
 *
 * @param alongX length of all edges along x, in µm
 * @param alongY along y
 * @param alongZ along z
 * @param isFlat whether the volume is a single slice
 */
public record TripleLine(double alongX, double alongY, double alongZ, boolean isFlat) {

    private static final double ISOTROPIC = 2.0 / 3;

    /** In µm, for lines of all directions. */
    public double length() {
        return isFlat ? alongZ : ISOTROPIC * longest();
    }

    /** In µm: the least length with these projections onto the axes, that of a straight line. */
    public double shortest() {
        return Math.sqrt(alongX * alongX + alongY * alongY + alongZ * alongZ);
    }

    /** In µm: the length of the voxel edges, a staircase. */
    public double longest() {
        return alongX + alongY + alongZ;
    }

    /**
     * Length per volume of the sample in 1/µm², where {@link #length()} per volume would lack what a voxel edge at the
     * border of the volume could have shown: edges along an axis are counted per area of the planes between the centres
     * of the outermost voxels. Does not depend on the size of the volume in the mean, so that small ones compare.
     */
    double density(final Shape shape, final VoxelSize size) {
        final double inside = isFlat ? perSeenVolume(alongZ, 2, shape)
            : ISOTROPIC * (perSeenVolume(alongX, 0, shape) + perSeenVolume(alongY, 1, shape)
                + perSeenVolume(alongZ, 2, shape));
        return inside / size.volume();
    }

    /** Nothing is seen across an axis of a single voxel. */
    private static double perSeenVolume(final double along, final int axis, final Shape shape) {
        double voxels = shape.along(axis);
        for (int other = 0; other < 3; other++) {
            voxels *= other == axis ? 1 : shape.along(other) - 1;
        }
        return voxels == 0 ? 0 : along / voxels;
    }
}
