// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.Arrays;
import org.electrode4d.volume.Point;

/**
 * Strain along z that is a polyline over the depth Z: {@code F_zz(Z) = 1 + e(Z)}, with e linear between the corners and
 * constant beyond the first and the last. Displacements are parabolas between the corners, so that the inverse is
 * closed. The plane Z = fixed stays in place.
 */
final class AxialStrainProfile implements Deformation {

    private final double[] depths;
    private final double[] strains;
    /** Places of the corners in the deformed state, before the shift. */
    private final double[] places;
    private final double shift;

    /**
     * @param depths of the corners, voxels, ascending, at least two
     * @param strains at the corners, greater than -1
     * @param fixed Z that stays in place, voxels
     */
    AxialStrainProfile(final double[] depths, final double[] strains, final double fixed) {
        check(depths, strains, fixed);
        this.depths = depths.clone();
        this.strains = strains.clone();
        places = new double[depths.length];
        for (int i = 1; i < depths.length; i++) {
            places[i] = places[i - 1] + (depths[i] - depths[i - 1]) * (1 + (strains[i - 1] + strains[i]) / 2);
        }
        shift = fixed - place(fixed);
    }

    private static void check(final double[] depths, final double[] strains, final double fixed) {
        if (depths.length < 2 || depths.length != strains.length) {
            throw new IllegalArgumentException("A strain profile needs as many strains as depths, two or more, not "
                + strains.length + " and " + depths.length + ".");
        }
        for (int i = 0; i < depths.length; i++) {
            if (!(strains[i] > -1) || Double.isInfinite(strains[i])) {
                throw new IllegalArgumentException("The axial strain at Z = " + depths[i] + " voxels is " + strains[i]
                    + ", but must be a number greater than -1, where the thickness is zero.");
            }
            if (!Double.isFinite(depths[i]) || i > 0 && depths[i] <= depths[i - 1]) {
                throw new IllegalArgumentException("The depths of a strain profile must ascend, not "
                    + Arrays.toString(depths) + ".");
            }
        }
        if (!Double.isFinite(fixed)) {
            throw new IllegalArgumentException("The plane that stays in place must be at a number of voxels, not "
                + fixed + ".");
        }
    }

    /** The piece that a value belongs to: the index of the corner before it, -1 before the first. */
    private static int piece(final double[] corners, final double value) {
        int piece = -1;
        while (piece + 1 < corners.length && value >= corners[piece + 1]) {
            piece++;
        }
        return piece;
    }

    /** Change of the strain per voxel within a piece. */
    private double slope(final int piece) {
        return piece < 0 || piece == depths.length - 1 ? 0
            : (strains[piece + 1] - strains[piece]) / (depths[piece + 1] - depths[piece]);
    }

    private double place(final double z) {
        final int piece = piece(depths, z);
        final int corner = Math.max(0, piece);
        final double d = z - depths[corner];
        return places[corner] + d * (1 + strains[corner] + slope(piece) / 2 * d);
    }

    private double depth(final double place) {
        final int piece = piece(places, place);
        final int corner = Math.max(0, piece);
        final double q = place - places[corner];
        final double stretch = 1 + strains[corner];
        // the root without the difference of nearly equal numbers, exact for a slope of 0 as well
        return depths[corner] + 2 * q / (stretch + Math.sqrt(stretch * stretch + 2 * slope(piece) * q));
    }

    @Override
    public Point forward(final Point reference) {
        return new Point(reference.x(), reference.y(), place(reference.z()) + shift);
    }

    @Override
    public Point inverse(final Point deformed) {
        return new Point(deformed.x(), deformed.y(), depth(deformed.z() - shift));
    }

    @Override
    public double[] gradient(final Point reference) {
        final int piece = piece(depths, reference.z());
        final int corner = Math.max(0, piece);
        final double stretch = 1 + strains[corner] + slope(piece) * (reference.z() - depths[corner]);
        return new double[] {1, 0, 0, 0, 1, 0, 0, 0, stretch};
    }

    // monotonous along z, so that the corners of a box become the corners of its image

    @Override
    public Bounds forward(final Bounds reference) {
        return new Bounds(forward(reference.min()), forward(reference.max()));
    }

    @Override
    public Bounds inverse(final Bounds deformed) {
        return new Bounds(inverse(deformed.min()), inverse(deformed.max()));
    }

    @Override
    public boolean keepsRowsStraight() {
        return true;
    }

    @Override
    public String toString() {
        return "axial strain " + Arrays.toString(strains) + " at " + Arrays.toString(depths);
    }
}
