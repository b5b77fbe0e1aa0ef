// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Opens networks for training, or skips the test visibly where the engine only predicts. */
interface TrainableEngine {

    Engine engine();

    default Network training(final NetworkSource source) {
        return training(source, NetworkOptions.DEFAULT);
    }

    default Network training(final NetworkSource source, final NetworkOptions options) {
        assumeTrue(engine().trains(), () -> engine().description() + " does not train");
        return engine().open(source, options);
    }
}
