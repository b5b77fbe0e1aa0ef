// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

/**
 * The layers of voxels across the flux, one value each but for the fluxes.
 *
 * @param percolatingFractions of the voxels of a layer
 * @param concentrations mean over those voxels; NaN in a layer where none percolates
 * @param diffusivities the flux through the faces between two layers as the D_eff in m²/s that it alone would give:
 *        value i is in front of layer {@code i + firstFace}. All are the same but for the tolerance
 * @param firstFace 0 if the first value is that of the outer face of the first layer, 1 if that is held as a whole
 */
public record FluxLayers(double[] percolatingFractions, double[] concentrations, double[] diffusivities,
    int firstFace) {

    /** m²/s, through the faces in front of a layer, or behind the last; NaN where layers are held. */
    public double diffusivityBefore(final int layer) {
        final int at = layer - firstFace;
        return at >= 0 && at < diffusivities.length ? diffusivities[at] : Double.NaN;
    }
}
