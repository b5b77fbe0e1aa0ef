// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;

/** The features of a block at one scale. */
final class ScaleFeatures {

    /** The second Gaussian of a difference, as in ilastik. */
    private static final double DIFFERENCE = 0.66;
    /** Over what part of sigma products of gradients are averaged, as in ilastik. */
    private static final double INTEGRATION = 0.5;

    private final float[] values;
    private final Block outer;
    private final Point sigma;
    private final boolean planar;
    private final GaussianDerivatives derivatives;
    private float[][] hessian;

    /**
     * @param values of the outer block, which holds {@link #outer} of the inner one
     * @param inner whose features are wanted
     * @param sigma along each axis, in voxels; 0 along z for planes on their own
     */
    ScaleFeatures(final float[] values, final Block outer, final Block inner, final Point sigma) {
        this.values = values;
        this.outer = outer;
        this.sigma = sigma;
        planar = sigma.z() == 0;
        derivatives = new GaussianDerivatives(values, outer, inner, sigma);
    }

    /** The block whose values a kind of feature needs. */
    static Block outer(final Block inner, final Point sigma, final FeatureKind kind) {
        final Block averaged = kind == FeatureKind.STRUCTURE_TENSOR
            ? GaussianDerivatives.outer(inner, sigma.times(INTEGRATION)) : inner;
        return GaussianDerivatives.outer(averaged, sigma);
    }

    /** One array per number of a kind. */
    float[][] of(final FeatureKind kind) {
        return switch (kind) {
            case GAUSSIAN -> new float[][] {derivatives.of(0, 0, 0)};
            case GRADIENT_MAGNITUDE -> new float[][] {magnitude(gradient(derivatives))};
            case LAPLACIAN -> new float[][] {trace()};
            case DIFFERENCE_OF_GAUSSIANS -> new float[][] {difference()};
            case HESSIAN -> eigenvalues(hessian());
            case STRUCTURE_TENSOR -> eigenvalues(structureTensor());
        };
    }

    private float[][] gradient(final GaussianDerivatives of) {
        return planar ? new float[][] {of.of(1, 0, 0), of.of(0, 1, 0)}
            : new float[][] {of.of(1, 0, 0), of.of(0, 1, 0), of.of(0, 0, 1)};
    }

    private static float[] magnitude(final float[][] gradient) {
        final float[] magnitude = gradient[0];
        multiply(magnitude, magnitude);
        for (int axis = 1; axis < gradient.length; axis++) {
            multiply(gradient[axis], gradient[axis]);
            add(magnitude, gradient[axis], 1);
        }
        for (int i = 0; i < magnitude.length; i++) {
            magnitude[i] = (float)Math.sqrt(magnitude[i]);
        }
        return magnitude;
    }

    /** Kept for the trace and the eigenvalues: the diagonal first. */
    private float[][] hessian() {
        if (hessian == null) {
            hessian = planar
                ? new float[][] {derivatives.of(2, 0, 0), derivatives.of(0, 2, 0), derivatives.of(1, 1, 0)}
                : new float[][] {derivatives.of(2, 0, 0), derivatives.of(0, 2, 0), derivatives.of(0, 0, 2),
                    derivatives.of(1, 1, 0), derivatives.of(1, 0, 1), derivatives.of(0, 1, 1)};
        }
        return hessian;
    }

    private float[] trace() {
        final float[][] tensor = hessian();
        final float[] trace = tensor[0].clone();
        add(trace, tensor[1], 1);
        if (!planar) {
            add(trace, tensor[2], 1);
        }
        return trace;
    }

    private float[] difference() {
        final float[] difference = derivatives.of(0, 0, 0);
        add(difference, new GaussianDerivatives(values, outer, derivatives.inner(), sigma.times(DIFFERENCE))
            .of(0, 0, 0), -1);
        return difference;
    }

    private float[][] structureTensor() {
        final Point averaging = sigma.times(INTEGRATION);
        final Block inner = derivatives.inner();
        final Block wide = GaussianDerivatives.outer(inner, averaging);
        final float[][] gradient = gradient(new GaussianDerivatives(values, outer, wide, sigma));
        final int axes = gradient.length;
        final float[][] tensor = new float[axes * (axes + 1) / 2][];
        int next = axes;
        for (int first = 0; first < axes; first++) {
            for (int second = first; second < axes; second++) {
                final float[] product = gradient[first].clone();
                multiply(product, gradient[second]);
                tensor[first == second ? first : next++] =
                    new GaussianDerivatives(product, wide, inner, averaging).of(0, 0, 0);
            }
        }
        return tensor;
    }

    /** Takes the place of the diagonal. */
    private float[][] eigenvalues(final float[][] tensor) {
        if (planar) {
            Eigenvalues.planar(tensor);
            return new float[][] {tensor[0], tensor[1]};
        }
        Eigenvalues.spatial(tensor);
        return new float[][] {tensor[0], tensor[1], tensor[2]};
    }

    private static void multiply(final float[] values, final float[] by) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= by[i];
        }
    }

    private static void add(final float[] values, final float[] addends, final float factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] += factor * addends[i];
        }
    }
}
