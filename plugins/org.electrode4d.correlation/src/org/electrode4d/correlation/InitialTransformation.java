// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;

/**
 * A transformation as a person sets it, in µm and degrees: a material point X of the reference is looked for at
 * {@code x = C + t + R U (X - C)}.
 *
 * @param translation t of the centre, in µm
 * @param rotationDegrees of R: the rotation vector, along the axis and as long as the angle. With one component it is
 *     the angle about that axis (right-handed: about z from x to y)
 * @param stretch symmetric U as xx, yy, zz, xy, xz, yz; 1, 1, 1, 0, 0, 0 for none
 * @param centre C in µm; empty for the middle of the volume
 */
public record InitialTransformation(Point translation, Point rotationDegrees, List<Double> stretch,
    Optional<Point> centre) {

    private static final List<Double> UNSTRETCHED = List.of(1.0, 1.0, 1.0, 0.0, 0.0, 0.0);

    /** @throws IllegalArgumentException for numbers that are not finite or a stretch that is not positive definite */
    public InitialTransformation {
        stretch = List.copyOf(stretch);
        Objects.requireNonNull(centre, "centre");
        if (stretch.size() != UNSTRETCHED.size()) {
            throw new IllegalArgumentException("A stretch has six numbers: xx, yy, zz, xy, xz, yz, not "
                + stretch.size() + ".");
        }
        final Transformation map = map(translation, rotationDegrees, stretch);
        if (!map.isFinite() || !centre.map(c -> Double.isFinite(c.x() + c.y() + c.z())).orElse(true)) {
            throw new IllegalArgumentException("The numbers of a transformation must be finite, but are "
                + translation + ", " + rotationDegrees + ", " + stretch + ", " + centre + ".");
        }
        final double[] u = map(Point.ORIGIN, Point.ORIGIN, stretch).f();
        if (!(Arrays.stream(Matrix3.eigen(u).values()).min().orElse(0) > 0)) {
            throw new IllegalArgumentException("A stretch of " + stretch + " (xx, yy, zz, xy, xz, yz) turns the sample "
                + "inside out: its principal values must all be greater than zero. 1, 1, 1, 0, 0, 0 means no stretch.");
        }
    }

    /** Neither translation nor rotation nor stretch. */
    public static InitialTransformation none() {
        return new InitialTransformation(Point.ORIGIN, Point.ORIGIN, UNSTRETCHED, Optional.empty());
    }

    public InitialTransformation withTranslation(final Point micrometres) {
        return new InitialTransformation(micrometres, rotationDegrees, stretch, centre);
    }

    public InitialTransformation withRotation(final Point degrees) {
        return new InitialTransformation(translation, degrees, stretch, centre);
    }

    public InitialTransformation withStretch(final Double... entries) {
        return new InitialTransformation(translation, rotationDegrees, List.of(entries), centre);
    }

    /** @param micrometres counted like the positions of the reference, from the origin of its axes */
    public InitialTransformation withCentre(final Point micrometres) {
        return new InitialTransformation(translation, rotationDegrees, stretch, Optional.of(micrometres));
    }

    /** In voxels, about the middle of the volumes. With voxels that are no cubes F_ij is s_j / s_i times that in µm. */
    public Transformation about(final VolumePair pair) {
        final VoxelSize size = pair.reference().voxelSize();
        final double[] s = {size.x(), size.y(), size.z()};
        final double[] f = map(translation, rotationDegrees, stretch).f();
        for (int i = 0; i < f.length; i++) {
            f[i] *= s[i % 3] / s[i / 3];
        }
        final Point from = centre.map(c -> c.minus(pair.reference().origin()).dividedBy(size)).orElse(pair.centre());
        return Transformation.of(f, translation.dividedBy(size)).recentred(from, pair.centre());
    }

    private static Transformation map(final Point translation, final Point degrees, final List<Double> stretch) {
        return Transformation.of(degrees, stretch.stream().mapToDouble(Double::doubleValue).toArray(), translation);
    }
}
