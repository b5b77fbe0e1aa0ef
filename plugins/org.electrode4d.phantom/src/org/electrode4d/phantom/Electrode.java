// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * Where the electrode of a phantom lies in the reference state: from the separator at small z to the current collector
 * at large z. Strain rises from and falls to zero over a transition outside each face; separator and collector beyond
 * move without strain, and the collector stays where it is, so that the electrode grows towards z = 0.
 *
 * @param separatorFace z of the face at the separator, voxels
 * @param collectorFace z of the face at the current collector, voxels, greater than that
 * @param transition over which the strain vanishes beyond a face, voxels, greater than zero
 */
public record Electrode(double separatorFace, double collectorFace, double transition) {

    /** @throws IllegalArgumentException for faces the wrong way round or a transition without length */
    public Electrode {
        if (!(separatorFace < collectorFace) || !Double.isFinite(collectorFace - separatorFace)) {
            throw new IllegalArgumentException("The electrode reaches from z = " + separatorFace + " to z = "
                + collectorFace + " voxels, but the face at the separator must come first.");
        }
        if (!(transition > 0) || Double.isInfinite(transition)) {
            throw new IllegalArgumentException("The strain must vanish over a length greater than zero beyond the "
                + "electrode's faces, not " + transition + " voxels.");
        }
    }

    /**
     * An electrode that fills 45 % of the height and keeps 15 % to the collector, so that it can grow by more than
     * half of its thickness and stay in view; strain vanishes over 6 %.
     *
     * @param height of the volume, voxels
     */
    public static Electrode in(final long height) {
        return new Electrode(0.40 * (height - 1), 0.85 * (height - 1), 0.06 * height);
    }

    public double thickness() {
        return collectorFace - separatorFace;
    }

    /** z of the plane between the two halves. */
    public double middle() {
        return (separatorFace + collectorFace) / 2;
    }

    /** 1 in the half at the separator, 2 in the half at the collector, 0 outside. */
    public int side(final double z) {
        if (z < separatorFace || z > collectorFace) {
            return 0;
        }
        return z < middle() ? 1 : 2;
    }

    /**
     * The deformation of an electrode whose strain decreases linearly from the separator to the collector.
     *
     * @param separatorStrain at the separator's face
     * @param collectorStrain at the collector's face
     */
    Deformation strained(final double separatorStrain, final double collectorStrain) {
        return Deformations.axialProfile(
            new double[] {separatorFace - transition, separatorFace, collectorFace, collectorFace + transition},
            new double[] {0, separatorStrain, collectorStrain, 0}, collectorFace + transition);
    }
}
