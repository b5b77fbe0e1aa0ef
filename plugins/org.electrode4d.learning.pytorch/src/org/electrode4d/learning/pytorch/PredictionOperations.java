// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.norm.BatchNorm;
import java.util.Map;
import org.electrode4d.learning.network.Operation;

/** Normalises by running means, and drops nothing. */
final class PredictionOperations extends Operations {

    PredictionOperations(final Map<String, NDArray> variables) {
        super(variables);
    }

    @Override
    NDArray normalize(final String layer, final NDArray input) {
        return BatchNorm.batchNorm(input, variable(layer, "mean"), variable(layer, "variance"),
            variable(layer, "gamma"), variable(layer, "beta"), 1, 0,
            (float)Operation.BatchNormalization.EPSILON, false).singletonOrThrow();
    }

    @Override
    NDArray drop(final String layer, final NDArray input, final double rate) {
        return input;
    }
}
