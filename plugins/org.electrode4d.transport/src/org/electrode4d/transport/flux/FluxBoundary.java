// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

/** Where the two concentrations of a steady state are held. */
public enum FluxBoundary {
    /**
     * On the outer faces of the first and the last layer, half a voxel from the centres (TauFactor). The length of the
     * sample is that of all layers.
     */
    FACES,
    /**
     * In the whole first and last layer of voxels (PoreSpy). The length of the sample is from the centre of the first
     * to the centre of the last layer, one voxel less.
     */
    LAYERS
}
