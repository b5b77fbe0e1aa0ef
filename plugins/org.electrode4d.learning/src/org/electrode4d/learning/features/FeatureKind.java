// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

/**
 * What is computed of the surroundings of a voxel, at a scale sigma. Derivatives are multiplied by sigma for each order
 * (Lindeberg, International Journal of Computer Vision 30, 79, 1998), so that all but the structure tensor have the
 * unit of the values, whatever the scale and the voxel size.
 */
public enum FeatureKind {
    /** {@code G * f}. */
    GAUSSIAN("Gaussian", false),
    /** {@code sigma |grad(G * f)|}. */
    GRADIENT_MAGNITUDE("Gradient magnitude", false),
    /** {@code sigma² div grad(G * f)}. */
    LAPLACIAN("Laplacian of Gaussian", false),
    /** {@code G(sigma) * f - G(0.66 sigma) * f}: nearly proportional to the Laplacian. */
    DIFFERENCE_OF_GAUSSIANS("Difference of Gaussians", false),
    /** Of {@code sigma² d²(G * f) / dx_i dx_j}, the largest first. */
    HESSIAN("Hessian eigenvalue", true),
    /** Of {@code G(sigma / 2) * (sigma² df/dx_i df/dx_j)}, the largest first; in values². */
    STRUCTURE_TENSOR("Structure tensor eigenvalue", true);

    private final String title;
    private final boolean tensor;

    FeatureKind(final String title, final boolean tensor) {
        this.title = title;
        this.tensor = tensor;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** How many numbers it gives per voxel and scale: one, or as many as a tensor has eigenvalues. */
    public int count(final FeatureSpace space) {
        return !tensor ? 1 : space == FeatureSpace.PLANAR ? 2 : 3;
    }
}
