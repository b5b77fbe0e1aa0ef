// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import java.util.Arrays;

/**
 * What the steady state says about a volume.
 *
 * @param conductors that were asked for
 * @param fractions volume fractions of the conductors, in the order of their labels
 * @param percolatingFractions of their parts that connect both ends, face to face
 * @param effectiveDiffusivity D_eff in m²/s: mean flux times length by area and difference of concentration; 0 if
 *        nothing percolates
 * @param bounds between which it is
 * @param layers from the first to the last along the axis
 * @param convergence of the solver
 */
public record FluxResult(Conductors conductors, double[] fractions, double[] percolatingFractions,
    double effectiveDiffusivity, DiffusivityBounds bounds, FluxLayers layers, Convergence convergence) {

    /**
     * @param iterations of the preconditioned conjugate gradients
     * @param fluxSpread largest difference between the fluxes through two planes of faces, relative to their mean
     * @param isConverged whether it is within the tolerance
     */
    public record Convergence(int iterations, double fluxSpread, boolean isConverged) {
    }

    /** Volume fraction of all conductors. */
    public double fraction() {
        return Arrays.stream(fractions).sum();
    }

    public double percolatingFraction() {
        return Arrays.stream(percolatingFractions).sum();
    }

    public boolean percolates() {
        return percolatingFraction() > 0;
    }

    /** The mean of the diffusivities over the volume, in m²/s; 0 where nothing conducts. */
    public double meanDiffusivity() {
        return mean(fractions);
    }

    /** D_eff by the reference. */
    public double relativeDiffusivity() {
        return effectiveDiffusivity / conductors.reference();
    }

    /**
     * tau = mean of D over all conducting voxels / D_eff, which is fraction x D / D_eff for one conductor (TauFactor).
     * Infinite if nothing percolates.
     */
    public double tortuosityFactor() {
        return ratio(meanDiffusivity());
    }

    /** The same with the mean over the voxels that percolate (PoreSpy). */
    public double percolatingTortuosityFactor() {
        return ratio(mean(percolatingFractions));
    }

    /** MacMullin number: the reference by D_eff; infinite if nothing percolates. */
    public double macMullinNumber() {
        return ratio(conductors.reference());
    }

    /** For continuum models. */
    public TransportParameters parameters() {
        return new TransportParameters(fraction(), relativeDiffusivity());
    }

    private double mean(final double[] parts) {
        final double[] values = conductors.values();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += parts[i] * values[i];
        }
        return sum;
    }

    private double ratio(final double diffusivity) {
        return effectiveDiffusivity > 0 ? diffusivity / effectiveDiffusivity : Double.POSITIVE_INFINITY;
    }
}
