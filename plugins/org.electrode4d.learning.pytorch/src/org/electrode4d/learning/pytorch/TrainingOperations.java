// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.BatchNorm;
import java.util.LinkedHashMap;
import java.util.Map;
import org.electrode4d.learning.network.Operation;

/** Normalises by the batch, the statistics of which it keeps, and drops values if there is something to draw them. */
final class TrainingOperations extends Operations {

    /** PyTorch then replaces the running means by those of the batch. */
    private static final float FORGETTING = 0;

    private final DropoutMasks masks;
    private final Map<String, NDArray> statistics = new LinkedHashMap<>();

    /** @param masks null to drop nothing */
    TrainingOperations(final Map<String, NDArray> variables, final DropoutMasks masks) {
        super(variables);
        this.masks = masks;
    }

    /** Means and variances of the batch (divided by the number of values, as in Keras), named as the running ones. */
    Map<String, NDArray> statistics() {
        return statistics;
    }

    @Override
    NDArray normalize(final String layer, final NDArray input) {
        final long values = input.size() / input.size(1);
        return values == 1 ? normalizeSingle(layer, input) : normalize(layer, input, values);
    }

    private NDArray normalize(final String layer, final NDArray input, final double values) {
        final Shape channels = new Shape(input.size(1));
        final NDArray mean = input.getManager().zeros(channels, input.getDataType());
        final NDArray variance = input.getManager().zeros(channels, input.getDataType());
        final NDArray result = BatchNorm.batchNorm(input, mean, variance, variable(layer, "gamma"),
            variable(layer, "beta"), 1, FORGETTING, (float)Operation.BatchNormalization.EPSILON, true)
            .singletonOrThrow();
        keep(layer, mean, variance.mul((values - 1) / values));
        return result;
    }

    /** A value that is its own mean, for which PyTorch refuses to estimate a variance; Keras says it is 0. */
    private NDArray normalizeSingle(final String layer, final NDArray input) {
        final NDArray mean = input.stopGradient().flatten();
        keep(layer, mean, mean.zerosLike());
        final NDArray result = variable(layer, "beta").reshape(input.getShape());
        result.attach(input.getManager());
        return result;
    }

    private void keep(final String layer, final NDArray mean, final NDArray variance) {
        statistics.put(layer + "/mean", mean);
        statistics.put(layer + "/variance", variance);
    }

    @Override
    NDArray drop(final String layer, final NDArray input, final double rate) {
        return masks == null ? input : input.mul(masks.next(layer, input, rate));
    }
}
