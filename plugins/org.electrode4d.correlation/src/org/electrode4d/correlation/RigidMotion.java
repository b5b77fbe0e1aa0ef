// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.electrode4d.volume.VoxelSize;

/**
 * Some degrees of freedom of a rigid body. Rotations are rigid in µm also where voxels are no cubes: in voxels the
 * deformation gradient is then {@code S^-1 R S} with the voxel size S, which {@link Freedom#RIGID} does not know.
 *
 * @param modes that are free
 * @param size of the voxels
 * @param axes of the frame in µm, as rows: x, y, z, nine entries
 */
public record RigidMotion(Set<RigidMode> modes, VoxelSize size, List<Double> axes) implements MotionModel {

    private static final List<Double> ALONG_VOLUME = List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0);

    /** Copies modes and axes. */
    public RigidMotion {
        modes = modes.isEmpty() ? Set.of() : EnumSet.copyOf(modes);
        axes = List.copyOf(axes);
    }

    /** With the axes of the volume. */
    public static RigidMotion of(final Set<RigidMode> modes, final VoxelSize size) {
        return new RigidMotion(modes, size, ALONG_VOLUME);
    }

    public RigidMotion withModes(final Set<RigidMode> other) {
        return new RigidMotion(other, size, axes);
    }

    /** A translation by one µm, a rotation by one radian, in the order of {@link RigidMode}. */
    @Override
    public double[][] basis() {
        return modes.stream().sorted().map(this::parameters).toArray(double[][]::new);
    }

    private double[] parameters(final RigidMode mode) {
        final double[] s = {size.x(), size.y(), size.z()};
        final double[] e = new double[3];
        for (int i = 0; i < 3; i++) {
            e[i] = axes.get(3 * mode.axis() + i);
        }
        final double[] p = new double[12];
        if (!mode.isRotation()) {
            for (int i = 0; i < 3; i++) {
                p[4 * i + 3] = e[i] / s[i];
            }
            return p;
        }
        final double[] w = {0, -e[2], e[1], e[2], 0, -e[0], -e[1], e[0], 0};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                p[4 * i + j] = w[3 * i + j] * s[j] / s[i];
            }
        }
        return p;
    }

    /** Without the stretch, as seen in µm. */
    @Override
    public Transformation restrict(final Transformation start) {
        return Transformation.of(toVoxels(Polar.of(toMicrometres(start.f(), size)).rotation(), size),
            start.displacement());
    }

    /** F between places in µm, of F between voxels. */
    public static double[] toMicrometres(final double[] f, final VoxelSize size) {
        return scaled(f, new double[] {size.x(), size.y(), size.z()});
    }

    /** F between voxels, of F between places in µm. */
    public static double[] toVoxels(final double[] f, final VoxelSize size) {
        return scaled(f, new double[] {1 / size.x(), 1 / size.y(), 1 / size.z()});
    }

    private static double[] scaled(final double[] f, final double[] s) {
        final double[] scaled = new double[9];
        for (int i = 0; i < 9; i++) {
            scaled[i] = f[i] * s[i / 3] / s[i % 3];
        }
        return scaled;
    }
}
