// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.electrode4d.correlation.CorrelationException;
import org.electrode4d.correlation.ElectrodeDepth.Collector;
import org.electrode4d.correlation.RigidMode;
import org.electrode4d.correlation.RigidMotion;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;

/** Rigid motions that are given by planes. */
final class PlaneMotion {

    private PlaneMotion() {
    }

    /**
     * No mode, with z along the normal of a plane, pointing to larger z, and x as near to that of the volume as can be.
     */
    static RigidMotion axes(final Optional<CollectorPlane> plane, final VoxelSize size) {
        if (plane.isEmpty()) {
            return RigidMotion.of(Set.of(), size);
        }
        final double[] r = turn(new Point(0, 0, 1), upwards(plane.get().normal()));
        return new RigidMotion(Set.of(), size, List.of(r[0], r[3], r[6], r[1], r[4], r[7], r[2], r[5], r[8]));
    }

    static Point upwards(final Point normal) {
        return normal.z() < 0 ? normal.times(-1) : normal;
    }

    /**
     * The motion with the least rotation that brings one plane onto the other, and no motion where one of them is
     * not known. The point of the first plane's centroid stays where it is in x and y.
     *
     * @param rotations false to keep to the shift along z
     * @throws CorrelationException if the collectors are at opposite faces: no drift turns a sample over
     */
    static Transformation between(final Optional<CollectorPlane> from, final Optional<CollectorPlane> to,
        final VolumePair pair, final boolean rotations) {
        if (from.isEmpty() || to.isEmpty()) {
            return Transformation.IDENTITY;
        }
        requireSameSide(from.get(), to.get(), pair);
        final Point c = from.get().centroid();
        final double shift = to.get().z(c.x(), c.y()) - c.z();
        if (!rotations) {
            return Transformation.translation(0, 0, shift / pair.reference().voxelSize().z());
        }
        return about(c, turn(from.get().normal(), to.get().normal()), new Point(0, 0, shift), pair);
    }

    private static void requireSameSide(final CollectorPlane from, final CollectorPlane to, final VolumePair pair) {
        if (!(from.normal().dot(to.normal()) > 0)) {
            throw new CorrelationException("The collector of " + pair.deformed().name() + " was found at the "
                + face(to) + ", but must be at the " + face(from) + " as in " + pair.reference().name()
                + ". Choose the face of the collector, or turn the scan over if it was recorded upside down.");
        }
    }

    private static String face(final CollectorPlane plane) {
        return plane.end() == Collector.FIRST_SLICE ? "first slices" : "last slices";
    }

    /** Deviations of the motion from one plane to another: µm for z, radian for the tilts. */
    static Map<RigidMode, Double> uncertainty(final CollectorPlane from, final CollectorPlane to) {
        final Point a = from.uncertainty();
        final Point b = to.uncertainty();
        final Map<RigidMode, Double> deviations = new EnumMap<>(RigidMode.class);
        deviations.put(RigidMode.ABOUT_X, Math.hypot(a.x(), b.x()));
        deviations.put(RigidMode.ABOUT_Y, Math.hypot(a.y(), b.y()));
        deviations.put(RigidMode.Z, Math.hypot(a.z(), b.z()));
        return deviations;
    }

    /**
     * A rotation about a point and a shift.
     *
     * @param point µm from the centre of the first voxel
     * @param rotation between places in µm, nine entries
     * @param shift of that point, µm
     * @return about the middle of the volume, in voxels
     */
    static Transformation about(final Point point, final double[] rotation, final Point shift,
        final VolumePair pair) {
        final VoxelSize size = pair.reference().voxelSize();
        return Transformation.of(RigidMotion.toVoxels(rotation, size), shift.dividedBy(size))
            .recentred(point.dividedBy(size), pair.centre());
    }

    /**
     * The least rotation from one direction to another, by Rodrigues' formula {@code I + [v] + [v]² / (1 + c)} with
     * v = a x b and c = a b; both of length one and not opposite.
     */
    static double[] turn(final Point a, final Point b) {
        final double x = a.y() * b.z() - a.z() * b.y();
        final double y = a.z() * b.x() - a.x() * b.z();
        final double z = a.x() * b.y() - a.y() * b.x();
        final double k = 1 / (1 + a.dot(b));
        return new double[] {
            1 - k * (y * y + z * z), k * x * y - z, k * x * z + y,
            k * x * y + z, 1 - k * (x * x + z * z), k * y * z - x,
            k * x * z - y, k * y * z + x, 1 - k * (x * x + y * y)};
    }
}
